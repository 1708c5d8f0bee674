package org.collegium.learning;

import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;

/** The progress of a learner was derived by another version of the course; told in the transaction that does so. */
public record LearnerMoved(AccountId learner, CourseRunId run) {}
