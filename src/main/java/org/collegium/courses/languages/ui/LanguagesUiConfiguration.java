package org.collegium.courses.languages.ui;

import org.collegium.courses.CourseStudioLink;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.AddressedThing;
import org.collegium.shared.ui.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to a course's languages, and what its address names. */
@Configuration
class LanguagesUiConfiguration {

    @Bean
    CourseStudioLink languagesOfCourse() {
        return new CourseStudioLink(
                CourseStudioLink.Part.WRITING,
                "courses.languages.link",
                Glyph.LANGUAGES,
                CoursesPermissions.VIEW_DRAFT,
                course -> "/studio/courses/" + course + "/languages");
    }

    @Bean
    AddressedThing courseInLanguages(Courses courses) {
        return new AddressedThing(
                LanguagesView.class,
                address -> LanguagesView.course(address).flatMap(courses::find).isPresent());
    }
}
