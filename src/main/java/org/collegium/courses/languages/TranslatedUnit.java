package org.collegium.courses.languages;

import java.util.Optional;
import org.collegium.courses.CourseUnit;

/**
 * A unit of the source, and how far its translation is.
 *
 * @param unit in the source
 * @param translated in the variant; empty while it is missing
 */
public record TranslatedUnit(CourseUnit unit, Optional<CourseUnit> translated, State state) {

    /** How far a translation is. */
    public enum State {
        /** The source is as it was when the translation was last looked at. */
        CURRENT,
        /** The source has changed since. */
        OUT_OF_DATE,
        /** Nobody has said yet that the translation is that of the source. */
        UNCHECKED,
        /** The variant has no such unit. */
        MISSING
    }
}
