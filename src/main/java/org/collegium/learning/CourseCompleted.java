package org.collegium.learning;

import java.time.Instant;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;

/** A learner completed every unit of a course that counts; told once for a learner and a run. */
public record CourseCompleted(AccountId learner, CourseRunId run, CourseId course, Instant at) {}
