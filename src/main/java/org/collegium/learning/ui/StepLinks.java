package org.collegium.learning.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.collegium.learning.CourseOutline.Step;
import org.collegium.shared.ui.Glyph;

/** The ways on and back; at the foot of the text, and on a phone in thumb's reach. */
final class StepLinks extends Nav {

    private final Anchor previous = new Anchor();
    private final Anchor next = new Anchor();

    StepLinks(String className) {
        addClassNames("lrn-steps", className);
        setAriaLabel(getTranslation("learning.steps.name"));
        previous.getElement().setAttribute("data-previous", true);
        next.getElement().setAttribute("data-next", true);
        add(previous, next);
    }

    void show(Seat seat, Step step) {
        show(
                previous,
                "lrn-steps-previous",
                "learning.previous",
                seat,
                seat.outline().before(step));
        show(next, "lrn-steps-next", "learning.next", seat, seat.outline().after(step));
        if (seat.outline().after(step).isEmpty()) {
            leave();
        }
    }

    /** Behind the last unit one goes back to one's courses. */
    private void leave() {
        next.setVisible(true);
        fill(next, "learning.next.end", getTranslation("learning.my.entry"), Glyph.CHECK);
        next.setHref(LearningNavigation.MY_LEARNING);
    }

    private void show(Anchor link, String className, String label, Seat seat, Optional<Step> target) {
        link.addClassName(className);
        link.setVisible(target.isPresent());
        target.ifPresent(step -> {
            boolean back = link == previous;
            fill(link, label, step.unit().title(), back ? Glyph.CHEVRON_LEFT : Glyph.CHEVRON_RIGHT);
            link.setHref(seat.address(step));
        });
    }

    private void fill(Anchor link, String label, String title, Glyph glyph) {
        Span name = new Span(getTranslation(label));
        name.addClassName("lrn-steps-label");
        Span words = new Span(title);
        words.addClassName("lrn-steps-title");
        link.removeAll();
        link.add(glyph.create(), name, words);
    }
}
