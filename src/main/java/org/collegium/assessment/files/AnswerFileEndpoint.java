package org.collegium.assessment.files;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.files.TakingFiles.Wanted;
import org.collegium.assessment.files.Upload.Refusal;
import org.collegium.shared.RateLimit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files of answers as browsers send them: in pieces over HTTP, by the ticket of the attempt, without session or cookie. A file is begun,
 * then its pieces are put one after the other; the answer to each says how much is there, so that one goes on from there. Answers: 200 with
 * what came of it, 409 for a piece that is for another place; what is refused has a code.
 */
@RestController
@RequestMapping(AnswerFileEndpoint.ADDRESS)
class AnswerFileEndpoint {

    /** Below the address of the journal, whose requests bring their authority with them. */
    static final String ADDRESS = "/journal/files";

    /** The most bytes of one piece. */
    static final int MOST_BYTES = 1024 * 1024;

    /** So many requests for an attempt at once, and as many again within a minute, on each node. */
    static final int MOST_REQUESTS = 600;

    private static final int MOST_WORDS = 4 * 1024;
    private static final int REMEMBERED = 50_000;
    private static final Duration REFILL = Duration.ofMinutes(1);
    private static final String SCHEME = "Bearer ";
    private static final Pattern HASH = Pattern.compile("(?:[0-9a-f]{64})?");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TakingFiles taking;
    private final RateLimit<AttemptId> requests = new RateLimit<>(MOST_REQUESTS, REFILL, REMEMBERED);

    AnswerFileEndpoint(TakingFiles taking) {
        this.taking = taking;
    }

    @GetMapping
    ResponseEntity<Object> list(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization)
            throws IOException {
        return within(
                authorization,
                ticket -> taking.list(ticket)
                        .map(files -> json(200, files))
                        .orElseGet(() -> answer(new Upload.Refused(Refusal.TICKET))));
    }

    @PostMapping
    ResponseEntity<Object> begin(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletRequest request)
            throws IOException {
        return within(
                authorization,
                ticket -> answer(wanted(request.getInputStream().readNBytes(MOST_WORDS + 1))
                        .map(wanted -> taking.begin(ticket, wanted))
                        .orElseGet(() -> new Upload.Refused(Refusal.UNREADABLE))));
    }

    /** What is longer than it may be is not read further. Who may not send is refused before it is read. */
    @PutMapping("/{id}")
    ResponseEntity<Object> add(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @PathVariable String id,
            @RequestParam(defaultValue = "-1") long at,
            HttpServletRequest request)
            throws IOException {
        return within(authorization, ticket -> {
            byte[] piece = request.getInputStream().readNBytes(MOST_BYTES + 1);
            return answer(
                    piece.length > MOST_BYTES || piece.length == 0
                            ? new Upload.Refused(Refusal.UNREADABLE)
                            : id(id).map(file -> taking.add(ticket, file, at, piece))
                                    .orElseGet(() -> new Upload.Refused(Refusal.UNKNOWN)));
        });
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Object> remove(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @PathVariable String id)
            throws IOException {
        return within(
                authorization,
                ticket -> answer(id(id).map(file -> taking.remove(ticket, file))
                        .orElseGet(() -> new Upload.Refused(Refusal.UNKNOWN))));
    }

    private interface Work {

        ResponseEntity<Object> by(String ticket) throws IOException;
    }

    private ResponseEntity<Object> within(@Nullable String authorization, Work work) throws IOException {
        String ticket = authorization != null && authorization.startsWith(SCHEME)
                ? authorization.substring(SCHEME.length())
                : "";
        Optional<AttemptId> attempt = taking.attempt(ticket);
        if (attempt.isEmpty()) {
            return answer(new Upload.Refused(Refusal.TICKET));
        }
        return requests.take(attempt.get()) ? work.by(ticket) : answer(new Upload.Refused(Refusal.OFTEN));
    }

    /** Empty for what cannot be read. */
    private static Optional<Wanted> wanted(byte[] body) {
        try {
            return Optional.ofNullable(body.length > MOST_WORDS ? null : JSON.readValue(body, Wanted.class))
                    .filter(wanted -> wanted.question() != null
                            && wanted.name() != null
                            && wanted.sha256() != null
                            && HASH.matcher(wanted.sha256()).matches());
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<Object> answer(Upload upload) {
        return switch (upload) {
            case Upload.Refused(Refusal why) ->
                json(why.status(), new Problem(why.name().toLowerCase(Locale.ROOT)));
            case Upload.Elsewhere elsewhere -> json(409, elsewhere);
            case Upload.Going going -> json(200, going);
            case Upload.Stored stored -> json(200, stored);
            case Upload.Removed removed -> json(200, removed);
        };
    }

    private record Problem(String problem) {}

    private static ResponseEntity<Object> json(int status, Object body) {
        return ResponseEntity.status(HttpStatusCode.valueOf(status))
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
