package org.collegium.learning.rollout;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.identity.AccountId;

/**
 * What another version of the course means for one learner.
 *
 * @param before completed units among those that count, by the version that the run has
 * @param after the same by the other version
 * @param completed whether the course is complete for them already; then it stays so
 * @param certificate what becomes of the certificate
 * @param changed titles of the units they have completed whose content changes
 * @param removed titles of the units they have completed that go away
 * @param open titles of the units at which they have work that is not graded yet, and that change or go away
 */
public record Effect(
        AccountId learner,
        String name,
        String email,
        Share before,
        Share after,
        boolean completed,
        Certificate certificate,
        List<String> changed,
        List<String> removed,
        List<String> open) {

    /** Completed units of those that count. */
    public record Share(int done, int total) {

        /** No unit counts, or nothing was begun. */
        public static final Share NONE = new Share(0, 0);

        static Share of(Set<String> counting, Set<String> completed) {
            return new Share((int) counting.stream().filter(completed::contains).count(), counting.size());
        }

        /** Whole percent, rounded down. */
        public int percent() {
            return total == 0 ? 0 : done * 100 / total;
        }

        boolean complete() {
            return total > 0 && done == total;
        }
    }

    /** What becomes of a certificate. */
    public enum Certificate {
        /** They hold one, and it stays. */
        HELD,
        /** They have done all it needs, before and after, or have not, before and after. */
        SAME,
        /** With the other version they have done all that it needs. */
        EARNED,
        /** With the other version something is missing again. */
        MISSING
    }

    public Effect {
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
        open = List.copyOf(open);
    }

    /** Whether the other version completes the course for them. */
    public boolean completes() {
        return !completed && after.complete();
    }

    /** Whether the percentage that they see becomes another one. */
    public boolean percentChanges() {
        return before.percent() != after.percent();
    }

    /** Whether anything that they did, see or have earned is touched. */
    public boolean concerns() {
        return percentChanges()
                || completes()
                || certificate == Certificate.EARNED
                || certificate == Certificate.MISSING
                || !changed.isEmpty()
                || !removed.isEmpty()
                || !open.isEmpty();
    }

    /** All titles of a kind as one text. */
    static String joined(List<String> titles) {
        return titles.stream().collect(Collectors.joining("; "));
    }
}
