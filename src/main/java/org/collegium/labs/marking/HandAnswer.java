package org.collegium.labs.marking;

import org.collegium.identity.AccountId;
import org.collegium.labs.work.SubmissionId;
import org.jspecify.annotations.Nullable;

/**
 * What a learner answered in a cell for which a person gives points.
 *
 * @param number of the submission
 * @param code whether it is code rather than text
 * @param points null until they are given
 */
public record HandAnswer(
        SubmissionId submission,
        AccountId learner,
        int number,
        String text,
        boolean code,
        double maxPoints,
        @Nullable Double points,
        String comment) {}
