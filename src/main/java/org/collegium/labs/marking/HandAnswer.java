package org.collegium.labs.marking;

import org.collegium.identity.AccountId;
import org.collegium.labs.work.SubmissionId;
import org.jspecify.annotations.Nullable;

/**
 * What a learner answered in a cell for which a person gives points.
 *
 * @param name of the learner
 * @param number of the submission
 * @param code whether it is code rather than text
 * @param points null until they are given
 */
public record HandAnswer(
        SubmissionId submission,
        AccountId learner,
        String name,
        int number,
        String text,
        boolean code,
        double maxPoints,
        @Nullable Double points,
        String comment) {}
