package org.collegium.assessment.regrading;

import org.collegium.assessment.AttemptGrades.Worth;
import org.collegium.identity.AccountId;

/**
 * An attempt that is worth something else by the corrected key.
 *
 * @param number of the attempt
 * @param certificate whether the learner was given something for the results of the run, which stays
 */
public record RegradeChange(
        AccountId learner,
        String name,
        String email,
        int number,
        Worth before,
        Worth after,
        boolean certificate,
        Outcome outcome) {

    /** What became of it. */
    public enum Outcome {
        OPEN,
        APPLIED,
        /** What it had goes on counting, as that was better. */
        KEPT
    }

    /** Whether the corrected key is worth less. */
    public boolean loses() {
        return before.betterThan(after);
    }
}
