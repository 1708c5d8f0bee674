package org.collegium.courses.derived;

import java.util.Optional;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;

/**
 * What may be taken from a course.
 *
 * @param unit empty for the whole course
 */
public record LibraryItem(CourseVersion course, Optional<CourseUnit> unit) {

    /** {@code course}, or the kind of the unit. */
    public String kind() {
        return unit.map(CourseUnit::kind).orElse(LibraryFilter.COURSE);
    }

    public String title() {
        return unit.map(CourseUnit::title).orElse(course.manifest().metadata().title());
    }
}
