package org.collegium.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.collegium.shared.EmailAddress;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.context.support.WithSecurityContext;
import org.springframework.security.test.context.support.WithSecurityContextFactory;

/** The test runs as a person who has an account of their own, with these roles on the platform. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@WithSecurityContext(factory = WithAccount.Opening.class)
public @interface WithAccount {

    Role[] value() default {};

    /** Opens the account and signs the person in. */
    final class Opening implements WithSecurityContextFactory<WithAccount> {

        private final Accounts accounts;
        private final UserDetailsService people;

        Opening(Accounts accounts, UserDetailsService people) {
            this.accounts = accounts;
            this.people = people;
        }

        @Override
        public SecurityContext createSecurityContext(WithAccount wanted) {
            EmailAddress email = new EmailAddress(UUID.randomUUID() + "@example.org");
            SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                            "system", null, List.of(new SimpleGrantedAuthority(IdentityPermissions.ROLES))));
            accounts.open(IdentityFixtures.person("Ada Lind", email.value()), Set.of(wanted.value()));
            UserDetails person = people.loadUserByUsername(email.value());
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities()));
            return context;
        }
    }
}
