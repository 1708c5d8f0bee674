package org.collegium.gradebook.rules;

import java.io.Serializable;
import org.collegium.gradebook.rules.Facts.Work;
import org.collegium.gradebook.rules.LateRule.Lateness;
import org.jspecify.annotations.Nullable;

/**
 * What an entry is worth for a learner, and why.
 *
 * @param score what counts of it, 0 to 1; null where nothing is there to count
 * @param work that counts; null where the score is not one of handed in work
 * @param lateness of that work
 * @param part what it does to the total
 * @param adds what it adds to the total, in parts of 1
 */
public record EntryGrade(
        Entry entry,
        Facts facts,
        State state,
        @Nullable Double score,
        @Nullable Work work,
        Lateness lateness,
        Part part,
        double adds)
        implements Serializable {

    /** Where the score comes from. */
    public enum State {
        /** From the activity. */
        EARNED,
        /** From an instructor. */
        GIVEN,
        /** It does not count for this learner. */
        EXCUSED,
        /** Nothing was handed in, so it is 0. */
        MISSING,
        /** Something was handed in and is not graded yet; it is left out, and never missing. */
        WAITING,
        /** Nothing is there yet, and it is left out. */
        AWAITED,
        /** It is not released. */
        HIDDEN
    }

    /** What an entry does to the total. */
    public enum Part {
        COUNTS,
        /** Adds to what others earn. */
        EXTRA,
        /** One of the lowest of its category. */
        DROPPED,
        /** Is not in the total: nothing is there, or it is excused, kept back, without points or category. */
        OUT
    }

    EntryGrade with(Part other, double added) {
        return new EntryGrade(entry, facts, state, score, work, lateness, other, added);
    }

    /** What it earned of its points; 0 where nothing is there. */
    public double earned() {
        return score == null ? 0 : score * entry.points();
    }
}
