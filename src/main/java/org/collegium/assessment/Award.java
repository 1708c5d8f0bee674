package org.collegium.assessment;

/** Who gets the points of a question, for those that turned out to be wrong after they were answered. */
public enum Award {
    /** As the answer earns, by the key. */
    BY_ANSWER,
    /** Everybody gets all of them, whatever was answered. */
    EVERYONE,
    /** Nobody: the question does not count either way. */
    NOBODY
}
