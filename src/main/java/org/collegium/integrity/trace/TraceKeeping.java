package org.collegium.integrity.trace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.collegium.activity.journal.WorkHolders;
import org.collegium.assessment.AttemptFacts;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.AttemptsForOthers;
import org.collegium.identity.AccountId;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Keeps what happens in attempts, within bounds, and only where the quiz asks for it. */
@Service
class TraceKeeping {

    /** The most events of an attempt. */
    static final int MOST = 400;

    /** So long after the end of an attempt events that waited for a network are still taken. */
    private static final Duration LATE = Duration.ofDays(1);

    private static final int LONGEST_SECONDS = 86_400;
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final String KIND = "quiz";

    private final WorkHolders holders;
    private final AttemptsForOthers attempts;
    private final TraceRows rows;
    private final Networks networks;
    private final RetriedTransactions transactions;
    private final Clock clock;

    TraceKeeping(
            WorkHolders holders,
            AttemptsForOthers attempts,
            TraceRows rows,
            Networks networks,
            RetriedTransactions transactions,
            Clock clock) {
        this.holders = holders;
        this.attempts = attempts;
        this.rows = rows;
        this.networks = networks;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What became of what was told. */
    enum Kept {
        /** It is in the database, or was before, or the attempt has as many as are kept. */
        KEPT,
        /** The ticket is not good, or for other work. */
        NO_TICKET,
        /** The attempt is over for too long, or its quiz asks for no trace. */
        NOT_ASKED
    }

    /** The attempt of a ticket, by which requests are counted; empty when the ticket is not good. One query. */
    @PreAuthorize("permitAll()")
    public Optional<AttemptId> attempt(String ticket) {
        return holders.of(ticket).filter(work -> work.kind().equals(KIND)).map(work -> new AttemptId(work.subject()));
    }

    /** Keeps what the browser of an attempt's learner tells; four queries. What cannot be understood is left out. */
    @PreAuthorize("permitAll()")
    public Kept keep(String ticket, @Nullable String address, List<ToldEvent> told) {
        WorkHolders.Held work =
                holders.of(ticket).filter(held -> held.kind().equals(KIND)).orElse(null);
        if (work == null) {
            return Kept.NO_TICKET;
        }
        Instant now = now();
        AttemptFacts attempt = attempts.find(new AttemptId(work.subject()))
                .filter(found -> found.learner().equals(work.owner()) && found.traced())
                .filter(found -> !over(found, now))
                .orElse(null);
        if (attempt == null) {
            return Kept.NOT_ASKED;
        }
        int network = networks.of(attempt.id(), address);
        List<TraceEvent> events = told.stream()
                .flatMap(event -> event(attempt, event, network, now).stream())
                .toList();
        add(attempt, events, network, now);
        return Kept.KEPT;
    }

    /** The platform gives the page of an attempt; four queries. */
    @PreAuthorize("@access.is(#learner)")
    public void opened(AccountId learner, AttemptId id, @Nullable String address) {
        Instant now = now();
        attempts.find(id)
                .filter(attempt -> attempt.learner().equals(learner) && attempt.traced())
                .filter(attempt -> !over(attempt, now))
                .ifPresent(attempt -> {
                    int network = networks.of(id, address);
                    add(attempt, List.of(plain(Uuids.next(), EventKind.PAGE, network, now)), network, now);
                });
    }

    private void add(AttemptFacts attempt, List<TraceEvent> events, int network, Instant now) {
        transactions.run(() -> {
            int left = MOST - rows.count(attempt.id());
            if (left > 0) {
                List<TraceEvent> kept = new ArrayList<>(events.subList(0, Math.min(left, events.size())));
                if (kept.size() == left) {
                    kept.set(left - 1, plain(new UUID(0, 0), EventKind.FULL, network, now));
                }
                rows.add(attempt, kept);
            }
            return true;
        });
    }

    private static TraceEvent plain(UUID key, EventKind kind, int network, Instant now) {
        return new TraceEvent(key, kind, null, now, now, null, null, null, network);
    }

    private static boolean over(AttemptFacts attempt, Instant now) {
        Instant end = attempt.submittedAt();
        return end != null && now.isAfter(end.plus(LATE));
    }

    private static Optional<TraceEvent> event(AttemptFacts attempt, ToldEvent told, int network, Instant now) {
        return Arrays.stream(EventKind.values())
                .filter(EventKind::isTold)
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(told.kind()))
                .findFirst()
                .map(kind -> new TraceEvent(
                        told.key(),
                        kind,
                        told.question() != null && attempt.place(told.question()) > 0 ? told.question() : null,
                        within(attempt, now.minusMillis(Math.clamp(told.ago(), 0, LATE.toMillis())), now),
                        now,
                        clamped(told.seconds(), LONGEST_SECONDS),
                        clamped(told.characters(), MOST_CHARACTERS),
                        told.window(),
                        network));
    }

    private static Instant within(AttemptFacts attempt, Instant at, Instant now) {
        Instant end = attempt.submittedAt() == null ? now : attempt.submittedAt();
        Instant latest = at.isAfter(end) ? end : at;
        return latest.isBefore(attempt.startedAt()) ? attempt.startedAt() : latest;
    }

    private static @Nullable Integer clamped(@Nullable Integer number, int most) {
        return number == null ? null : Integer.valueOf(Math.clamp(number, 0, most));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
