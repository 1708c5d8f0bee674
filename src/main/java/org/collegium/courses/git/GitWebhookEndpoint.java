package org.collegium.courses.git;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where repositories say that they changed. Nobody is signed in there; the signature is what counts. */
@RestController
class GitWebhookEndpoint {

    /** As much as GitHub sends at most, in bytes. */
    private static final int LARGEST = 25 * 1024 * 1024;

    private final GitWebhook webhook;

    GitWebhookEndpoint(GitWebhook webhook) {
        this.webhook = webhook;
    }

    /** The address for a course, behind that of the platform. */
    static String address(CourseId course) {
        return "/hooks/git/" + course.value();
    }

    @PostMapping("/hooks/git/{course}")
    ResponseEntity<String> hear(@PathVariable UUID course, HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST) {
            return answer(HttpStatus.CONTENT_TOO_LARGE, "This is too large.");
        }
        if (webhook.tooOften(request.getRemoteAddr())) {
            return tooOften();
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return answer(HttpStatus.CONTENT_TOO_LARGE, "This is too large.");
        }
        return switch (webhook.hear(new CourseId(course), body, request.getRemoteAddr(), request::getHeader)) {
            case BEGUN -> answer(HttpStatus.ACCEPTED, "The course is being updated.");
            case NOTHING_TO_DO -> answer(HttpStatus.OK, "Nothing to do for this branch.");
            case HEARD_BEFORE -> answer(HttpStatus.CONFLICT, "This was said before.");
            case BUSY -> answer(HttpStatus.SERVICE_UNAVAILABLE, "The course is being worked on; say it again later.");
            case TOO_OFTEN -> tooOften();
            case REFUSED -> answer(HttpStatus.UNAUTHORIZED, "The signature does not hold.");
        };
    }

    private static ResponseEntity<String> tooOften() {
        return answer(HttpStatus.TOO_MANY_REQUESTS, "This was said too often; say it again later.");
    }

    private static ResponseEntity<String> answer(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(sentence + "\n");
    }

    /** Without session and without the token that forms carry. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    static class Security {

        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE + 1)
        SecurityFilterChain gitWebhookRequests(HttpSecurity http) {
            return http.securityMatcher("/hooks/git/**")
                    .csrf(AbstractHttpConfigurer::disable)
                    .requestCache(AbstractHttpConfigurer::disable)
                    .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }
}
