package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import org.collegium.assessment.LookedAttempt;

/** Attempts, one in a row; on a phone cards. */
final class AttemptTable extends NativeTable {

    private static final List<String> COLUMNS = List.of("learner", "attempt", "times", "result");

    private final Scores scores = new Scores(getLocale());

    AttemptTable() {
        addClassName("c-table");
        NativeTableRow names = getHead().addRow();
        for (String column : COLUMNS) {
            NativeTableHeaderCell cell =
                    new NativeTableHeaderCell(getTranslation("assessment.looked.column." + column));
            cell.getElement().setAttribute("scope", "col");
            names.add(cell);
        }
    }

    /** @param address where one reads it */
    void row(LookedAttempt attempt, String quiz, String address) {
        List<Component> cells = List.of(
                stack(new Anchor(address, attempt.name()), muted(attempt.email())),
                stack(new Span(quiz), muted(getTranslation("assessment.looked.number", attempt.number()))),
                times(attempt),
                result(attempt));
        NativeTableRow line = getBody().addRow();
        for (int i = 0; i < cells.size(); i++) {
            NativeTableCell cell = new NativeTableCell();
            cell.add(cells.get(i));
            cell.getElement().setAttribute("data-label", getTranslation("assessment.looked.column." + COLUMNS.get(i)));
            line.add(cell);
        }
    }

    private Component times(LookedAttempt attempt) {
        Div times = stack(muted(getTranslation("assessment.looked.started", scores.day(attempt.startedAt()))));
        Instant end = attempt.submittedAt();
        if (end != null) {
            times.add(muted(getTranslation("assessment.looked.ended", scores.day(end))));
        }
        if (!attempt.credited().isZero()) {
            times.add(muted(getTranslation("assessment.looked.credited", Spans.said(this, attempt.credited()))));
        }
        return times;
    }

    private Component result(LookedAttempt attempt) {
        Div result = stack(LookedSummary.badge(this, attempt));
        Double score = attempt.score();
        if (score != null) {
            result.add(new Span(scores.percent(score)));
        }
        if (attempt.late() > 0) {
            result.add(new Span(getTranslation("assessment.looked.late.some", attempt.late())));
        }
        return result;
    }

    private static Div stack(Component... parts) {
        Div stack = new Div(parts);
        stack.addClassName("c-studio-stack");
        return stack;
    }

    private static Span muted(String text) {
        Span span = new Span(text);
        span.addClassNames("c-muted", "c-small");
        return span;
    }
}
