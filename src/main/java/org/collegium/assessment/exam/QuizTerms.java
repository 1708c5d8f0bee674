package org.collegium.assessment.exam;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * On what terms one learner takes a quiz: what holds for everybody in the run, and what they were given beside it.
 *
 * @param opens when attempts can be started; null from the beginning
 * @param closes when attempts end, also those under way; null when it stays open
 * @param limit how long an attempt takes at most, without the extra time; zero for no limit
 * @param extra time beside the limit; zero where there is no limit
 * @param attempts that the learner has; 0 for as many as they like
 * @param password whether one is asked for before an attempt is started
 * @param reason for what they were given; empty when they were given nothing
 */
public record QuizTerms(
        @Nullable Instant opens,
        @Nullable Instant closes,
        Duration limit,
        Duration extra,
        int attempts,
        boolean password,
        String reason)
        implements Serializable {

    /** What a quiz itself says: how long attempts take and how many there are. */
    public static QuizTerms usual(Duration limit, int attempts) {
        return new QuizTerms(null, null, limit, Duration.ZERO, attempts, false, "");
    }

    /** These terms in a run that closes then; null when it stays open. */
    public QuizTerms closing(@Nullable Instant run) {
        return new QuizTerms(opens, Times.earlier(closes, run), limit, extra, attempts, password, reason);
    }

    public boolean timed() {
        return !limit.isZero();
    }

    /** The limit with the extra time. */
    public Duration whole() {
        return limit.plus(extra);
    }

    /** Whether attempts cannot be started yet. */
    public boolean early(Instant now) {
        return opens != null && now.isBefore(opens);
    }

    /** Whether no attempt can be started any more. */
    public boolean late(Instant now) {
        return closes != null && !now.isBefore(closes);
    }

    /** When an attempt that starts now is over: after its whole time, or when the quiz closes if that is sooner; null for never. */
    public @Nullable Instant due(Instant start) {
        return Times.earlier(timed() ? start.plus(whole()) : null, closes);
    }
}
