package org.collegium.activity.journal;

/** Which earlier entries of a field are kept beside the latest. */
public enum WorkHistory {
    /** Every one, for work that may have to be explained later. */
    EVERY,
    /** The last of each minute and device, for work whose versions are looked at and restored. */
    BY_MINUTE
}
