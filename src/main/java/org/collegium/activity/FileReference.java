package org.collegium.activity;

import org.collegium.source.Place;

/**
 * Something that an activity points at.
 *
 * @param target as written, percent signs decoded, without query and fragment; empty for a place in the same file
 * @param fragment after the hash; may be empty
 * @param at where it is written
 */
public record FileReference(String target, String fragment, Use use, Place at) {

    /** What is done with the file. */
    public enum Use {
        /** A link that a learner may follow. */
        LINK,
        /** The name of another unit's file, with or without its extension. */
        UNIT,
        /** A label somewhere in the course. */
        LABEL,
        /** A picture, sound or film that is shown. */
        PICTURE,
        /** A file to save. */
        DOWNLOAD,
        /** A file that code reads. */
        DATA
    }
}
