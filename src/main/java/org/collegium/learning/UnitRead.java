package org.collegium.learning;

import java.time.Instant;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;

/** A learner completed a unit by reading it, or by saying that they tried it, here or in another language; told once for a learner, run and unit. */
public record UnitRead(AccountId learner, CourseRunId run, String unit, Instant at) {}
