package org.collegium.source;

/** How much a fault weighs. */
public enum FaultSeverity {
    /** Nothing is imported until it is mended. */
    ERROR,
    /** Imported, but a person should look at it. */
    WARNING,
    /** Worth knowing; nothing needs to be done. */
    NOTE
}
