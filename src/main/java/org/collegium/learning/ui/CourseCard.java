package org.collegium.learning.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.List;
import java.util.Optional;
import org.collegium.learning.CourseOnMyDesk;
import org.collegium.learning.CourseProgressSlot;
import org.collegium.shared.ui.ProgressRing;

/** One of one's courses: how far, what is next, what other modules have to say. */
final class CourseCard extends Article {

    CourseCard(CourseOnMyDesk course, List<CourseProgressSlot> slots, CourseActs acts) {
        addClassName("lrn-course");
        CourseLook look = CourseLook.of(course);
        CourseParts parts = new CourseParts(course, slots, acts);
        Div words = new Div(new H3(title(course, look)), CourseParts.small(look.partner()), parts.count());
        words.addClassName("lrn-course-words");
        if (!course.completed()) {
            course.next()
                    .ifPresent(step -> words.add(CourseParts.small(
                            getTranslation("learning.my.next", step.unit().title()))));
        }
        parts.ends().ifPresent(words::add);
        parts.said().forEach(words::add);
        words.add(parts.acts());
        add(new ProgressRing(course.fraction(), course.title()).large(), words);
    }

    private static Anchor title(CourseOnMyDesk course, CourseLook look) {
        return new Anchor(look.address(course.completed() ? Optional.empty() : course.next()), course.title());
    }
}
