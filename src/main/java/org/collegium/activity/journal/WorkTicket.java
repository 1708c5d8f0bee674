package org.collegium.activity.journal;

import java.io.Serializable;
import java.time.Instant;

/**
 * Lets a browser save and read one piece of work without a session, on any node.
 *
 * @param token goes into the header {@code Authorization: Bearer …} of each request to {@link #ADDRESS}
 * @param until when the token ends; another one is had by opening the work again
 */
public record WorkTicket(WorkId work, String token, Instant until) implements Serializable {

    /** Where browsers send entries. */
    public static final String ADDRESS = "/journal/entries";

    /** Where browsers read what the work was earlier: a page of versions, and below it each by its revision. */
    public static final String VERSIONS = "/journal/versions";

    /** Where browsers ask for the time of the server, when the work ends and whether another device has saved something. */
    public static final String TIME = "/journal/time";
}
