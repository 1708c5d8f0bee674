package org.collegium.assessment.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.collegium.assessment.exam.AttemptTime;
import org.collegium.assessment.exam.Credit;
import org.collegium.assessment.ui.SittingPanel.Kind;
import org.collegium.shared.ui.Glyph;
import tools.jackson.databind.json.JsonMapper;

/** The time that is left in an attempt, or until a quiz opens; {@code frontend/quiz/clock.ts} counts it by the clock of the server. */
@Tag("c-clock")
final class ClockLine extends HtmlContainer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** At so many minutes before the end it is said how much is left. */
    private static final List<Integer> WARNINGS = List.of(10, 5, 1);

    private final Kind kind;
    private final Span about = new Span();
    private final Div credits = new Div();

    /** @param now by the clock of the server */
    ClockLine(Kind kind, AttemptTime time, List<Credit> credited, Instant now) {
        this(kind, false, now);
        show(time, credited);
    }

    private ClockLine(Kind kind, boolean waiting, Instant now) {
        this.kind = kind;
        addClassName("quiz-clock");
        getElement()
                .setAttribute("data-now", now.toString())
                .setAttribute("data-texts", Prepared.text(new Wanted(getLocale(), waiting), () -> texts(waiting)))
                .setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("assessment.clock"));
        Span left = new Span();
        left.addClassName("quiz-clock-left");
        left.getElement()
                .setAttribute("role", "timer")
                .setAttribute(
                        "aria-label", getTranslation(waiting ? "assessment.clock.opens" : "assessment.clock.left"));
        NativeButton toggle = new NativeButton(getTranslation("assessment.clock.hide"));
        toggle.addClassNames("quiz-clock-toggle", "c-button");
        Div line = new Div(Glyph.CLOCK.create(), left, toggle);
        line.addClassName("quiz-clock-line");
        about.addClassNames("c-muted", "c-small");
        Paragraph warning = new Paragraph();
        warning.addClassNames("quiz-clock-warning", "c-small");
        warning.getElement().setAttribute("role", "status");
        credits.addClassNames("quiz-clock-credits", "c-small");
        add(line, about, warning, credits);
    }

    /**
     * The time until a quiz can be started.
     *
     * @param now by the clock of the server
     */
    static ClockLine untilOpening(Instant opens, Instant now) {
        ClockLine line = new ClockLine(Kind.ATTEMPT, true, now);
        line.getElement().setAttribute("data-due", opens.toString());
        line.about.setText(line.getTranslation("assessment.clock.opens"));
        return line;
    }

    /** The end has moved, or it is told anew. */
    void show(AttemptTime time, List<Credit> credited) {
        Instant due = time.due();
        if (due == null) {
            getElement().setAttribute("hidden", true);
            getElement().removeAttribute("data-due");
            return;
        }
        getElement().setAttribute("data-due", due.toString());
        String end = new Scores(getLocale()).second(due);
        String limit = Spans.limit(this, time.limit(), time.extra());
        about.setText(
                switch (kind) {
                    case ATTEMPT ->
                        time.limit().isZero()
                                ? getTranslation("assessment.clock.until", end)
                                : getTranslation(
                                        time.cut() ? "assessment.clock.about.cut" : "assessment.clock.about",
                                        limit,
                                        end);
                    case REHEARSAL -> getTranslation("assessment.clock.about.rehearsal", limit, end);
                    case TRIAL -> getTranslation("assessment.clock.about.trial", limit, end);
                });
        credits.removeAll();
        credited.forEach(credit -> credits.add(new Paragraph(Spans.credit(this, credit))));
    }

    /** What the texts depend on. */
    private record Wanted(Locale language, boolean waiting) {}

    private String texts(boolean waiting) {
        Map<String, Object> texts = new LinkedHashMap<>();
        texts.put("hide", getTranslation("assessment.clock.hide"));
        texts.put("show", getTranslation("assessment.clock.show"));
        texts.put("over", waiting ? "" : getTranslation("assessment.clock.over"));
        texts.put("moved", getTranslation("assessment.clock.moved"));
        List<Integer> warnings = waiting ? List.of() : WARNINGS;
        texts.put("warnings", warnings);
        texts.put(
                "left",
                IntStream.rangeClosed(
                                0,
                                warnings.stream()
                                        .mapToInt(Integer::intValue)
                                        .max()
                                        .orElse(-1))
                        .mapToObj(minutes -> getTranslation("assessment.clock.warning", minutes))
                        .toList());
        return JSON.writeValueAsString(texts);
    }
}
