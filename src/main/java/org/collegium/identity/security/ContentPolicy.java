package org.collegium.identity.security;

import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.jsoup.nodes.Element;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What a page may load and run. Server-rendered pages run our own script files only. Views need what Vaadin needs: its
 * inline scripts, each let in by a number used once, and {@code unsafe-eval}, because Flow's client makes functions of the
 * calls the server sends. Pictures may come from anywhere by HTTPS, since imported courses refer to such.
 */
@Configuration
class ContentPolicy {

    private static final String COMMON = "default-src 'none'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data: blob: https:; font-src 'self' data:; media-src 'self' blob: https:;"
            + " frame-src 'self'; worker-src 'self' blob:; manifest-src 'self'; object-src 'none'; base-uri 'self';"
            + " form-action 'self'; frame-ancestors 'none';";

    static final String OF_PAGES = COMMON + " connect-src 'self'; script-src 'self'";

    private static final int NONCE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Bean
    VaadinServiceInitListener contentPolicyOfViews() {
        return event -> {
            boolean built = event.getSource().getDeploymentConfiguration().isProductionMode();
            event.addIndexHtmlRequestListener(response -> apply(response, built));
        };
    }

    private static void apply(IndexHtmlResponse response, boolean built) {
        String nonce = nonce();
        for (Element script : response.getDocument().getElementsByTag("script")) {
            script.attr("nonce", nonce);
        }
        String policy = built
                ? COMMON + " connect-src 'self'; script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval'"
                // Vaadin's development server adds scripts of its own and speaks over a socket.
                : COMMON + " connect-src 'self' ws:; script-src 'self' 'unsafe-inline' 'unsafe-eval'";
        response.getVaadinResponse().setHeader("Content-Security-Policy", policy);
        response.getVaadinResponse().setHeader("X-Frame-Options", "DENY");
    }

    private static String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
