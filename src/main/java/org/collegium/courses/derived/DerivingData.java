package org.collegium.courses.derived;

import org.collegium.shared.Rules;
import org.collegium.shared.Slug;

/**
 * What a person says of a course that is made from another.
 *
 * @param title 1 to 300 characters
 * @param key unique within the partner
 * @param changes what is changed, for readers; at most 1,000 characters, may be empty
 */
public record DerivingData(String title, String key, String changes) {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_CHANGES = 1000;
    private static final int LONGEST_KEY = 64;

    public DerivingData {
        title = title.strip();
        key = key.strip();
        changes = changes.strip();
        String written = key;
        new Rules()
                .that(
                        !title.isEmpty() && title.length() <= LONGEST_TITLE,
                        "courses.derive.title.length",
                        title.length())
                .in(() -> new Slug(written))
                .that(key.length() <= LONGEST_KEY, "courses.derive.key.length", key.length())
                .that(changes.length() <= LONGEST_CHANGES, "courses.derive.changes.length", changes.length())
                .hold();
    }
}
