package org.collegium.labs.browser;

/** Which packages are looked at. */
public enum PackageKind {
    /** What labs of published courses ask for, with all that it needs. */
    WANTED,
    /** What lies in the folder. */
    THERE,
    /** All that the lock knows. */
    ALL
}
