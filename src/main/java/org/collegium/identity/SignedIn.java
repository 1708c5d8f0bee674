package org.collegium.identity;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The person behind a session. */
public final class SignedIn implements UserDetails, CredentialsContainer {

    @Serial
    private static final long serialVersionUID = 1L;

    private final AccountId account;
    private final String email;
    private final String name;
    private final int sessionEpoch;
    private final List<GrantedAuthority> authorities;
    private @Nullable String passwordHash;

    SignedIn(
            AccountId account,
            String email,
            String name,
            int sessionEpoch,
            @Nullable String passwordHash,
            Collection<? extends GrantedAuthority> authorities) {
        this.account = account;
        this.email = email;
        this.name = name;
        this.sessionEpoch = sessionEpoch;
        this.passwordHash = passwordHash;
        this.authorities = List.copyOf(authorities);
    }

    public AccountId account() {
        return account;
    }

    /** The name the person wants to be called by. */
    public String name() {
        return name;
    }

    /** Grows with each "sign out everywhere"; a session with an older number ends. */
    public int sessionEpoch() {
        return sessionEpoch;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return authorities;
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return email;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }
}
