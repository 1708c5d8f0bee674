package org.collegium.labs.operating.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.collegium.labs.operating.GradingFigures;

/** How grading goes, in figures. */
final class FiguresPanel extends DescriptionList {

    private static final int STEPS = 10;

    FiguresPanel() {
        addClassName("c-operations-figures");
    }

    void show(GradingFigures figures, Instant now) {
        removeAll();
        figure(
                "waiting",
                Words.number(figures.waiting()),
                figures.oldest()
                        .map(oldest ->
                                getTranslation("labs.operating.oldest", Words.duration(Duration.between(oldest, now))))
                        .orElseGet(() -> getTranslation("labs.operating.oldest.none")));
        figure("grading", Words.number(figures.grading()), tried(figures));
        figure(
                "rate",
                Words.number(figures.graded() / 60.0),
                getTranslation("labs.operating.graded", figures.graded()),
                bars(figures.perMinute()));
        figure("median", figures.median().map(Words::duration).orElse("–"), getTranslation("labs.operating.last-hour"));
        figure(
                "slowest",
                figures.percentile95().map(Words::duration).orElse("–"),
                getTranslation("labs.operating.last-hour"));
        figure("lately", Words.number(figures.gradedLately()), lately(figures), bars(figures.perDay()));
    }

    private String lately(GradingFigures figures) {
        return getTranslation(
                "labs.operating.lately",
                figures.gradedLately() / (double) figures.perDay().size());
    }

    private String tried(GradingFigures figures) {
        return getTranslation("labs.operating.tried", figures.tried());
    }

    private void figure(String name, String value, String note, Component... more) {
        Term term = new Term(getTranslation("labs.operating.figure." + name));
        Span number = new Span(value);
        number.addClassName("c-operations-number");
        Span small = new Span(note);
        small.addClassNames("c-muted", "c-small");
        Description description = new Description(number, small);
        description.add(more);
        Div pair = new Div(term, description);
        pair.addClassName("c-surface");
        add(pair);
    }

    /** One bar for each minute or day; the figure beside it says the same in words. */
    private static Component bars(List<Integer> perMinute) {
        int most =
                Math.max(1, perMinute.stream().mapToInt(Integer::intValue).max().orElse(1));
        Div bars = new Div();
        bars.addClassName("c-operations-bars");
        bars.getElement().setAttribute("aria-hidden", "true");
        for (int count : perMinute) {
            Span bar = new Span();
            int step = count == 0 ? 0 : Math.max(1, Math.round((float) count * STEPS / most));
            bar.getElement().setAttribute("data-step", Integer.toString(step));
            bars.add(bar);
        }
        return bars;
    }
}
