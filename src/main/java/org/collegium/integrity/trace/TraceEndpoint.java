package org.collegium.integrity.trace;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.collegium.assessment.AttemptId;
import org.collegium.shared.RateLimit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where browsers tell what happens in an attempt: JSON over HTTP, without session or cookie, by the ticket of the attempt's work.
 * Answers: 204 when it is kept, 400 for what cannot be read, 401 for a ticket that is not good, 410 where nothing is kept, 413 for too
 * much at once, 429 for too often.
 */
@RestController
class TraceEndpoint {

    static final String ADDRESS = "/integrity/trace";

    /** The most bytes of one request. */
    static final int MOST_BYTES = 16 * 1024;

    /** The most events of one request. */
    static final int MOST_AT_ONCE = 50;

    /** So many requests for an attempt at once, and as many again over the minutes, on each node. */
    static final int MOST_REQUESTS = 30;

    private static final Duration REFILL = Duration.ofMinutes(3);
    private static final int REMEMBERED = 50_000;
    private static final String SCHEME = "Bearer ";
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final TraceKeeping keeping;
    private final RateLimit<AttemptId> requests = new RateLimit<>(MOST_REQUESTS, REFILL, REMEMBERED);

    TraceEndpoint(TraceKeeping keeping) {
        this.keeping = keeping;
    }

    private record Told(List<ToldEvent> events) {}

    @PostMapping(ADDRESS)
    ResponseEntity<Void> tell(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletRequest request)
            throws IOException {
        String ticket = authorization != null && authorization.startsWith(SCHEME)
                ? authorization.substring(SCHEME.length())
                : "";
        Optional<AttemptId> attempt = keeping.attempt(ticket);
        if (attempt.isEmpty()) {
            return answer(HttpStatus.UNAUTHORIZED);
        }
        if (!requests.take(attempt.get())) {
            return answer(HttpStatus.TOO_MANY_REQUESTS);
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return answer(HttpStatus.CONTENT_TOO_LARGE);
        }
        List<ToldEvent> events = read(body).orElse(null);
        if (events == null) {
            return answer(HttpStatus.BAD_REQUEST);
        }
        if (events.size() > MOST_AT_ONCE) {
            return answer(HttpStatus.CONTENT_TOO_LARGE);
        }
        return answer(
                switch (keeping.keep(ticket, request.getRemoteAddr(), events)) {
                    case KEPT -> HttpStatus.NO_CONTENT;
                    case NO_TICKET -> HttpStatus.UNAUTHORIZED;
                    case NOT_ASKED -> HttpStatus.GONE;
                });
    }

    /** Empty for what cannot be read, as a whole. */
    private static Optional<List<ToldEvent>> read(byte[] body) {
        try {
            return Optional.ofNullable(JSON.readValue(body, Told.class))
                    .map(Told::events)
                    .filter(events -> events.stream().allMatch(TraceEndpoint::isNamed));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** Whatever the types say, JSON may hold nothing. */
    private static boolean isNamed(@Nullable ToldEvent event) {
        return event != null && Objects.nonNull(event.key()) && Objects.nonNull(event.kind());
    }

    private static ResponseEntity<Void> answer(HttpStatus status) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .build();
    }
}
