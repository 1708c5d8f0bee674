package org.collegium.courses;

import java.time.Instant;
import java.util.Objects;
import org.collegium.shared.Rules;
import org.jspecify.annotations.Nullable;

/**
 * What staff say about a run.
 *
 * @param title 1 to 300 characters
 * @param opens between the years 2000 and 2200; null when it is open from the beginning
 * @param closes after {@code opens}; null when it stays open
 * @param selfEnrolment whether learners join by themselves
 * @param capacity 1 to 100,000 learners; null without limit
 * @param language BCP 47, in which it is taught; null for that of the course
 */
public record CourseRunData(
        String title,
        @Nullable Instant opens,
        @Nullable Instant closes,
        boolean selfEnrolment,
        @Nullable Integer capacity,
        @Nullable String language) {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int LONGEST_TITLE = 300;
    private static final int MOST_LEARNERS = 100_000;

    public CourseRunData {
        title = title.strip();
        new Rules()
                .that(!title.isEmpty() && title.length() <= LONGEST_TITLE, "courses.run.title.length", title.length())
                .that(!isFarOff(opens), "courses.run.opens.range")
                .that(!isFarOff(closes), "courses.run.closes.range")
                .that(opens == null || closes == null || closes.isAfter(opens), "courses.run.closes.order")
                .that(
                        capacity == null || (capacity >= 1 && capacity <= MOST_LEARNERS),
                        "courses.run.capacity.range",
                        Objects.toString(capacity))
                .that(
                        language == null || LanguageTag.of(language).isPresent(),
                        "courses.details.language.syntax",
                        Objects.toString(language))
                .hold();
        language = language == null ? null : LanguageTag.of(language).orElseThrow();
    }

    /** In the language of the course. */
    public CourseRunData(
            String title,
            @Nullable Instant opens,
            @Nullable Instant closes,
            boolean selfEnrolment,
            @Nullable Integer capacity) {
        this(title, opens, closes, selfEnrolment, capacity, null);
    }

    private static boolean isFarOff(@Nullable Instant time) {
        return time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST));
    }

    /** A run that is open at once, for everybody, without end. */
    public static CourseRunData open(String title) {
        return new CourseRunData(title, null, null, true, null);
    }
}
