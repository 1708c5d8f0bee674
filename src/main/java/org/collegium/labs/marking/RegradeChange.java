package org.collegium.labs.marking;

import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A submission that would be graded otherwise.
 *
 * @param place of the learner among those of the regrade, from 1, for those who may not see names
 * @param learner null for those who may not see whose work it is
 * @param name of the learner, null as well
 * @param number of the submission
 * @param keeps whether the learner was given something for the results of the run, which stays
 */
public record RegradeChange(
        int place,
        @Nullable AccountId learner,
        @Nullable String name,
        int number,
        double beforePoints,
        double beforeMax,
        boolean beforePassed,
        double afterPoints,
        double afterMax,
        boolean afterPassed,
        boolean keeps,
        Outcome outcome) {

    /** What became of it. */
    public enum Outcome {
        OPEN,
        APPLIED,
        SKIPPED
    }
}
