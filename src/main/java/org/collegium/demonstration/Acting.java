package org.collegium.demonstration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.collegium.shared.PlatformClock;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.stereotype.Component;

/** Lets a person of the demonstration act at a time, with just the rights they have. */
@Component
class Acting {

    private final UserDetailsService people;

    Acting(UserDetailsService people) {
        this.people = people;
    }

    void as(String email, Instant time, Runnable deed) {
        as(email, () -> PlatformClock.at(time, deed));
    }

    /** The same, with a result. */
    <T> T call(String email, Instant time, Supplier<T> deed) {
        List<T> result = new ArrayList<>(1);
        as(email, time, () -> result.add(deed.get()));
        return result.getFirst();
    }

    /** The same, with rights besides those that they have. */
    <T> T call(String email, Set<String> more, Instant time, Supplier<T> deed) {
        List<T> result = new ArrayList<>(1);
        as(email, more, () -> PlatformClock.at(time, () -> result.add(deed.get())));
        return result.getFirst();
    }

    /** Now, for deeds that know their time themselves. */
    void as(String email, Runnable deed) {
        as(email, Set.of(), deed);
    }

    private void as(String email, Set<String> more, Runnable deed) {
        UserDetails person = people.loadUserByUsername(email);
        List<GrantedAuthority> rights = AuthorityUtils.createAuthorityList(more);
        rights.addAll(person.getAuthorities());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, null, rights));
        SecurityContextHolder.setContext(context);
        try {
            deed.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
