package org.collegium.identity;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The person behind a session. */
public final class SignedIn implements UserDetails {

    @Serial
    private static final long serialVersionUID = 2L;

    private final AccountReference reference;
    private final int sessionEpoch;
    private final int rightsEpoch;
    private final List<GrantedAuthority> authorities;

    public SignedIn(
            AccountReference reference,
            int sessionEpoch,
            int rightsEpoch,
            Collection<? extends GrantedAuthority> authorities) {
        this.reference = reference;
        this.sessionEpoch = sessionEpoch;
        this.rightsEpoch = rightsEpoch;
        this.authorities = List.copyOf(authorities);
    }

    public AccountId account() {
        return reference.id();
    }

    /** The name the person wants to be called by. */
    public String name() {
        return reference.name();
    }

    /** Whether the person showed that the e-mail address is theirs. */
    public boolean confirmed() {
        return reference.confirmed();
    }

    /** The language the person chose. */
    public Locale locale() {
        return reference.locale();
    }

    /** Grows with each "sign out everywhere"; a session with an older number ends. */
    public int sessionEpoch() {
        return sessionEpoch;
    }

    /** Grows with each change of roles, name or address; a session with an older number reads them again. */
    public int rightsEpoch() {
        return rightsEpoch;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return authorities;
    }

    /** Always null: passwords are compared before somebody becomes a signed-in person. */
    @Override
    public @Nullable String getPassword() {
        return null;
    }

    @Override
    public String getUsername() {
        return reference.email();
    }

    @Override
    public String toString() {
        return "SignedIn[" + account() + "]";
    }
}
