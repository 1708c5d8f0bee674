package org.collegium.assessment.regrading;

import java.io.Serializable;
import java.time.Instant;

/**
 * A grade that became another one, as its learner reads it.
 *
 * @param possible the points of all questions that counted
 */
public record GradedAgain(
        Instant at, String reason, double points, double possible, double pointsNow, double possibleNow)
        implements Serializable {}
