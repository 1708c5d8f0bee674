package org.collegium.learning.ui;

import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;
import org.collegium.courses.Courses;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.learning.CourseEntry;
import org.collegium.learning.Studying;
import org.collegium.shared.Slug;

/** Knows whether an address of the player names a course, and a unit of the version that the learner takes. */
final class PlayerAddresses {

    private final Courses courses;
    private final Studying studying;
    private final Access access;

    PlayerAddresses(Courses courses, Studying studying, Access access) {
        this.courses = courses;
        this.studying = studying;
        this.access = access;
    }

    boolean named(RouteParameters address) {
        String partner = address.get("partner").orElse("");
        String course = address.get("course").orElse("");
        if (!Slug.isOne(partner)) {
            return false;
        }
        Optional<String> unit = address.get("unit");
        Optional<AccountId> learner = access.account();
        if (unit.isEmpty() || learner.isEmpty()) {
            return courses.findPublished(new Slug(partner), course).isPresent();
        }
        return switch (studying.enter(learner.get(), new Slug(partner), course)) {
            case CourseEntry.In in -> in.outline().step(unit.get()).isPresent();
            case CourseEntry.NotEnrolled invited -> true;
            case CourseEntry.NoSuchCourse none -> false;
        };
    }
}
