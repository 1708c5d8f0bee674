package org.collegium.integrity.trace;

import java.io.Serializable;
import java.time.Instant;

/**
 * Something that happened in an attempt, as people read it.
 *
 * @param question its number as the learner counts, from 1; 0 where it is about none
 * @param seconds how long it lasted; 0 where that says nothing
 * @param characters how many were pasted
 * @param name of the window or network, from A in the order in which they came; empty where it is about neither
 * @param late whether the browser told it more than a minute later
 */
public record Moment(Instant at, What what, int question, int seconds, int characters, String name, boolean late)
        implements Serializable {

    /** What happened. */
    public enum What {
        STARTED,
        OPENED_AGAIN,
        RELOADED,
        WINDOW,
        NETWORK,
        AWAY,
        PASTED,
        OFFLINE,
        FULL,
        SUBMITTED,
        TIME_UP,
        CLOSED
    }

    static Moment of(Instant at, What what) {
        return named(at, what, "");
    }

    static Moment named(Instant at, What what, String name) {
        return new Moment(at, what, 0, 0, 0, name, false);
    }
}
