package org.collegium.shared.ui;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.mvc.Controller;

/**
 * Lets views speak to the server at the address {@code /}, where the catalogue is a page. What views send carries the
 * parameter {@code v-r}; everything else goes to the page.
 */
@Component
final class ViewRequests extends AbstractHandlerMapping {

    private final Controller views;

    ViewRequests(@Qualifier("vaadinForwardingController") Controller views) {
        this.views = views;
        setOrder(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
        return request.getServletPath().equals("/") && request.getParameter("v-r") != null ? views : null;
    }
}
