package org.collegium.enrolment;

import java.time.Instant;
import org.collegium.courses.CourseRunId;
import org.jspecify.annotations.Nullable;

/**
 * Where a learner stands who waits for a place.
 *
 * @param number from 1, in the order in which those without a place came; 0 when a place is kept
 * @param keptUntil until when a place is kept; null while they wait for one
 */
public record WaitingPlace(
        CourseRunId run, int number, @Nullable Instant keptUntil) {}
