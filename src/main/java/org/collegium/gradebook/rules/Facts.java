package org.collegium.gradebook.rules;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one learner and one entry.
 *
 * @param raw the score that the activity gave, 0 to 1; null while there is none
 * @param works on which it may rest; of them counts what is worth most after what it loses for being late
 * @param given the score that an instructor gave in the place of all that, 0 to 1; null for none
 * @param excused whether the entry does not count for this learner
 * @param reason of what was given or excused
 * @param due for this learner; null when it is never late
 * @param extension why the due date is another than that of everybody; null where it is not
 * @param deadline from when on missing work counts as 0, where it does; null for never
 * @param waiting whether something was handed in that is not graded yet
 * @param hidden whether it is kept from the reader
 */
public record Facts(
        @Nullable Double raw,
        List<Work> works,
        @Nullable Double given,
        boolean excused,
        String reason,
        @Nullable Instant due,
        @Nullable Extension extension,
        @Nullable Instant deadline,
        boolean waiting,
        boolean hidden)
        implements Serializable {

    /** Nothing is known. */
    public static final Facts NONE = new Facts(null, List.of(), null, false, "", null, null, null, false, false);

    public Facts {
        works = List.copyOf(works);
    }

    /**
     * Work that was handed in and graded.
     *
     * @param score 0 to 1
     */
    public record Work(double score, Instant at) implements Serializable {}

    /**
     * Why a learner has more time.
     *
     * @param byAccommodation whether the quiz closes later for them, else an instructor extended it
     * @param reason empty where the accommodation says it
     */
    public record Extension(boolean byAccommodation, String reason) implements Serializable {}

    public Facts withHidden(boolean now) {
        return new Facts(raw, works, given, excused, reason, due, extension, deadline, waiting, now);
    }
}
