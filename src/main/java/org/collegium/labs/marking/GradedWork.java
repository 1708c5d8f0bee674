package org.collegium.labs.marking;

import java.time.Instant;
import org.collegium.labs.work.SubmissionId;
import org.jspecify.annotations.Nullable;

/**
 * A submission that is graded, as staff choose among them.
 *
 * @param place of the learner among those of the lab, from 1, for those who may not see names
 * @param name of the learner, null for those who may not see whose work it is
 * @param number 1 for the learner's first at this lab
 * @param latest whether it is the learner's latest
 */
public record GradedWork(
        SubmissionId id,
        int place,
        @Nullable String name,
        int number,
        Instant submittedAt,
        double points,
        double maxPoints,
        boolean passed,
        boolean latest) {}
