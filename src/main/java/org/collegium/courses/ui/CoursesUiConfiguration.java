package org.collegium.courses.ui;

import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.Access;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Space;
import org.collegium.shared.ui.SpaceEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the views of courses stand in the frame. */
@Configuration
class CoursesUiConfiguration {

    @Bean
    SpaceEntry studioCoursesEntry(Access access) {
        return SpaceEntry.view(
                Space.STUDIO,
                "courses.list.entry",
                CoursesNavigation.list(),
                Glyph.BOOK_OPEN,
                10,
                () -> access.mayAnywhere(CoursesPermissions.VIEW_DRAFT));
    }
}
