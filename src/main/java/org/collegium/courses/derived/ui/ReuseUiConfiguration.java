package org.collegium.courses.derived.ui;

import org.collegium.courses.CourseStudioLink;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.derived.ReuseNavigation;
import org.collegium.identity.Access;
import org.collegium.identity.AddressedThing;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Space;
import org.collegium.shared.ui.SpaceEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways to the views about reuse, and what their addresses name. */
@Configuration
class ReuseUiConfiguration {

    @Bean
    CourseStudioLink reuseOfCourse() {
        return new CourseStudioLink(
                CourseStudioLink.Part.WRITING,
                "courses.reuse.link",
                Glyph.GIT_BRANCH,
                CoursesPermissions.VIEW_DRAFT,
                ReuseNavigation::reuse);
    }

    @Bean
    SpaceEntry studioLibraryEntry(Access access) {
        return SpaceEntry.view(
                Space.STUDIO,
                "courses.library.title",
                ReuseNavigation.library(),
                Glyph.LIBRARY,
                15,
                () -> access.mayAnywhere(CoursesPermissions.EDIT));
    }

    @Bean
    AddressedThing courseThatIsReused(Courses courses) {
        return ofCourse(CourseReuseView.class, courses);
    }

    @Bean
    AddressedThing courseWithUpstream(Courses courses) {
        return ofCourse(UpstreamView.class, courses);
    }

    @Bean
    AddressedThing courseToAdapt(CourseVersions versions) {
        return new AddressedThing(
                AdaptView.class,
                address -> ReusePage.course(address).flatMap(versions::latest).isPresent());
    }

    private static AddressedThing ofCourse(Class<?> view, Courses courses) {
        return new AddressedThing(
                view,
                address -> ReusePage.course(address).flatMap(courses::find).isPresent());
    }
}
