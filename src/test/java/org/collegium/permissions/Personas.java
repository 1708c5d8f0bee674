package org.collegium.permissions;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.identity.AccountId;
import org.collegium.identity.Role;
import org.collegium.identity.SignedIn;
import org.collegium.identity.SystemActor;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.collegium.partners.PartnersPermissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;

/** Real accounts with the roles of {@link Persona}; what they may do is found as it is when somebody signs in. */
final class Personas {

    private final Map<Persona, AccountId> accounts = new EnumMap<>(Persona.class);
    private final Map<Persona, Authentication> authentications = new EnumMap<>(Persona.class);

    Personas(JdbcClient jdbc, UserDetailsService people, Partners partners, SystemActor system, PartnerId own) {
        StudyFixtures fixtures = new StudyFixtures(jdbc, people);
        for (Persona persona : Persona.values()) {
            AccountId account = fixtures.learner(persona.title());
            accounts.put(persona, account);
            persona.role()
                    .ifPresent(role -> system.run(Set.of(PartnersPermissions.STAFF), () -> {
                        if (role.ofPartner()) {
                            partners.appoint(own, account, role);
                        } else {
                            appoint(jdbc, account, role);
                        }
                    }));
            authentications.put(
                    persona,
                    persona == Persona.STRANGER
                            ? stranger()
                            : signedIn((SignedIn) people.loadUserByUsername(account + "@example.org")));
        }
    }

    /** The account of a person; a stranger has one that nobody is signed in with. */
    AccountId account(Persona persona) {
        return Objects.requireNonNull(accounts.get(persona));
    }

    void signIn(Persona persona) {
        SecurityContextHolder.getContext().setAuthentication(authentications.get(persona));
    }

    private static void appoint(JdbcClient jdbc, AccountId account, Role role) {
        jdbc.sql("insert into account_role (account_id, role) values (?, ?)")
                .params(List.of(account.value(), role.name()))
                .update();
    }

    private static Authentication stranger() {
        return new AnonymousAuthenticationToken(
                "stranger", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
    }

    private static Authentication signedIn(SignedIn person) {
        return UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
    }
}
