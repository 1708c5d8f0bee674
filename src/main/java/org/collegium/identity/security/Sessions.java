package org.collegium.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.collegium.identity.AccountId;
import org.collegium.identity.SignedIn;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Begins and renews the session of a person. */
@Component
public class Sessions {

    private final SecurityContextRepository contexts;
    private final SignedInPeople people;
    private final SessionAuthenticationStrategy beginning;

    Sessions(SecurityContextRepository contexts, SignedInPeople people, CsrfTokenRepository csrfTokens) {
        this.contexts = contexts;
        this.people = people;
        this.beginning = new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(csrfTokens)));
    }

    /** Signs a person in: with another session id and another CSRF token than the stranger had. */
    public void begin(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
        beginning.onAuthentication(authentication(person), request, response);
        keep(person, request, response);
    }

    /** Signs the owner of a new account in. */
    public void begin(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        people.find(account).ifPresent(person -> begin(person, request, response));
    }

    /** Lets the current session go on after its person changed, with what they may do now. */
    public void renew(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        people.find(account).ifPresent(person -> keep(person, request, response));
    }

    void keep(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication(person));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private static Authentication authentication(SignedIn person) {
        return UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
    }
}
