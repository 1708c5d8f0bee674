package org.collegium.courses.ui;

import org.collegium.courses.CourseEdition;
import org.collegium.courses.CourseId;

/**
 * What the address of a comparison names.
 *
 * @param unit key of the one that is shown; empty for none
 * @param source whether it is shown as it is written
 * @param page of the list, from 0
 */
record Compared(CourseEdition from, CourseEdition to, String unit, boolean source, int page) {

    String address(CourseId course) {
        return CoursesNavigation.compare(course) + "?from=" + from.word() + "&to=" + to.word()
                + (unit.isEmpty() ? "" : "&unit=" + unit)
                + (source ? "&as=source" : "")
                + (page == 0 ? "" : "&page=" + (page + 1));
    }

    Compared with(String otherUnit) {
        return new Compared(from, to, otherUnit, source, page);
    }

    Compared as(boolean otherSource) {
        return new Compared(from, to, unit, otherSource, page);
    }

    Compared at(int otherPage) {
        return new Compared(from, to, unit, source, otherPage);
    }
}
