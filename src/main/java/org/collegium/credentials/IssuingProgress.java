package org.collegium.credentials;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a bulk issue is.
 *
 * @param refused not earned after all
 * @param already held a valid certificate before
 */
public record IssuingProgress(
        UUID id, Instant begunAt, int total, int issued, int refused, int already, Optional<Instant> finishedAt) {

    public int done() {
        return issued + refused + already;
    }

    /** The part that is done, 0 to 1. */
    public double fraction() {
        return total == 0 ? 1 : (double) done() / total;
    }

    public boolean finished() {
        return finishedAt.isPresent();
    }
}
