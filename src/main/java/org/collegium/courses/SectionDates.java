package org.collegium.courses;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a section of a run opens, and until when it should be done.
 *
 * @param opens null when it opens with the run
 * @param due null when there is no such time; nothing closes by it
 */
public record SectionDates(
        @Nullable SectionTime opens, @Nullable SectionTime due) {

    /** It opens with the run, and is never due. */
    public static final SectionDates NONE = new SectionDates(null, null);

    SectionDates later(Duration by) {
        return new SectionDates(opens == null ? null : opens.later(by), due == null ? null : due.later(by));
    }
}
