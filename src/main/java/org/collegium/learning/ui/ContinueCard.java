package org.collegium.learning.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.collegium.learning.CourseOnMyDesk;
import org.collegium.learning.CourseProgressSlot;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.ProgressRing;

/** The one card on top: go on where you stopped. */
final class ContinueCard extends Section {

    ContinueCard(CourseOnMyDesk course, List<CourseProgressSlot> slots, CourseActs acts) {
        addClassName("lrn-continue");
        CourseLook look = CourseLook.of(course);
        CourseParts parts = new CourseParts(course, slots, acts);
        getElement().setAttribute("style", look.css());
        Image cover = new Image(look.cover().address(), look.cover().alt());
        cover.addClassName("lrn-continue-cover");
        Span partner = new Span(look.partner());
        partner.addClassName("lrn-continue-partner");
        Div words = new Div(partner, new H2(course.title()));
        words.addClassName("lrn-continue-words");
        course.next()
                .ifPresent(step -> words.add(new Paragraph(getTranslation(
                        course.begun() ? "learning.my.continue.at" : "learning.my.continue.first",
                        step.unit().title()))));
        Div progress = new Div(new ProgressRing(course.fraction(), course.title()), parts.count());
        progress.addClassName("lrn-continue-progress");
        words.add(progress, action(course, look));
        parts.ends().ifPresent(words::add);
        parts.said().forEach(words::add);
        words.add(parts.acts());
        add(cover, words);
    }

    private Anchor action(CourseOnMyDesk course, CourseLook look) {
        String label = course.begun() ? "learning.my.continue" : "learning.my.begin";
        Anchor action = new Anchor(look.address(course.next()), new Span(getTranslation(label)));
        action.add(Glyph.ARROW_RIGHT.create());
        action.addClassNames("c-button", "c-button-primary", "c-button-large");
        return action;
    }
}
