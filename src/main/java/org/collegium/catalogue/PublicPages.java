package org.collegium.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * What all pages of this module answer alike. A browser that has a page asks whether it is still the same, which the hash of
 * the page tells; it costs the making of the page and spares its way.
 */
@Configuration
class PublicPages {

    private static final String OF_VIEWS = "v-r=";
    private static final String[] PAGES = {"/", "/courses/*", "/partners", "/partners/*"};

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> hashesOfPages() {
        ShallowEtagHeaderFilter hashing = new HashingOfPages();
        // A strong one would keep the server from compressing the page.
        hashing.setWriteWeakETag(true);
        FilterRegistrationBean<ShallowEtagHeaderFilter> registration = new FilterRegistrationBean<>(hashing);
        registration.addUrlPatterns(PAGES);
        return registration;
    }

    /** Browsers may keep the page for going back, but ask before showing it anew. */
    static void mayBeKept(HttpServletResponse response) {
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }

    /** Not what views say to the server, whose address is that of the first page. */
    private static final class HashingOfPages extends ShallowEtagHeaderFilter {

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            String query = request.getQueryString();
            return query != null && query.contains(OF_VIEWS);
        }
    }
}
