package org.collegium.learning.ui;

import java.util.Optional;
import org.collegium.courses.CoursePicture;
import org.collegium.learning.CourseOnMyDesk;
import org.collegium.learning.CourseOutline.Step;
import org.collegium.partners.Partner;
import org.collegium.shared.BrandColour;
import org.collegium.shared.CourseCover;

/** How a course looks and where it is. */
record CourseLook(String partner, String slug, String key, BrandColour colour, CoursePicture cover) {

    static CourseLook of(CourseOnMyDesk course) {
        String key = course.version().manifest().metadata().key();
        String slug = course.version().manifest().metadata().partner();
        Optional<Partner> partner = course.partner();
        BrandColour colour = partner.map(found -> new BrandColour(found.data().brandColour()))
                .orElse(BrandColour.DEFAULT);
        return new CourseLook(
                partner.map(found -> found.data().name()).orElse(slug),
                partner.map(found -> found.data().slug().value()).orElse(slug),
                key,
                colour,
                course.version()
                        .manifest()
                        .cover()
                        .orElseGet(() -> new CoursePicture(new CourseCover(key, colour).path(), "")));
    }

    String css() {
        return colour.css();
    }

    /** The address of a unit; without one, of the place where the learner stopped. */
    String address(Optional<Step> step) {
        return step.map(found -> LearningNavigation.unit(slug, key, found.key()))
                .orElseGet(() -> LearningNavigation.resume(slug, key));
    }
}
