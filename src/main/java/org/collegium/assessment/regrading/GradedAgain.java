package org.collegium.assessment.regrading;

import java.io.Serializable;
import java.time.Instant;

/**
 * An attempt that was graded again and came out otherwise, as its learner reads it.
 *
 * @param possible the points of all questions that counted
 * @param pointsNow the points by the corrected key
 * @param kept whether the grade of before goes on counting, since it is better
 */
public record GradedAgain(
        Instant at, String reason, double points, double possible, double pointsNow, double possibleNow, boolean kept)
        implements Serializable {}
