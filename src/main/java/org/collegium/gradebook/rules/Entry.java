package org.collegium.gradebook.rules;

import java.io.Serializable;
import java.time.Instant;
import org.collegium.shared.Rules;
import org.jspecify.annotations.Nullable;

/**
 * Something that is graded: a unit of the course, or what instructors grade by hand.
 *
 * @param key of the unit, or {@code hand:} and an id
 * @param kind of the unit, such as {@code quiz}; empty for what is graded by hand
 * @param title 1 to 200 characters
 * @param category key of the category; empty for none
 * @param points what it weighs within its category, 0 to 1,000; with 0 it is shown and does not count
 * @param extra whether it adds to what others earn, and costs nothing where it is missing
 * @param due null when it is never late
 * @param late null where the rule of the run holds
 */
public record Entry(
        String key,
        String kind,
        String title,
        String category,
        double points,
        boolean extra,
        @Nullable Instant due,
        @Nullable LateRule late,
        Release release)
        implements Serializable {

    /** How the keys of entries begin that are graded by hand. */
    public static final String BY_HAND = "hand:";

    /** What an entry weighs of which nothing else is said. */
    public static final double USUAL_POINTS = 100;

    private static final int LONGEST = 200;
    private static final int HEAVIEST = 1_000;

    public Entry {
        title = title.strip();
        Rules rules = new Rules()
                .that(points >= 0 && points <= HEAVIEST, "gradebook.setup.entry.points.range", points, HEAVIEST);
        if (key.startsWith(BY_HAND)) {
            rules.that(
                    !title.isEmpty() && title.length() <= LONGEST,
                    "gradebook.setup.entry.title.length",
                    title.length(),
                    LONGEST);
        }
        rules.hold();
    }

    /** A unit of which nothing is set. */
    public static Entry usual(String key, String kind, String title) {
        return new Entry(key, kind, title, "", USUAL_POINTS, false, null, null, Release.AT_ONCE);
    }

    public boolean byHand() {
        return key.startsWith(BY_HAND);
    }

    public Entry released(Release other) {
        return new Entry(key, kind, title, category, points, extra, due, late, other);
    }
}
