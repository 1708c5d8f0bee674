package org.collegium.identity.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/** Shows a form once more when its token is missing, as after deleting cookies; other refusals stay refusals. */
final class RefusedForms implements AccessDeniedHandler {

    private final AccessDeniedHandler others = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException, ServletException {
        if (refused instanceof CsrfException && !response.isCommitted()) {
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
}
