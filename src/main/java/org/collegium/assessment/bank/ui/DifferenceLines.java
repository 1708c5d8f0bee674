package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;

/** Two texts line by line: what stayed, what was there and is no more, what has come. */
final class DifferenceLines extends Div {

    /** Beyond so many comparisons two texts are shown one below the other. */
    private static final int MOST = 2_000_000;

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

    DifferenceLines(String before, String now) {
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

    /** By a longest common subsequence. */
    static List<Line> of(String before, String now) {
        List<String> a = before.lines().toList();
        List<String> b = now.lines().toList();
        List<Line> lines = new ArrayList<>();
        if ((long) a.size() * b.size() > MOST) {
            a.forEach(text -> lines.add(new Line(Mark.GONE, text)));
            b.forEach(text -> lines.add(new Line(Mark.COME, text)));
            return lines;
        }
        int[][] common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                lines.add(new Line(Mark.SAME, a.get(i++)));
                j++;
            } else if (i < a.size() && (j == b.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(Mark.GONE, a.get(i++)));
            } else {
                lines.add(new Line(Mark.COME, b.get(j++)));
            }
        }
        return lines;
    }
}
