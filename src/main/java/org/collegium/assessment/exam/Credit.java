package org.collegium.assessment.exam;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * Time that an attempt got back for an outage of the platform.
 *
 * @param from the last sign of life before the outage
 * @param until the first one after it
 * @param time the part of the outage in which the attempt was open, in whole seconds, rounded up
 */
public record Credit(Instant from, Instant until, Duration time) implements Serializable {

    /** Shorter silences are no outages: they cost nobody more than a reload does. */
    public static final Duration THRESHOLD = Duration.ofSeconds(15);
}
