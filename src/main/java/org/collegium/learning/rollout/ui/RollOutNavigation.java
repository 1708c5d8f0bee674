package org.collegium.learning.rollout.ui;

import java.util.Collection;
import java.util.stream.Collectors;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseStudioLink;
import org.collegium.courses.CourseStudioPage;
import org.collegium.courses.CourseVersionLink;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.AddressedThing;
import org.collegium.shared.ui.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Leads to where versions are rolled out. */
@Configuration
public class RollOutNavigation {

    static final String ROUTE = "studio/courses/:course/roll-out";

    static String path(CourseId course) {
        return "studio/courses/" + course + "/roll-out";
    }

    /** The address with a version and runs that are chosen. */
    static String address(CourseId course, int version, Collection<CourseRunId> runs) {
        return "/" + path(course) + "?version=" + version
                + runs.stream().map(run -> "&run=" + run).collect(Collectors.joining());
    }

    @Bean
    CourseStudioLink rollOutOfCourse() {
        return new CourseStudioLink(
                CourseStudioLink.Part.RELEASING,
                "learning.rollout.title",
                Glyph.REFRESH_CW,
                CoursesPermissions.RUNS,
                course -> "/" + path(course));
    }

    @Bean
    CourseVersionLink rollOutOfVersion() {
        return new CourseVersionLink(
                "learning.rollout.link",
                CoursesPermissions.RUNS,
                (course, version) -> "/" + path(course) + "?version=" + version);
    }

    @Bean
    AddressedThing courseToRollOut(Courses courses) {
        return new AddressedThing(
                RollOutView.class,
                address -> courses.find(CourseStudioPage.course(address)).isPresent());
    }
}
