package org.collegium.learning;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A learner of a run as its instructors see them.
 *
 * @param done completed units among those that count
 * @param total units that count, 0 before the learner began
 * @param stuck units failed again and again and still not passed
 * @param attention why the learner may need somebody, empty when nothing says so
 */
public record LearnerProgress(
        AccountId learner,
        String name,
        String email,
        int done,
        int total,
        int stuck,
        Instant joinedAt,
        @Nullable Instant lastActivityAt,
        @Nullable Instant completedAt,
        Set<Attention> attention) {

    /** Why a learner may need somebody. */
    public enum Attention {
        /** Nothing happened for {@link AttentionRule#SILENCE}. */
        SILENT,
        /** Failed a unit {@link AttentionRule#FAILURES} times and has not passed it. */
        STUCK
    }

    public LearnerProgress {
        attention = Set.copyOf(attention);
    }

    static LearnerProgress of(Row row, Instant silentBefore) {
        EnumSet<Attention> attention = EnumSet.noneOf(Attention.class);
        Instant last = row.lastActivityAt() == null ? row.joinedAt() : row.lastActivityAt();
        if (row.completedAt() == null && last.isBefore(silentBefore)) {
            attention.add(Attention.SILENT);
        }
        if (row.stuck() > 0) {
            attention.add(Attention.STUCK);
        }
        return new LearnerProgress(
                new AccountId(row.learner()),
                row.name(),
                row.email(),
                row.done(),
                row.total(),
                row.stuck(),
                row.joinedAt(),
                row.lastActivityAt(),
                row.completedAt(),
                attention);
    }

    /** As the query gives it. */
    record Row(
            UUID learner,
            String name,
            String email,
            int done,
            int total,
            int stuck,
            Instant joinedAt,
            @Nullable Instant lastActivityAt,
            @Nullable Instant completedAt) {}
}
