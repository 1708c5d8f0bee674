package org.collegium.assessment;

/**
 * What a learner gives before an attempt is started.
 *
 * @param password empty where none is asked for
 * @param agreed hash of the honour statement that they agreed to, see {@link HonourStatement#sha256}; empty where there is none
 */
public record Entrance(String password, String agreed) {

    /** Nothing. */
    public static final Entrance FREE = new Entrance("", "");
}
