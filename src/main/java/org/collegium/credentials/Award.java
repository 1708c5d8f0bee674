package org.collegium.credentials;

import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;

/**
 * A certificate to be given by hand.
 *
 * @param reason why, 1 to 500 characters; whoever verifies the certificate reads it
 */
public record Award(
        AccountId learner, String learnerName, CourseRunId run, CourseId course, String courseTitle, String reason) {}
