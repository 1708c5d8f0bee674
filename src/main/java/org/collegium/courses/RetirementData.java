package org.collegium.courses;

import java.time.Instant;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * What is announced of a course that will be retired.
 *
 * @param message what learners are told, at most 2,000 characters
 * @param successor the course that takes its place, null for none
 */
public record RetirementData(
        Instant at, String message, @Nullable CourseId successor) {

    private static final int LONGEST = 2_000;

    public RetirementData {
        message = message.strip();
        if (message.length() > LONGEST) {
            throw new RuleViolation("courses.retirement.message.length", message.length(), LONGEST);
        }
    }
}
