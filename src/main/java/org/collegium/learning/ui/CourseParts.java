package org.collegium.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.collegium.learning.CourseOnMyDesk;
import org.collegium.learning.CourseProgressSlot;
import org.collegium.learning.ProgressSummary;
import org.collegium.shared.ui.Moments;

/** The parts of which the cards of one's own courses are made. */
final class CourseParts {

    private final CourseOnMyDesk course;
    private final List<CourseProgressSlot> slots;
    private final CourseActs acts;
    private final Moments moments;

    CourseParts(CourseOnMyDesk course, List<CourseProgressSlot> slots, CourseActs acts) {
        this.course = course;
        this.slots = slots;
        this.acts = acts;
        this.moments = Moments.here();
    }

    /** How many parts are complete, or when the last one was. */
    Paragraph count() {
        return small(course.progress()
                .completedAt()
                .map(at -> text("learning.my.completed-at", moments.day(at)))
                .orElseGet(
                        () -> text("learning.progress.count", course.progress().done(), course.total())));
    }

    /** When the run ends, while that matters. */
    Optional<Paragraph> ends() {
        Instant closes = course.run().closes();
        if (closes == null || course.completed()) {
            return Optional.empty();
        }
        Paragraph ends = small(text("learning.my.ends", moments.day(closes)));
        ends.setTitle(moments.minute(closes));
        return Optional.of(ends);
    }

    /** What other modules have to say. */
    Stream<Component> said() {
        ProgressSummary progress = course.progress();
        return slots.stream()
                .sorted(Comparator.comparingInt(CourseProgressSlot::order))
                .flatMap(slot -> slot.create(progress.learner(), progress.run()).stream());
    }

    /** The quiet buttons: why the percentage, and leaving. */
    Div acts() {
        Button why = quiet("learning.progress.why");
        why.addClickListener(click -> acts.explain(course));
        Div row = new Div(why);
        row.addClassName("lrn-course-acts");
        if (!course.completed()) {
            Button leave = quiet("learning.my.leave");
            leave.addClickListener(click -> acts.leave(course));
            row.add(leave);
        }
        return row;
    }

    static Paragraph small(String text) {
        Paragraph paragraph = new Paragraph(new Span(text));
        paragraph.addClassNames("c-muted", "c-small");
        return paragraph;
    }

    /** Several cards have the same button; its name says to which course it belongs. */
    private Button quiet(String label) {
        Button button = new Button(text(label));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(text(label) + ": " + course.title());
        return button;
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
