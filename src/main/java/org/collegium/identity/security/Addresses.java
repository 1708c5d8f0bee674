package org.collegium.identity.security;

import com.vaadin.flow.spring.security.RequestUtil;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Knows whether a page, an interface or a view stands at an address. */
@Component
class Addresses {

    private final ObjectProvider<RequestMappingHandlerMapping> handlers;
    private final RequestUtil views;

    Addresses(ObjectProvider<RequestMappingHandlerMapping> handlers, RequestUtil views) {
        this.handlers = handlers;
        this.views = views;
    }

    boolean exists(HttpServletRequest request) {
        if (views.isSecuredFlowRoute(request)) {
            return true;
        }
        try {
            for (RequestMappingHandlerMapping mapping : handlers) {
                if (mapping.getHandler(request) != null) {
                    return true;
                }
            }
            return false;
        } catch (Exception wrongMethodOrMediaType) {
            return true;
        }
    }
}
