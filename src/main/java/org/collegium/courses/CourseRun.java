package org.collegium.courses;

import java.time.Instant;
import org.collegium.partners.PartnerId;
import org.jspecify.annotations.Nullable;

/**
 * An offering of a version to learners.
 *
 * @param opens null when it is open from the beginning
 * @param closes null when it stays open
 * @param selfEnrolment whether learners join by themselves
 * @param capacity greatest number of learners, null without limit
 * @param language BCP 47, in which it is taught; null for that of the course
 */
public record CourseRun(
        CourseRunId id,
        CourseId course,
        CourseVersionId version,
        PartnerId partner,
        String title,
        @Nullable Instant opens,
        @Nullable Instant closes,
        boolean selfEnrolment,
        @Nullable Integer capacity,
        @Nullable String language) {

    /** Whether learning is possible at this time. */
    public boolean openAt(Instant time) {
        return (opens == null || !time.isBefore(opens)) && (closes == null || time.isBefore(closes));
    }
}
