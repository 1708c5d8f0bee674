package org.collegium.courses;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the outline with a title of its own. */
public record CourseSection(
        String key, String title, @Nullable String summary, List<CourseUnit> units) {

    public CourseSection {
        units = List.copyOf(units);
    }
}
