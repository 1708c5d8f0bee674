package org.collegium.courses.importing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.collegium.courses.importing.CourseUploads.Wanted;
import org.collegium.courses.importing.UploadStep.Refusal;
import org.collegium.identity.AccountId;
import org.collegium.shared.RateLimit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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
 * Courses as browsers send them: in pieces over HTTP, by a ticket, without session or cookie. A file is begun, then its pieces are put one
 * after the other, then it is said to be whole. Answers: 200 with what came of it, 409 for a piece that is for another place; what is refused
 * has a word.
 */
@RestController
@RequestMapping(UploadTicket.ADDRESS)
class UploadEndpoint {

    /** The most bytes of one piece. */
    static final int MOST_BYTES = 4 * 1024 * 1024;

    /** So many requests of an account at once, and as many again within a minute, on each node. */
    private static final int MOST_REQUESTS = 1200;

    private static final int MOST_WORDS = 4 * 1024;
    private static final int REMEMBERED = 10_000;
    private static final Duration REFILL = Duration.ofMinutes(1);
    private static final String SCHEME = "Bearer ";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CourseUploads uploads;
    private final RateLimit<AccountId> requests = new RateLimit<>(MOST_REQUESTS, REFILL, REMEMBERED);

    UploadEndpoint(CourseUploads uploads) {
        this.uploads = uploads;
    }

    @PostMapping
    ResponseEntity<Object> begin(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletRequest request)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_WORDS + 1);
        return within(
                authorization,
                ticket -> wanted(body)
                        .map(wanted -> uploads.begin(ticket, wanted))
                        .orElseGet(() -> new UploadStep.Refused(Refusal.UNREADABLE)));
    }

    /** What is longer than it may be is not read further. Who may not send is refused before it is read. */
    @PutMapping("/{id}")
    ResponseEntity<Object> add(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestHeader(name = "Piece-SHA256", defaultValue = "") String sha256,
            @PathVariable String id,
            @RequestParam(defaultValue = "-1") long at,
            HttpServletRequest request)
            throws IOException {
        if (uploads.person(ticket(authorization)).isEmpty()) {
            return answer(new UploadStep.Refused(Refusal.TICKET));
        }
        byte[] piece = request.getInputStream().readNBytes(MOST_BYTES + 1);
        return within(
                authorization,
                ticket -> piece.length > MOST_BYTES || piece.length == 0
                        ? new UploadStep.Refused(Refusal.UNREADABLE)
                        : id(id).map(file -> uploads.add(ticket, file, at, piece, sha256))
                                .orElseGet(() -> new UploadStep.Refused(Refusal.UNKNOWN)));
    }

    @PostMapping("/{id}/whole")
    ResponseEntity<Object> whole(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String sha256) {
        return within(
                authorization,
                ticket -> HASH.matcher(sha256).matches()
                        ? id(id).map(file -> uploads.whole(ticket, file, sha256))
                                .orElseGet(() -> new UploadStep.Refused(Refusal.UNKNOWN))
                        : new UploadStep.Refused(Refusal.UNREADABLE));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Object> remove(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @PathVariable String id) {
        return within(
                authorization,
                ticket -> id(id).map(file -> uploads.remove(ticket, file))
                        .orElseGet(() -> new UploadStep.Refused(Refusal.UNKNOWN)));
    }

    private ResponseEntity<Object> within(@Nullable String authorization, Function<String, UploadStep> work) {
        String ticket = ticket(authorization);
        Optional<AccountId> person = uploads.person(ticket);
        if (person.isEmpty()) {
            return answer(new UploadStep.Refused(Refusal.TICKET));
        }
        return answer(requests.take(person.get()) ? work.apply(ticket) : new UploadStep.Refused(Refusal.OFTEN));
    }

    private static String ticket(@Nullable String authorization) {
        return authorization != null && authorization.startsWith(SCHEME)
                ? authorization.substring(SCHEME.length())
                : "";
    }

    /** Empty for what cannot be read. */
    private static Optional<Wanted> wanted(byte[] body) {
        try {
            return Optional.ofNullable(body.length > MOST_WORDS ? null : JSON.readValue(body, Wanted.class))
                    .filter(wanted -> wanted.name() != null
                            && wanted.head() != null
                            && HASH.matcher(wanted.head()).matches());
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

    private static ResponseEntity<Object> answer(UploadStep step) {
        return switch (step) {
            case UploadStep.Refused(Refusal why) -> json(why.status(), new Problem(why.word()));
            case UploadStep.Elsewhere elsewhere -> json(HttpStatus.CONFLICT, elsewhere);
            case UploadStep.Going going -> json(HttpStatus.OK, going);
            case UploadStep.Whole whole -> json(HttpStatus.OK, whole);
            case UploadStep.Removed removed -> json(HttpStatus.OK, removed);
        };
    }

    private record Problem(String problem) {}

    private static ResponseEntity<Object> json(HttpStatus status, Object body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
