package org.collegium.identity.security;

import com.vaadin.flow.router.internal.NavigationRouteTarget;
import com.vaadin.flow.spring.SpringServlet;
import com.vaadin.flow.spring.security.RequestUtil;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.collegium.identity.AddressedThing;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Knows whether a page, an interface, a file, or a view with something to show stands at an address. */
@Component
class Addresses {

    private static final String FILES_OF_VIEWS = "/VAADIN/";

    private final ObjectProvider<RequestMappingInfoHandlerMapping> handlers;
    private final RequestUtil views;
    private final ObjectProvider<ServletRegistrationBean<SpringServlet>> servlet;
    private final ObjectProvider<AddressedThing> things;

    Addresses(
            ObjectProvider<RequestMappingInfoHandlerMapping> handlers,
            RequestUtil views,
            ObjectProvider<ServletRegistrationBean<SpringServlet>> servlet,
            ObjectProvider<AddressedThing> things) {
        this.handlers = handlers;
        this.views = views;
        this.servlet = servlet;
        this.things = things;
    }

    boolean exists(HttpServletRequest request) {
        return isView(request)
                ? namesSomething(request.getRequestURI())
                : views.isFrameworkInternalRequest(request) || isHandled(request) || isFile(request.getRequestURI());
    }

    private boolean isView(HttpServletRequest request) {
        return views.isSecuredFlowRoute(request) || views.isAnonymousRoute(request);
    }

    private boolean namesSomething(String path) {
        NavigationRouteTarget opened = Objects.requireNonNull(
                        servlet.getObject().getServlet())
                .getService()
                .getRouter()
                .getRegistry()
                .getNavigationRouteTarget(path.substring(1));
        return things.stream()
                .allMatch(thing -> thing.isThere(opened.getRouteTarget().getTarget(), opened.getRouteParameters()));
    }

    private boolean isHandled(HttpServletRequest request) {
        boolean parsedHere = !ServletRequestPathUtils.hasParsedRequestPath(request);
        if (parsedHere) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        try {
            for (RequestMappingInfoHandlerMapping mapping : handlers) {
                if (mapping.getHandler(request) != null) {
                    return true;
                }
            }
            return false;
        } catch (ServletException wrongMethodOrMediaType) {
            return true;
        } catch (Exception broken) {
            throw new IllegalStateException("Cannot find out what stands at " + request.getRequestURI(), broken);
        } finally {
            if (parsedHere) {
                ServletRequestPathUtils.clearParsedRequestPath(request);
            }
        }
    }

    private static boolean isFile(String path) {
        return path.startsWith(FILES_OF_VIEWS)
                || (path.contains(".")
                        && Addresses.class.getClassLoader().getResource("META-INF/resources" + path) != null);
    }
}
