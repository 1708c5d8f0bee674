package org.collegium.integrity.trace;

/** What can happen in an attempt beside answering. */
enum EventKind {
    /** The platform gave the page of the attempt. */
    PAGE,
    /** A window began with the attempt. */
    OPENED,
    /** The same window loaded the page again. */
    RELOADED,
    /** The window was not in front, or hidden. */
    AWAY,
    /** Text was pasted into an answer. */
    PASTED,
    /** The browser had no network. */
    OFFLINE,
    /** More was told than is kept. */
    FULL;

    /** Whether browsers may tell it. */
    boolean isTold() {
        return this != PAGE && this != FULL;
    }
}
