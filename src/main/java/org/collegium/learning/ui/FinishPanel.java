package org.collegium.learning.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.collegium.learning.CourseProgressSlot;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Moments;

/** Stands below a unit when the course is complete. Finished looks finished. */
final class FinishPanel extends Section {

    FinishPanel(Seat seat, Instant completedAt, List<CourseProgressSlot> slots) {
        addClassName("lrn-finish");
        setAriaLabel(getTranslation("learning.finish.title"));
        Moments moments = Moments.here();
        Paragraph when = new Paragraph(getTranslation("learning.finish.text", seat.title(), moments.day(completedAt)));
        when.setTitle(moments.minute(completedAt));
        Div words = new Div(new H2(getTranslation("learning.finish.title")), when);
        slots.stream()
                .sorted(Comparator.comparingInt(CourseProgressSlot::order))
                .flatMap(slot -> slot.create(seat.learner(), seat.run()).stream())
                .forEach(words::add);
        add(Glyph.AWARD.create(), words);
    }
}
