package org.collegium.demonstration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Shows how far the demonstration is loaded in place of every page, as long as a page would show half of it. Everything but
 * pages goes through.
 */
final class WhileLoading extends OncePerRequestFilter {

    private final LoadProgress progress;

    WhileLoading(LoadProgress progress) {
        this.progress = progress;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (progress.state().ready() || !asksForPage(request)) {
            chain.doFilter(request, response);
        } else {
            request.getRequestDispatcher(LoadingPage.PATH).forward(request, response);
        }
    }

    private static boolean asksForPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET") && accept != null && accept.contains("text/html");
    }
}
