package org.collegium.courses;

import java.util.function.Function;
import org.collegium.shared.ui.Glyph;

/**
 * A way from a course in Studio to what another module shows of it; modules contribute them as beans.
 *
 * @param part of the work on a course to which it belongs
 * @param label message key of its name
 * @param permission which one needs for the course's partner to follow it
 */
public record CourseStudioLink(
        Part part, String label, Glyph glyph, String permission, Function<CourseId, String> address) {

    /** The parts of the work on a course, in the order in which they are shown. */
    public enum Part {
        WRITING,
        RELEASING,
        TEACHING
    }
}
