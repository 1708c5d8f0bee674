package org.collegium.courses;

import java.util.Optional;
import org.collegium.partners.PartnerId;

/**
 * Which courses a list of Studio shows.
 *
 * @param text part of the title or key; empty for all
 */
public record CourseFilter(String text, Optional<PartnerId> partner, Optional<CourseState> state, Sort sort) {

    /** Everything one may see, what was changed last on top. */
    public static final CourseFilter ALL = new CourseFilter("", Optional.empty(), Optional.empty(), Sort.LAST_CHANGED);

    /** In which order. */
    public enum Sort {
        LAST_CHANGED,
        TITLE,
        BLOCKS
    }
}
