package org.collegium.assessment.marking.ui;

import org.collegium.assessment.marking.MarkingPermissions;
import org.collegium.courses.CourseStudioLink;
import org.collegium.identity.AddressedThing;
import org.collegium.shared.ui.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way from a course in Studio to what waits for markers. */
@Configuration
class MarkingStudioLinks {

    static final String PATH = "studio/courses/:course/marking";

    @Bean
    CourseStudioLink markingOfCourse() {
        return new CourseStudioLink(
                CourseStudioLink.Part.TEACHING,
                "assessment.marking.title",
                Glyph.SQUARE_PEN,
                MarkingPermissions.MARK,
                course -> "/studio/courses/" + course + "/marking");
    }

    @Bean
    AddressedThing courseWithMarking(MarkedCourses courses) {
        return new AddressedThing(
                MarkingView.class, address -> !courses.course(address).title().isEmpty());
    }

    @Bean
    AddressedThing courseWithMarkedQuestion(MarkedCourses courses) {
        return new AddressedThing(
                MarkedQuestionView.class,
                address -> !courses.course(address).title().isEmpty());
    }
}
