package org.collegium.identity.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.collegium.identity.SignedIn;
import org.collegium.identity.security.SessionStates.State;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions that were signed out elsewhere and gives the others what their person may do by now, with every request,
 * those of Vaadin included.
 */
final class SessionCheck extends OncePerRequestFilter {

    /** Set on a request whose session was ended here. */
    static final String ENDED = SessionCheck.class.getName() + ".ended";

    private final SessionStates states;
    private final SignedInPeople people;
    private final Sessions sessions;

    SessionCheck(SessionStates states, SignedInPeople people, Sessions sessions) {
        this.states = states;
        this.people = people;
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn person) {
            check(person, request, response);
        }
        chain.doFilter(request, response);
    }

    private void check(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
        Optional<State> state = states.of(person.account());
        if (state.isEmpty() || state.get().sessionEpoch() != person.sessionEpoch()) {
            end(request);
        } else if (state.get().rightsEpoch() != person.rightsEpoch()) {
            people.find(person.account())
                    .filter(now -> now.sessionEpoch() == person.sessionEpoch())
                    .ifPresentOrElse(now -> sessions.keep(now, request, response), () -> end(request));
        }
    }

    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        request.setAttribute(ENDED, true);
    }
}
