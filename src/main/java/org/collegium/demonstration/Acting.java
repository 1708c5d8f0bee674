package org.collegium.demonstration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.collegium.shared.PlatformClock;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
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

    /** Now, for deeds that know their time themselves. */
    void as(String email, Runnable deed) {
        UserDetails person = people.loadUserByUsername(email);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities()));
        SecurityContextHolder.setContext(context);
        try {
            deed.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
