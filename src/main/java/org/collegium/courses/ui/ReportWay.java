package org.collegium.courses.ui;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.source.ImportFault;

/**
 * Where what a report says is seen, or mended.
 *
 * @param toDetails whether that is the form with the details of the course, and not the place in a file
 */
record ReportWay(String address, boolean toDetails) {

    /** What is written, or chosen otherwise, in the details of a course, whichever file of the source lacks it. */
    private static final Set<String> IN_DETAILS = Set.of(
            "authors-missing",
            "effort-estimated",
            "language-assumed",
            "level-assumed",
            "licence-missing",
            "outcomes-missing",
            "summary-assumed",
            "title-assumed");

    /** In a draft, for somebody who may edit it or not; nothing where the draft has no such place. */
    static Function<ImportFault, Optional<ReportWay>> in(CourseId course, CourseManifest draft, boolean mayEdit) {
        return fault -> {
            if (mayEdit && IN_DETAILS.contains(fault.code())) {
                return Optional.of(new ReportWay(CoursesNavigation.details(course), true));
            }
            return draft.files().containsKey(fault.file())
                    ? Optional.of(new ReportWay(CoursesNavigation.source(course, fault.file(), fault.line()), false))
                    : Optional.empty();
        };
    }
}
