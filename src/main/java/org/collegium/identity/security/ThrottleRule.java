package org.collegium.identity.security;

import java.time.Duration;
import java.time.Instant;

/**
 * So many attempts at once, then one each interval. All that must be kept is one instant, the time at which everything
 * used up will have come back: the generic cell rate algorithm of ITU-T I.371.
 *
 * @param burst attempts that may follow each other at once, 1 or more
 * @param interval after which one more attempt comes back
 */
record ThrottleRule(int burst, Duration interval) {

    /** How long to wait before the next attempt, zero when it may be made now. */
    Duration waiting(Instant freeAt, Instant now) {
        Instant next = freeAt.minus(interval.multipliedBy(burst - 1L));
        return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
    }

    /** The instant to keep after an attempt. */
    Instant afterAttempt(Instant freeAt, Instant now) {
        return (freeAt.isAfter(now) ? freeAt : now).plus(interval);
    }

    /** The instant to keep when an attempt is given back. */
    Instant afterForgiving(Instant freeAt) {
        return freeAt.minus(interval);
    }
}
