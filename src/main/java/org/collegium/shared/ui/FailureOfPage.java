package org.collegium.shared.ui;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What an unexpected exception of a server-rendered page becomes: an apology with an id; the rest is left to Spring. */
@ControllerAdvice(annotations = Controller.class)
class FailureOfPage {

    private final FrameOfPage frame;

    FailureOfPage(FrameOfPage frame) {
        this.frame = frame;
    }

    @ExceptionHandler(Exception.class)
    ModelAndView failed(Exception problem, HttpServletRequest request) throws Exception {
        if (problem instanceof ErrorResponse
                || problem instanceof AccessDeniedException
                || problem instanceof AuthenticationException) {
            throw problem;
        }
        ModelAndView page = new ModelAndView("error/500", HttpStatus.INTERNAL_SERVER_ERROR);
        page.addObject("frame", frame.frame(request));
        page.addObject("nav", frame.nav());
        page.addObject("site", frame.site());
        page.addObject("id", Failure.log(problem, request.getRequestURI()));
        return page;
    }
}
