package org.collegium.assessment.appeals.ui;

import org.collegium.assessment.appeals.Appeals;
import org.collegium.assessment.appeals.AppealsPermissions;
import org.collegium.assessment.ui.QuizAddresses;
import org.collegium.courses.CourseStudioLink;
import org.collegium.identity.AddressedThing;
import org.collegium.shared.ui.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way from a course in Studio to its appeals, and what their addresses name. */
@Configuration
class AppealsUiConfiguration {

    @Bean
    CourseStudioLink appealsOfCourse() {
        return new CourseStudioLink(
                CourseStudioLink.Part.TEACHING,
                "assessment.appeal.title",
                Glyph.SCALE,
                AppealsPermissions.REPLY,
                course -> "/studio/courses/" + course + "/appeals");
    }

    @Bean
    AddressedThing courseWithAppeals(QuizAddresses places) {
        return new AddressedThing(
                AppealsView.class, address -> places.course(address).isPresent());
    }

    @Bean
    AddressedThing appealOfAddress(QuizAddresses places, Appeals appeals) {
        return new AddressedThing(
                AppealView.class,
                address -> places.run(address)
                        .flatMap(run -> QuizAddresses.id(address, "appeal").flatMap(id -> appeals.find(run.id(), id)))
                        .isPresent());
    }
}
