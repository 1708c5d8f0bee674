package org.collegium.gradebook.rules;

import java.io.Serializable;
import org.collegium.shared.Rules;

/**
 * A part of the grade book, such as "Labs".
 *
 * @param key within the run, up to 36 characters; not empty
 * @param name 1 to 100 characters
 * @param weight against the other categories, 0 to 1,000; they need not come to 100
 * @param dropLowest so many of its lowest entries do not count, 0 to 50
 */
public record Category(String key, String name, double weight, int dropLowest) implements Serializable {

    private static final int LONGEST = 100;
    private static final int HEAVIEST = 1_000;
    private static final int MOST_DROPPED = 50;

    public Category {
        name = name.strip();
        new Rules()
                .that(
                        !name.isEmpty() && name.length() <= LONGEST,
                        "gradebook.setup.category.name.length",
                        name.length(),
                        LONGEST)
                .that(weight >= 0 && weight <= HEAVIEST, "gradebook.setup.category.weight.range", weight, HEAVIEST)
                .that(
                        dropLowest >= 0 && dropLowest <= MOST_DROPPED,
                        "gradebook.setup.category.drop.range",
                        dropLowest,
                        MOST_DROPPED)
                .hold();
    }
}
