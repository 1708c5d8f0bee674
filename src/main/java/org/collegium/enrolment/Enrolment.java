package org.collegium.enrolment;

import java.time.Instant;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;

/** One learner in one run. */
public record Enrolment(
        EnrolmentId id,
        AccountId learner,
        CourseRunId run,
        CourseId course,
        EnrolmentState state,
        EnrolmentSource source,
        Instant joinedAt) {}
