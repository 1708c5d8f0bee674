package org.collegium.labs.studio;

import org.collegium.courses.CourseStudioLink;
import org.collegium.labs.LabsNavigation;
import org.collegium.labs.LabsPermissions;
import org.collegium.shared.ui.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way from a course in Studio to its labs. */
@Configuration
class LabStudioLinks {

    @Bean
    CourseStudioLink labsOfCourse() {
        return new CourseStudioLink(
                CourseStudioLink.Part.WRITING,
                "labs.studio.title",
                Glyph.FLASK_CONICAL,
                LabsPermissions.TRY,
                course -> LabsNavigation.labs(course.value()));
    }
}
