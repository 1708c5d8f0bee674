package org.collegium.learning;

import java.time.Instant;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;

/** A learner may see a result now that waited; what follows from it in this module has been recorded. */
public record ResultReleased(AccountId learner, CourseRunId run, String unit, Instant at) {}
