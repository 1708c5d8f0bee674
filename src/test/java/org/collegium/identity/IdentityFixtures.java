package org.collegium.identity;

import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.collegium.shared.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** People for tests. */
public final class IdentityFixtures {

    /** A password that is good enough for everybody here. */
    public static final String PASSWORD = "seven lakes behind the mill";

    private IdentityFixtures() {}

    public static NewAccount ada() {
        return person("Ada Lind", "ada.lind@example.org");
    }

    public static NewAccount person(String name, String email) {
        return new NewAccount(name, new EmailAddress(email), PASSWORD, Locale.ENGLISH);
    }

    /** Opens a confirmed account as an operator would. */
    public static AccountId opened(Accounts accounts, NewAccount account, Role... roles) {
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        signIn(authentication(AccountId.next(), IdentityPermissions.ROLES));
        try {
            return accounts.open(account, Set.of(roles));
        } finally {
            signIn(before);
        }
    }

    /** A signed-in person with these permissions, for {@code SecurityMockMvcRequestPostProcessors.authentication}. */
    public static Authentication authentication(AccountId account, String... permissions) {
        List<SimpleGrantedAuthority> authorities = Stream.concat(Stream.of("ROLE_LEARNER"), Stream.of(permissions))
                .map(SimpleGrantedAuthority::new)
                .toList();
        SignedIn person = new SignedIn(
                new AccountReference(account, "Ada Lind", "ada.lind@example.org", true, Locale.ENGLISH),
                0,
                0,
                authorities);
        return UsernamePasswordAuthenticationToken.authenticated(person, null, authorities);
    }

    /** Makes somebody the current person of this thread; null for nobody. */
    public static void signIn(@Nullable Authentication authentication) {
        if (authentication == null) {
            SecurityContextHolder.clearContext();
        } else {
            SecurityContextHolder.getContext().setAuthentication(authentication);
        }
    }

    /** Lets the person signed in for this thread stand in the session of the current visit, as in a browser. */
    public static void visitAsSignedIn() {
        VaadinSession.getCurrent()
                .getSession()
                .setAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                        SecurityContextHolder.getContext());
    }
}
