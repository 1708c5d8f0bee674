package org.collegium.integrity.ui;

import com.vaadin.flow.router.RouteParameters;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseStudioLink;
import org.collegium.identity.Access;
import org.collegium.identity.AddressedThing;
import org.collegium.integrity.IntegrityNavigation;
import org.collegium.integrity.IntegrityPermissions;
import org.collegium.integrity.cases.OwnCases;
import org.collegium.shared.ui.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way from a course in Studio, and what addresses name. */
@Configuration
class IntegrityUiConfiguration {

    @Bean
    CourseStudioLink integrityOfCourse() {
        return new CourseStudioLink(
                CourseStudioLink.Part.TEACHING,
                "integrity.title",
                Glyph.SCALE,
                IntegrityPermissions.LOOK,
                course -> IntegrityNavigation.course(course.value()));
    }

    @Bean
    AddressedThing courseWithIntegrity(StudioCourses courses) {
        return new AddressedThing(StudioIntegrityView.class, address -> isThere(courses, address));
    }

    /** Both say by an exception that there is none. */
    private static boolean isThere(StudioCourses courses, RouteParameters address) {
        CourseReference course = courses.course(address);
        return address.get("run").isEmpty()
                || courses.run(course.id(), StudioIntegrityView.id(address, "run"))
                        .course()
                        .equals(course.id());
    }

    @Bean
    AddressedThing ownCase(OwnCases cases, Access access) {
        return new AddressedThing(
                OwnCaseView.class,
                address -> access.current()
                        .map(person -> cases.concerns(person.account(), StudioIntegrityView.id(address, "case")))
                        .orElse(true));
    }
}
