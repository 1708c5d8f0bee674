package org.collegium.learning.ui;

import java.util.Optional;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseUnit;
import org.collegium.identity.AccountId;
import org.collegium.learning.CourseEntry;
import org.collegium.learning.CourseOutline;
import org.collegium.learning.CourseOutline.Step;

/** A learner in a course, and where that course is in the player. */
record Seat(AccountId learner, CourseEntry.In in, String partner, String course) {

    CourseRunId run() {
        return in.run().id();
    }

    CourseOutline outline() {
        return in.outline();
    }

    CourseManifest manifest() {
        return in.version().manifest();
    }

    String title() {
        return manifest().metadata().title();
    }

    /** The address of a unit in this player. */
    String address(Step step) {
        return LearningNavigation.unit(partner, course, step.key());
    }

    Optional<String> address(CourseUnit unit) {
        return Optional.of(LearningNavigation.unit(partner, course, unit.key()));
    }

    /** Names the place for which texts are rendered: their links lead into this player. */
    String place() {
        return "learn/" + partner + "/" + course + "/" + in.version().id();
    }
}
