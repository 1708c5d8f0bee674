package org.collegium.identity.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/** Shows a form once more when its token is missing, with what was typed; other refusals stay refusals. */
final class RefusedForms implements AccessDeniedHandler {

    private static final Pattern TYPED = Pattern.compile("/(sign-up|sign-in|forgot|reset/[A-Za-z0-9_-]+)");

    private final AccessDeniedHandler others = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException, ServletException {
        boolean withoutToken = refused instanceof CsrfException && !response.isCommitted();
        if (withoutToken && TYPED.matcher(request.getRequestURI()).matches()) {
            FormAgain.mark(request);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            request.getRequestDispatcher(request.getRequestURI()).forward(new Opening(request), response);
            return;
        }
        if (withoutToken) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", formOf(request));
            return;
        }
        others.handle(request, response, refused);
    }

    private static String formOf(HttpServletRequest request) {
        String form = request.getRequestURI();
        if (form.equals("/logout")) {
            return "/";
        }
        return LocalPath.of(request.getParameter("continue"))
                .map(path -> form + path.asQuery() + "&again")
                .orElse(form + "?again");
    }

    /** The same request as if the form was opened, not sent. */
    private static final class Opening extends HttpServletRequestWrapper {

        Opening(HttpServletRequest sent) {
            super(sent);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
