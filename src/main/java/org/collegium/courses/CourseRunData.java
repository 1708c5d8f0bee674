package org.collegium.courses;

import java.time.Instant;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * What staff say about a run.
 *
 * @param title 1 to 300 characters
 * @param opens between the years 2000 and 2200; null when it is open from the beginning
 * @param closes after {@code opens}; null when it stays open
 * @param selfEnrolment whether learners join by themselves
 * @param capacity 1 to 100,000 learners; null without limit
 */
public record CourseRunData(
        String title,
        @Nullable Instant opens,
        @Nullable Instant closes,
        boolean selfEnrolment,
        @Nullable Integer capacity) {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int LONGEST_TITLE = 300;
    private static final int MOST_LEARNERS = 100_000;

    public CourseRunData {
        title = title.strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw new RuleViolation("courses.run.title.length", title.length());
        }
        if (isFarOff(opens)) {
            throw new RuleViolation("courses.run.opens.range");
        }
        if (isFarOff(closes)) {
            throw new RuleViolation("courses.run.closes.range");
        }
        if (opens != null && closes != null && !closes.isAfter(opens)) {
            throw new RuleViolation("courses.run.closes.order");
        }
        if (capacity != null && (capacity < 1 || capacity > MOST_LEARNERS)) {
            throw new RuleViolation("courses.run.capacity.range", capacity);
        }
    }

    private static boolean isFarOff(@Nullable Instant time) {
        return time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST));
    }

    /** A run that is open at once, for everybody, without end. */
    public static CourseRunData open(String title) {
        return new CourseRunData(title, null, null, true, null);
    }
}
