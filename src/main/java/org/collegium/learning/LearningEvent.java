package org.collegium.learning;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A fact about learning.
 *
 * @param unitKey stable key of the unit, empty for the course itself
 * @param occasion tells repeated facts of one kind apart, at most 32 ASCII characters; the same fact told twice is one fact
 * @param score 0 to 1, of {@link LearningEventKind#SCORED} alone
 * @param passed whether the score was enough, of {@link LearningEventKind#SCORED} alone
 * @param at to the microsecond
 */
record LearningEvent(
        AccountId learner,
        CourseRunId run,
        String unitKey,
        LearningEventKind kind,
        String occasion,
        @Nullable Double score,
        @Nullable Boolean passed,
        Instant at) {

    /** The unit key of the course itself. */
    static final String COURSE = "";

    LearningEvent {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    static LearningEvent opened(AccountId learner, CourseRunId run, String unitKey, Instant at) {
        String day = at.truncatedTo(ChronoUnit.DAYS).toString().substring(0, "2000-01-01".length());
        return new LearningEvent(learner, run, unitKey, LearningEventKind.OPENED, day, null, null, at);
    }

    static LearningEvent once(AccountId learner, CourseRunId run, String unitKey, LearningEventKind kind, Instant at) {
        return new LearningEvent(learner, run, unitKey, kind, "", null, null, at);
    }

    /**
     * The same fact, at a time after that of the score before it: what is told later counts, also where the clock of the node that tells it
     * is behind.
     */
    LearningEvent after(@Nullable Instant scored) {
        return kind != LearningEventKind.SCORED || scored == null || at.isAfter(scored)
                ? this
                : new LearningEvent(
                        learner, run, unitKey, kind, occasion, score, passed, scored.plus(1, ChronoUnit.MICROS));
    }

    static LearningEvent scored(
            AccountId learner, CourseRunId run, String unitKey, double score, boolean passed, Instant at) {
        Instant time = at.truncatedTo(ChronoUnit.MICROS);
        return new LearningEvent(learner, run, unitKey, LearningEventKind.SCORED, time.toString(), score, passed, time);
    }
}
