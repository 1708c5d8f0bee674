package org.collegium.learning;

import java.time.Instant;
import org.collegium.courses.CourseRunId;

/**
 * Where a learner stopped in a run.
 *
 * @param place how far down the unit's text: the number of the block that was on top, from 0
 */
public record ResumePoint(CourseRunId run, String unitKey, int place, Instant at) {}
