package org.collegium.activity.journal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RateLimit;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The journal as browsers reach it: JSON over HTTP, without session or cookie. Answers: 200 with an outcome for each save, 400
 * for what cannot be read, 401 for a ticket that is not good, 410 for work that has ended, 413 for too much at once, 429 for too
 * often.
 */
@RestController
class JournalEndpoint {

    /** The most bytes of one request. */
    static final int MOST_BYTES = 8 * 1024 * 1024;

    /** The most saves of one request. */
    static final int MOST_SAVES = 100;

    /** So many requests for a work at once, and as many again over the minute, on each node; a page asks for far fewer. */
    static final int MOST_REQUESTS = 600;

    private static final Duration REFILL = Duration.ofMinutes(1);
    private static final int REMEMBERED = 50_000;
    private static final String SCHEME = "Bearer ";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final JournalSaving journal;
    private final Tickets tickets;
    private final Clock clock;
    private final RateLimit<WorkId> requests = new RateLimit<>(MOST_REQUESTS, REFILL, REMEMBERED);

    JournalEndpoint(JournalSaving journal, Tickets tickets, Clock clock) {
        this.journal = journal;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** Of what comes without a good ticket, or too often, nothing is read. */
    @PostMapping(WorkTicket.ADDRESS)
    ResponseEntity<?> save(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletRequest request)
            throws IOException {
        String ticket = ticket(authorization);
        Optional<ResponseEntity<?>> refusal = refusal(ticket);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return problem(HttpStatus.CONTENT_TOO_LARGE, "More than " + MOST_BYTES + " bytes at once");
        }
        List<WorkSave> saves;
        try {
            saves = Optional.ofNullable(JSON.readValue(body, Saves.class))
                    .map(Saves::saves)
                    .orElse(null);
        } catch (JacksonException | RuleViolation unreadable) {
            return problem(HttpStatus.BAD_REQUEST, "Not a list of saves: " + cause(unreadable));
        }
        if (saves == null || saves.stream().anyMatch(Objects::isNull)) {
            return problem(HttpStatus.BAD_REQUEST, "Not a list of saves: one is null, or all");
        }
        if (saves.size() > MOST_SAVES) {
            return problem(HttpStatus.CONTENT_TOO_LARGE, "More than " + MOST_SAVES + " saves at once");
        }
        try {
            return answer(journal.save(ticket, saves)
                    .map(outcomes -> new Outcomes(
                            clock.instant(), outcomes.stream().map(Outcome::of).toList())));
        } catch (WorkClosed ended) {
            return problem(HttpStatus.GONE, "The work has ended");
        }
    }

    @GetMapping(WorkTicket.ADDRESS)
    ResponseEntity<?> latest(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        return read(
                authorization, ticket -> journal.latest(ticket).map(entries -> new Entries(clock.instant(), entries)));
    }

    @GetMapping(WorkTicket.TIME)
    ResponseEntity<?> time(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        return read(authorization, journal::time);
    }

    @GetMapping(WorkTicket.VERSIONS)
    ResponseEntity<?> versions(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "30") int limit) {
        PageRequest page;
        try {
            page = new PageRequest(offset, limit);
        } catch (RuleViolation none) {
            return problem(HttpStatus.BAD_REQUEST, "No such page");
        }
        return read(
                authorization,
                ticket -> journal.versions(ticket, page).map(versions -> new Versions(clock.instant(), versions)));
    }

    @GetMapping(WorkTicket.VERSIONS + "/{revision}")
    ResponseEntity<?> version(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @PathVariable long revision) {
        return read(
                authorization,
                ticket -> journal.version(ticket, revision).map(entries -> new Entries(clock.instant(), entries)));
    }

    private ResponseEntity<?> read(@Nullable String authorization, Function<String, Optional<?>> reading) {
        String ticket = ticket(authorization);
        return refusal(ticket).orElseGet(() -> answer(reading.apply(ticket)));
    }

    /** What is answered without looking at the request: the ticket is not good, or it came too often. */
    private Optional<ResponseEntity<?>> refusal(String ticket) {
        Optional<WorkId> work = tickets.read(ticket, clock.instant());
        if (work.isEmpty()) {
            return Optional.of(notGood());
        }
        return requests.take(work.get()) ? Optional.empty() : Optional.of(tooOften(work.get()));
    }

    private ResponseEntity<?> tooOften(WorkId work) {
        long seconds = requests.waiting(work).map(Duration::toSeconds).orElse(1L);
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .body(new Problem("More than " + MOST_REQUESTS + " requests within a minute; send it again after "
                        + seconds + " s"));
    }

    private static ResponseEntity<?> answer(Optional<?> body) {
        return body.<ResponseEntity<?>>map(found ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found))
                .orElseGet(JournalEndpoint::notGood);
    }

    private static ResponseEntity<?> notGood() {
        return problem(HttpStatus.UNAUTHORIZED, "The ticket is not good, or not any more");
    }

    private static ResponseEntity<?> problem(HttpStatus status, String sentence) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(new Problem(sentence));
    }

    private static String ticket(@Nullable String authorization) {
        return authorization != null && authorization.startsWith(SCHEME)
                ? authorization.substring(SCHEME.length())
                : "";
    }

    /** The first line says what is wrong and where; it holds nothing of the content. */
    private static String cause(RuntimeException unreadable) {
        return unreadable instanceof JacksonException json
                ? json.getOriginalMessage().lines().findFirst().orElse("")
                : String.valueOf(unreadable.getMessage());
    }

    private record Saves(List<WorkSave> saves) {}

    private record Problem(String problem) {}

    private record Entries(Instant at, List<WorkEntry> entries) {}

    private record Versions(Instant at, List<WorkVersion> versions) {}

    private record Outcomes(Instant at, List<Outcome> outcomes) {}

    /** An outcome with its kind as a word: kept, superseded, conflict, full, out-of-turn. */
    private record Outcome(String kind, SaveOutcome outcome) {

        static Outcome of(SaveOutcome outcome) {
            return new Outcome(
                    switch (outcome) {
                        case SaveOutcome.Kept kept -> "kept";
                        case SaveOutcome.Superseded superseded -> "superseded";
                        case SaveOutcome.Conflict conflict -> "conflict";
                        case SaveOutcome.Full full -> "full";
                        case SaveOutcome.OutOfTurn outOfTurn -> "out-of-turn";
                    },
                    outcome);
        }
    }
}
