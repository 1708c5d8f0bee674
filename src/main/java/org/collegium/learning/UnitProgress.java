package org.collegium.learning;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one learner is with one unit. It is folded from events, and comes out the same in whatever order they arrive.
 *
 * @param openedAt when it was first opened
 * @param completedAt when it was first completed
 * @param completedBy the event that completed it
 * @param score the score that was given last, 0 to 1
 * @param failures how often it was graded and not passed
 * @param lastAt when anything last happened
 */
@Embeddable
public record UnitProgress(
        @Nullable Instant openedAt,
        @Nullable Instant completedAt,
        @Enumerated(EnumType.STRING) @Nullable LearningEventKind completedBy,
        @Nullable Double score,
        @Nullable Instant scoredAt,
        int failures,
        Instant lastAt) {

    /** Nothing happened yet. */
    public static final UnitProgress NOTHING = new UnitProgress(null, null, null, null, null, 0, Instant.EPOCH);

    public boolean completed() {
        return completedAt != null;
    }

    /** Graded without success so often, and not passed since, that help may be needed. */
    public boolean stuck() {
        return !completed() && failures >= AttentionRule.FAILURES;
    }

    /** This progress and one more event. */
    UnitProgress with(LearningEvent event) {
        boolean first = event.kind().completes() && (completedAt == null || earlier(event, completedAt));
        boolean newest = event.kind() == LearningEventKind.SCORED
                && (scoredAt == null || event.at().isAfter(scoredAt));
        boolean opens = event.kind() == LearningEventKind.OPENED
                && (openedAt == null || event.at().isBefore(openedAt));
        return new UnitProgress(
                opens ? event.at() : openedAt,
                first ? event.at() : completedAt,
                first ? event.kind() : completedBy,
                newest ? event.score() : score,
                newest ? event.at() : scoredAt,
                failures + (Boolean.FALSE.equals(event.passed()) ? 1 : 0),
                event.at().isAfter(lastAt) ? event.at() : lastAt);
    }

    /** Earlier in time; of two at the same time the one whose kind stands first. */
    private boolean earlier(LearningEvent event, Instant time) {
        int order = event.at().compareTo(time);
        return order < 0 || (order == 0 && completedBy != null && event.kind().compareTo(completedBy) < 0);
    }
}
