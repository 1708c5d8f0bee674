package org.collegium.learning.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.collegium.learning.CourseOnMyDesk;
import org.collegium.learning.CourseProgressSlot;
import org.collegium.learning.ProgressSummary;
import org.collegium.shared.ui.ProgressRing;

/** One of one's courses: how far, what is next, what other modules have to say. */
final class CourseCard extends Article {

    /** What one can do with it beside going on. */
    interface Acts {
        void explain(CourseOnMyDesk course);

        void leave(CourseOnMyDesk course);
    }

    CourseCard(CourseOnMyDesk course, List<CourseProgressSlot> slots, Acts acts) {
        addClassName("lrn-course");
        CourseLook look = CourseLook.of(course);
        Div words = new Div(new H3(title(course, look)), small(look.partner()), small(state(course)));
        words.addClassName("lrn-course-words");
        ends(course).ifPresent(words::add);
        ProgressSummary progress = course.progress();
        slots.stream()
                .sorted(Comparator.comparingInt(CourseProgressSlot::order))
                .flatMap(slot -> slot.create(progress.learner(), progress.run()).stream())
                .forEach(words::add);
        words.add(acts(course, acts));
        add(new ProgressRing(course.fraction(), course.title()).large(), words);
    }

    private static Anchor title(CourseOnMyDesk course, CourseLook look) {
        return new Anchor(look.address(course.completed() ? Optional.empty() : course.next()), course.title());
    }

    private String state(CourseOnMyDesk course) {
        String count =
                getTranslation("learning.progress.count", course.progress().done(), course.total());
        Moments moments = new Moments(getLocale());
        return course.progress()
                .completedAt()
                .map(at -> getTranslation("learning.my.completed-at", moments.day(at)))
                .orElseGet(() -> course.next()
                        .map(step -> count + " · "
                                + getTranslation("learning.my.next", step.unit().title()))
                        .orElse(count));
    }

    private Optional<Paragraph> ends(CourseOnMyDesk course) {
        Instant closes = course.run().closes();
        if (closes == null || course.completed()) {
            return Optional.empty();
        }
        Moments moments = new Moments(getLocale());
        Paragraph ends = small(getTranslation("learning.my.ends", moments.day(closes)));
        ends.setTitle(moments.exact(closes));
        return Optional.of(ends);
    }

    private Div acts(CourseOnMyDesk course, Acts acts) {
        Button why = quiet("learning.progress.why", course);
        why.addClickListener(click -> acts.explain(course));
        Div row = new Div(why);
        row.addClassName("lrn-course-acts");
        if (!course.completed()) {
            Button leave = quiet("learning.my.leave", course);
            leave.addClickListener(click -> acts.leave(course));
            row.add(leave);
        }
        return row;
    }

    /** Several cards have the same button; its name says to which course it belongs. */
    private Button quiet(String label, CourseOnMyDesk course) {
        Button button = new Button(getTranslation(label));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation(label) + ": " + course.title());
        return button;
    }

    private static Paragraph small(String text) {
        Paragraph paragraph = new Paragraph(new Span(text));
        paragraph.addClassNames("c-muted", "c-small");
        return paragraph;
    }
}
