package org.collegium.identity.security;

import com.vaadin.flow.spring.security.RequestUtil;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Knows whether a page, an interface, a view or a file stands at an address. */
@Component
class Addresses {

    private static final String FILES_OF_VIEWS = "/VAADIN/";

    private final ObjectProvider<RequestMappingInfoHandlerMapping> handlers;
    private final RequestUtil views;

    Addresses(ObjectProvider<RequestMappingInfoHandlerMapping> handlers, RequestUtil views) {
        this.handlers = handlers;
        this.views = views;
    }

    boolean exists(HttpServletRequest request) {
        return views.isSecuredFlowRoute(request)
                || views.isAnonymousRoute(request)
                || views.isFrameworkInternalRequest(request)
                || isHandled(request)
                || isFile(request.getRequestURI());
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
