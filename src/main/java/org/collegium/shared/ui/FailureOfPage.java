package org.collegium.shared.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * What an exception becomes for somebody who asked for a page: a page that says what happened and leads on, with an id
 * when the fault is ours. Programs, which ask for no HTML, get Spring's problem details.
 */
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class FailureOfPage {

    private static final Set<Integer> KNOWN = Set.of(403, 404);

    private final FrameOfPage frame;

    FailureOfPage(FrameOfPage frame) {
        this.frame = frame;
    }

    @ExceptionHandler(Exception.class)
    ModelAndView failed(Exception problem, HttpServletRequest request) throws Exception {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (accepted == null
                || !accepted.contains("text/html")
                || problem instanceof AccessDeniedException
                || problem instanceof AuthenticationException) {
            throw problem;
        }
        HttpStatusCode status = statusOf(problem);
        if (status.is4xxClientError()) {
            return page(KNOWN.contains(status.value()) ? status.value() : 404, status, request);
        }
        ModelAndView page = page(500, status, request);
        page.addObject("id", Failure.log(problem, request.getRequestURI()));
        return page;
    }

    /** What cannot be read is the asker's fault, such as a word where a number belongs. */
    private static HttpStatusCode statusOf(Exception problem) {
        return switch (problem) {
            case ErrorResponse response -> response.getStatusCode();
            case TypeMismatchException unreadable -> HttpStatus.BAD_REQUEST;
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private ModelAndView page(int template, HttpStatusCode status, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("error/" + template, status);
        page.addObject("frame", frame.frame(request));
        page.addObject("nav", frame.nav());
        page.addObject("site", frame.site());
        return page;
    }
}
