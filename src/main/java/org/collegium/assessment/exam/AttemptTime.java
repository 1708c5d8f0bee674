package org.collegium.assessment.exam;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The clock of an attempt: {@code due} = the earlier of {@code startedAt + limit + extra} and the closing of the quiz, and to that
 * all that was credited. The closing of the run ends it too, likewise later by what was credited.
 *
 * @param due null when it has no end of its own
 * @param limit without the extra time; zero for none
 * @param credited for outages of the platform
 */
public record AttemptTime(Instant startedAt, @Nullable Instant due, Duration limit, Duration extra, Duration credited)
        implements Serializable {

    /** So much later saves are still taken that were under way when the clock ended. */
    public static final Duration GRACE = Duration.ofSeconds(10);

    /** The closing of a run is a clock to nobody who has days left. */
    private static final Duration NEAR = Duration.ofDays(1);

    /** So much earlier what is submitted counts as ended by the clock: clocks of browsers are never quite right. */
    private static final Duration DRIFT = Duration.ofSeconds(1);

    /** The clock of an attempt that starts now, as exact as the database keeps it. */
    public static AttemptTime starting(QuizTerms terms, Instant now) {
        Instant start = now.truncatedTo(ChronoUnit.MICROS);
        return new AttemptTime(start, terms.due(start), terms.limit(), terms.extra(), Duration.ZERO);
    }

    /** The clock of a trial or a rehearsal that starts now: it takes as long as an attempt, and ends by nothing else. */
    public static AttemptTime practising(QuizTerms terms, Instant now) {
        Instant due = terms.timed() ? now.plus(terms.whole()) : null;
        return new AttemptTime(now, due, terms.limit(), terms.extra(), Duration.ZERO);
    }

    /**
     * The clock after the terms have changed while the attempt is under way: what gives more time holds at once, and nobody has
     * less than they were told at the start.
     */
    public AttemptTime under(QuizTerms terms) {
        Instant before = due;
        if (before == null) {
            return this;
        }
        Instant fresh = terms.due(startedAt);
        Instant after = fresh == null ? null : fresh.plus(credited);
        return after == null || after.isAfter(before)
                ? new AttemptTime(startedAt, after, terms.limit(), terms.extra(), credited)
                : this;
    }

    /**
     * When the attempt ends; null when it does not.
     *
     * @param runCloses null when the run stays open
     */
    public @Nullable Instant ends(@Nullable Instant runCloses) {
        return Times.earlier(due, closing(runCloses));
    }

    /**
     * As its learner sees it: a run that closes sooner ends it, and is told of where nothing else ends it once that is near.
     *
     * @param runCloses null when the run stays open
     */
    public AttemptTime shown(@Nullable Instant runCloses, Instant now) {
        Instant end = ends(runCloses);
        boolean near = end != null && end.isBefore(now.plus(NEAR));
        return due == null && !near ? this : new AttemptTime(startedAt, end, limit, extra, credited);
    }

    /** Whether it ends before its whole time is over, since the quiz closes. */
    public boolean cut() {
        Instant end = due;
        return end != null
                && !limit.isZero()
                && end.isBefore(startedAt.plus(limit).plus(extra).plus(credited));
    }

    /** When saving ends; null when it does not. */
    public @Nullable Instant savesEnd(@Nullable Instant runCloses) {
        return Times.earlier(due == null ? null : due.plus(GRACE), closing(runCloses));
    }

    /** Whether nothing is taken any more, so that the attempt is to be ended. */
    public boolean over(Instant now, @Nullable Instant runCloses) {
        Instant end = savesEnd(runCloses);
        return end != null && now.isAfter(end);
    }

    /** What ends the attempt if it is ended now. */
    public EndedBy endedBy(Instant now, @Nullable Instant runCloses) {
        Instant closing = closing(runCloses);
        Instant own = due;
        if (own != null && !now.isBefore(own.minus(DRIFT)) && (closing == null || !own.isAfter(closing))) {
            return EndedBy.CLOCK;
        }
        return closing != null && !now.isBefore(closing) ? EndedBy.RUN : EndedBy.LEARNER;
    }

    private @Nullable Instant closing(@Nullable Instant runCloses) {
        return runCloses == null ? null : runCloses.plus(credited);
    }
}
