package org.collegium.labs.browser;

/** What the folder has of a package. */
public enum WheelState {
    /** The very file that the lock names. */
    GENUINE,
    /** A file of that name with other content, which is not served. */
    WRONG,
    ABSENT,
    /** A lab asks for it, and the lock does not know it. */
    UNKNOWN
}
