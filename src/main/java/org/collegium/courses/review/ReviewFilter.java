package org.collegium.courses.review;

import org.jspecify.annotations.Nullable;

/**
 * Which reviews a list has.
 *
 * @param state null for all
 * @param text in the title of the course or the name of its partner; empty for all
 */
public record ReviewFilter(Whose whose, @Nullable ReviewState state, String text) {

    /** What the reviews are to the current person. */
    public enum Whose {
        /** They are asked to decide. */
        TO_DO,
        /** They are about courses of their own partner. */
        MINE,
        /** They have decided in them. */
        DONE
    }
}
