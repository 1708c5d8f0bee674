package org.collegium.courses.importing;

import java.io.Serializable;
import java.time.Instant;

/**
 * Lets a browser send files for a partner without a session, to any node.
 *
 * @param token goes into the header {@code Authorization: Bearer …} of each request to {@link #ADDRESS}
 * @param until when it ends; another one is had from the page
 */
public record UploadTicket(String token, Instant until) implements Serializable {

    /** Where files are sent; below the address of the journal, whose requests bring their authority with them. */
    public static final String ADDRESS = "/journal/courses";
}
