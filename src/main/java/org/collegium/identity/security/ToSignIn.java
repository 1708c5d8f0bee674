package org.collegium.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Sends strangers to the sign-in page, which brings them back; programs are told 401. Where there is nothing, they are told
 * so rather than asked to sign in for it.
 */
final class ToSignIn implements AuthenticationEntryPoint {

    private final Predicate<HttpServletRequest> answered;

    /** Takes whether anything would answer a request. */
    ToSignIn(Predicate<HttpServletRequest> answered) {
        this.answered = answered;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (!wantsPage(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        if (!answered.test(request)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        String back = request.getMethod().equals("GET") ? pathOf(request) : null;
        String query = LocalPath.of(back).map(LocalPath::asQuery).orElse("");
        if (request.getAttribute(SessionCheck.ENDED) != null || wasSignedIn(request)) {
            query += query.isEmpty() ? "?ended" : "&ended";
        }
        response.sendRedirect("/sign-in" + query);
    }

    /** Their session is over, or the node that held it is gone: without a word they would not know why they are asked again. */
    private static boolean wasSignedIn(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept == null || accept.contains("text/html") || accept.startsWith("*/*");
    }

    private static String pathOf(HttpServletRequest request) {
        return request.getQueryString() == null
                ? request.getRequestURI()
                : request.getRequestURI() + "?" + request.getQueryString();
    }
}
