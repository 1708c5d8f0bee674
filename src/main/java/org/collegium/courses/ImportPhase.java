package org.collegium.courses;

/** The steps of an import, in their order. */
public enum ImportPhase {
    /** The source is there; the import waits for its turn. */
    WAITING,
    /** The source is fetched from where it lies. */
    FETCHING,
    /** The source is unpacked, within limits. */
    UNPACKING,
    /** Its texts are read and its faults are found. */
    READING,
    /** Its files are written to the disk, where nobody sees them yet. */
    KEEPING,
    /** It is compared with the draft, checked, and becomes the draft. */
    WRITING,
    /** There is a report. */
    ENDED
}
