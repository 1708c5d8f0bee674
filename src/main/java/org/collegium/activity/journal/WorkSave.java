package org.collegium.activity.journal;

import java.util.UUID;
import java.util.regex.Pattern;
import org.collegium.shared.RuleViolation;

/**
 * What a browser asks to keep.
 *
 * @param key the same again is the same save
 * @param field 1 to 100 of {@code A-Z a-z 0-9 . _ : -}
 * @param sequence grows with each change made on the device, from 1
 * @param base revision of the field that the device knew when it changed it; 0 for none
 * @param content at most {@link #LONGEST} characters
 */
public record WorkSave(UUID key, String field, UUID device, long sequence, long base, String content) {

    /** The most characters of one entry. */
    public static final int LONGEST = 2_000_000;

    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    public WorkSave {
        if (!FIELD.matcher(field).matches()) {
            throw new RuleViolation("activity.journal.field", field);
        }
        if (sequence < 1 || base < 0) {
            throw new RuleViolation("activity.journal.sequence", sequence, base);
        }
        if (content.length() > LONGEST) {
            throw new RuleViolation("activity.journal.length", content.length(), LONGEST);
        }
    }
}
