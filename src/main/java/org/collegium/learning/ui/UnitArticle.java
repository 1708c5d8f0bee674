package org.collegium.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.collegium.learning.CourseOutline.Step;
import org.collegium.learning.OwnUnits;
import org.collegium.learning.UnitOpening;
import org.collegium.learning.UnitProgress;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.Moments;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** One unit: its title, what it is, its body, and what completes it. */
final class UnitArticle extends Article {

    /** What a learner does with a unit. */
    interface Acts {
        void seenToEnd(Step step);

        void tried(Step step);
    }

    private final UnitBodies bodies;
    private final Acts acts;
    private final Span badge = new Span();
    private CompletionPanel completion = new CompletionPanel("", () -> {});

    UnitArticle(UnitBodies bodies, Acts acts) {
        this.bodies = bodies;
        this.acts = acts;
        addClassName("lrn-unit");
    }

    void open(Seat seat, Step step, OwnUnits units) {
        removeAll();
        completion = new CompletionPanel(bodies.rule(step), () -> acts.tried(step));
        Component body = bodies.open(seat, step, () -> acts.seenToEnd(step)).orElseGet(this::cannotBeShown);
        add(head(seat, step), body, completion);
        follow(seat, step, units);
    }

    /** Shows what has changed since the unit was opened. */
    void follow(Seat seat, Step step, OwnUnits units) {
        UnitProgress progress = units.of(step.key());
        boolean awaiting = units.awaiting().contains(step.key());
        badge.removeAll();
        if (progress.completed()) {
            badge.add(new StatusBadge(Status.GOOD, getTranslation("learning.state.done")));
        } else if (awaiting) {
            badge.add(new StatusBadge(Status.NEUTRAL, getTranslation("learning.state.handed-in")));
        }
        completion.show(seat, step, progress, awaiting);
    }

    void closed(Seat seat, UnitOpening.SolutionClosed closed) {
        Anchor exercise = new Anchor(
                seat.address(closed.exercise()),
                getTranslation(
                        "learning.solution.to-exercise",
                        closed.exercise().unit().title()));
        exercise.addClassNames("c-button", "c-button-primary");
        removeAll();
        add(
                head(seat, closed.step()),
                new EmptyState(
                        Illustration.DOOR,
                        getTranslation("learning.solution.closed.title"),
                        getTranslation("learning.solution.closed.text"),
                        exercise));
    }

    void notOpenYet(Seat seat, UnitOpening.NotOpenYet early) {
        String day = Moments.here().day(early.opens());
        removeAll();
        add(
                title(seat.title()),
                new EmptyState(
                        Illustration.DOOR,
                        getTranslation("learning.early.title"),
                        getTranslation("learning.early.text", day)));
    }

    void sectionNotOpenYet(Seat seat, UnitOpening.SectionNotOpenYet early) {
        Moments moments = Moments.here();
        EmptyState closed = new EmptyState(
                Illustration.DOOR,
                getTranslation("learning.section.closed.title"),
                getTranslation(
                        "learning.section.closed.text", early.step().section().title(), moments.minute(early.opens())));
        removeAll();
        add(head(seat, early.step()), closed);
    }

    private Header head(Seat seat, Step step) {
        Span section = new Span(step.section().title());
        section.addClassName("lrn-unit-section");
        Paragraph facts = new Paragraph();
        facts.addClassName("lrn-unit-facts");
        facts.add(new Span(getTranslation("learning.kind." + kind(step))));
        if (step.unit().questions() > 0) {
            facts.add(new Span(getTranslation("learning.questions", step.unit().questions())));
        }
        facts.add(new Span(getTranslation("learning.minutes", step.unit().minutes())));
        if (!step.counts()) {
            facts.add(new Span(getTranslation("learning.optional")));
        }
        facts.add(badge);
        badge.removeAll();
        Header head = new Header(section, title(step.unit().title()), facts);
        Instant due = seat.in().dates().due().get(step.section().key());
        if (due != null) {
            Moments moments = Moments.here();
            Span until = new Span(getTranslation("learning.section.due", moments.day(due)));
            until.setTitle(moments.minute(due));
            facts.add(until);
        }
        if (seat.in().over()) {
            head.add(over());
        }
        return head;
    }

    private static String kind(Step step) {
        return switch (step.unit().kind()) {
            case "lesson" -> "lesson";
            case "notebook" -> step.unit().exercise() ? "exercise" : "notebook";
            case "lab" -> "lab";
            case "quiz" -> "quiz";
            default -> "activity";
        };
    }

    /** Takes the focus when one comes from another unit, so that screen readers begin here. */
    private static H1 title(String text) {
        H1 title = new H1(text);
        title.getElement().setAttribute("tabindex", "-1");
        title.getElement().setAttribute("data-title", true);
        return title;
    }

    private Component over() {
        Div notice = new Div(Glyph.INFO.create(), new Span(getTranslation("learning.over")));
        notice.addClassName("c-notice");
        return notice;
    }

    private Component cannotBeShown() {
        return new EmptyState(
                Illustration.WORKSHOP,
                getTranslation("learning.unknown-kind.title"),
                getTranslation("learning.unknown-kind.text"));
    }
}
