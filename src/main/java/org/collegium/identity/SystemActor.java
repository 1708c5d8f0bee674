package org.collegium.identity;

import com.vaadin.flow.internal.CurrentInstance;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Runs what the platform does by itself, such as jobs and operators' commands. The work holds the permissions it names
 * and no others, whoever is signed in; no person stands behind it, so {@link Access#current()} is empty meanwhile. It is
 * done as outside of any visit: in a request of a view Vaadin would take who is signed in from the visitor's session,
 * whatever is set for the thread.
 */
@Component
public class SystemActor {

    private static final String NAME = "system";

    /**
     * Runs work in the current thread.
     *
     * @param permissions held for the whole platform, for instance {@code courses:publish}
     */
    public void run(Set<String> permissions, Runnable work) {
        call(permissions, () -> {
            work.run();
            return true;
        });
    }

    /** As {@link #run}, with a result. */
    public <T> T call(Set<String> permissions, Supplier<T> work) {
        Map<Class<?>, CurrentInstance> visit = CurrentInstance.getInstances();
        CurrentInstance.clearAll();
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(contextWith(permissions));
        try {
            return work.get();
        } finally {
            if (before.getAuthentication() == null) {
                SecurityContextHolder.clearContext();
            } else {
                SecurityContextHolder.setContext(before);
            }
            CurrentInstance.restoreInstances(visit);
        }
    }

    private static SecurityContext contextWith(Set<String> permissions) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                NAME,
                null,
                permissions.stream().map(SimpleGrantedAuthority::new).toList()));
        return context;
    }
}
