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
        Optional<Instant> finishedAt) {

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
