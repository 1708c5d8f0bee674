package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.collegium.shared.Differences;

/** Two texts line by line: what stayed, what was there and is no more, what has come. */
public final class DifferenceLines extends Div {

    /** A line and what became of it. */
    record Line(Mark mark, String text) {}

    enum Mark {
        SAME(" "),
        GONE("−"),
        COME("+");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }
    }

    public DifferenceLines(String before, String now) {
        addClassName("c-bank-difference");
        Pre lines = new Pre();
        lines.getElement().setAttribute("tabindex", "0");
        lines.getElement().setAttribute("role", "group");
        lines.getElement().setAttribute("aria-label", getTranslation("assessment.bank.difference"));
        for (Line line : of(before, now)) {
            Span text = new Span(line.mark().sign + " " + line.text() + "\n");
            text.setClassName("c-bank-gone", line.mark() == Mark.GONE);
            text.setClassName("c-bank-come", line.mark() == Mark.COME);
            lines.add(text);
        }
        add(lines);
    }

    static List<Line> of(String before, String now) {
        return Differences.between(before.lines().toList(), now.lines().toList()).stream()
                .map(item -> new Line(Mark.valueOf(item.mark().name()), item.item()))
                .toList();
    }
}
