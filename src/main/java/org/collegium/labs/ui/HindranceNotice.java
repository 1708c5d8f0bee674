package org.collegium.labs.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.Optional;
import org.collegium.labs.work.GradingHindrance;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Moments;

/** Says to a learner who waits why nothing is graded at the moment, and that their work is kept. */
final class HindranceNotice extends Div {

    private transient Optional<GradingHindrance> shown = Optional.empty();

    HindranceNotice() {
        addClassName("lab-hindrance");
        getElement().setAttribute("role", "status");
    }

    /** Says it once, however often it is told. */
    void show(Optional<GradingHindrance> hindrance) {
        if (hindrance.equals(shown)) {
            return;
        }
        shown = hindrance;
        removeAll();
        hindrance.ifPresent(known -> {
            Div notice = new Div(Glyph.CLOCK.create(), words(known));
            notice.addClassNames("c-notice", "c-notice-waiting");
            add(notice);
        });
    }

    private Div words(GradingHindrance hindrance) {
        return switch (hindrance) {
            case GradingHindrance.Paused(Instant since, String told) -> {
                Div words = new Div(new Paragraph(getTranslation("labs.hindrance.paused", time(since))));
                if (!told.isEmpty()) {
                    words.add(new Paragraph(told));
                }
                yield words;
            }
            case GradingHindrance.Broken() -> new Div(new Paragraph(getTranslation("labs.hindrance.broken")));
            case GradingHindrance.Drained() -> new Div(new Paragraph(getTranslation("labs.hindrance.drained")));
        };
    }

    private String time(Instant since) {
        return Moments.in(getLocale()).minute(since);
    }
}
