package org.collegium.enrolment;

import java.time.Instant;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;

/** A learner left a run. */
public record LearnerWithdrew(AccountId learner, CourseRunId run, CourseId course, Instant at) {}
