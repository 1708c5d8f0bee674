package org.collegium.integrity.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.collegium.integrity.trace.Moment;
import org.collegium.shared.ui.Glyph;

/** What happened in an attempt, in its order. */
final class MomentList extends OrderedList {

    private final transient Said said = Said.here();

    MomentList(List<Moment> moments) {
        addClassName("integrity-moments");
        moments.forEach(moment -> add(line(moment)));
    }

    private ListItem line(Moment moment) {
        Span time = new Span(said.clock(moment.at()));
        time.addClassNames("c-number", "c-muted");
        time.getElement().setAttribute("title", said.exactly(moment.at()));
        Span words = new Span(words(moment));
        if (moment.late()) {
            Span late = new Span(getTranslation("integrity.moment.late"));
            late.addClassNames("c-muted", "c-small");
            words.add(new Span(" "), late);
        }
        return new ListItem(time, glyph(moment.what()).create(), words);
    }

    private String words(Moment moment) {
        return switch (moment.what()) {
            case AWAY -> getTranslation("integrity.moment.AWAY", Said.length(moment.seconds()));
            case OFFLINE -> getTranslation("integrity.moment.OFFLINE", Said.length(moment.seconds()));
            case PASTED ->
                moment.question() > 0
                        ? getTranslation("integrity.moment.PASTED", moment.characters(), moment.question())
                        : getTranslation("integrity.moment.pasted-somewhere", moment.characters());
            case WINDOW -> getTranslation("integrity.moment.WINDOW", moment.name());
            case NETWORK -> getTranslation("integrity.moment.NETWORK", moment.name());
            case STARTED, OPENED_AGAIN, RELOADED, FULL, SUBMITTED, TIME_UP, CLOSED ->
                getTranslation("integrity.moment." + moment.what());
        };
    }

    private static Glyph glyph(Moment.What what) {
        return switch (what) {
            case STARTED -> Glyph.PLAY;
            case OPENED_AGAIN, RELOADED -> Glyph.REFRESH_CW;
            case WINDOW -> Glyph.MONITOR;
            case NETWORK -> Glyph.GLOBE;
            case AWAY -> Glyph.EYE;
            case PASTED -> Glyph.COPY;
            case OFFLINE -> Glyph.CLOUD_OFF;
            case FULL -> Glyph.MORE_HORIZONTAL;
            case SUBMITTED -> Glyph.SEND;
            case TIME_UP, CLOSED -> Glyph.CLOCK;
        };
    }
}
