package org.collegium.courses;

/** What happens to edits made in Studio where an import changes the same thing; elsewhere they always stay. */
public enum EditedThings {
    /** The import is not made and names them. */
    KEEP,
    /** The import wins. */
    REPLACE
}
