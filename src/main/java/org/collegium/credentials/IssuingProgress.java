package org.collegium.credentials;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a bulk issue is.
 *
 * @param refused not earned after all
 * @param already held a valid certificate before
 * @param ready would get one; of a trial
 * @param dry a trial, which issues nothing
 * @param effect of a trial of a rule that does not hold yet
 */
public record IssuingProgress(
        UUID id,
        Instant begunAt,
        int total,
        int issued,
        int refused,
        int already,
        int ready,
        boolean dry,
        Optional<Effect> effect,
        Optional<Instant> finishedAt) {

    /**
     * What a rule that is tried would change.
     *
     * @param gains have earned the certificate by it alone
     * @param loses have earned it by the rule that holds alone, and hold none yet
     */
    public record Effect(int gains, int loses) {}

    public int done() {
        return issued + refused + already + ready;
    }

    /** The part that is done, 0 to 1. */
    public double fraction() {
        return total == 0 ? 1 : (double) done() / total;
    }

    public boolean finished() {
        return finishedAt.isPresent();
    }
}
