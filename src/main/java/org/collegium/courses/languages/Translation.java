package org.collegium.courses.languages;

import java.util.List;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseVersion;

/**
 * A course beside the one it translates.
 *
 * @param source its newest version
 * @param units all of the source, in reading order
 */
public record Translation(CourseReference course, CourseVersion source, List<TranslatedUnit> units) {

    /** How many units are in this state. */
    public int count(TranslatedUnit.State state) {
        return (int) units.stream().filter(unit -> unit.state() == state).count();
    }
}
