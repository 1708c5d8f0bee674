package org.collegium.enrolment;

import java.time.Instant;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;

/** A learner joined a run, for the first time or again. */
public record LearnerEnrolled(AccountId learner, CourseRunId run, CourseId course, Instant at) {}
