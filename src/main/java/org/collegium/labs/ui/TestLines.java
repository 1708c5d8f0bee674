package org.collegium.labs.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import org.collegium.labs.CellGrade;
import org.collegium.labs.CellGrade.Outcome;
import org.collegium.labs.GradeReport;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** What each test gave, as sentences. */
final class TestLines extends OrderedList {

    private final boolean toAuthor;

    /** @param toAuthor whether an author reads it, whom hidden tests tell why they failed */
    TestLines(GradeReport.Graded report, boolean toAuthor) {
        this.toAuthor = toAuthor;
        addClassName("lab-tests");
        report.cells().forEach(cell -> add(line(cell)));
    }

    private ListItem line(CellGrade cell) {
        boolean hidden = toAuthor && cell.outcome() == Outcome.FAILED_HIDDEN;
        ListItem item = new ListItem(new StatusBadge(
                status(cell),
                getTranslation(
                        hidden
                                ? "labs.trial.hidden"
                                : "labs.outcome." + cell.outcome().name(),
                        cell.gradeId())));
        Span points = new Span(
                getTranslation("labs.points", number(cell.points()), number(cell.maxPoints()), cell.maxPoints()));
        points.addClassNames("c-muted", "c-small");
        item.add(points);
        if (!cell.message().isEmpty()) {
            Pre said = new Pre(cell.message());
            said.getElement().setAttribute("tabindex", "0");
            item.add(said);
        }
        return item;
    }

    private static Status status(CellGrade cell) {
        return switch (cell.outcome()) {
            case PASSED -> Status.GOOD;
            case FAILED, FAILED_HIDDEN, NOT_RUN -> Status.BAD;
            case BY_HAND -> Status.WAITING;
            case PARTLY, UNANSWERED, GIVEN -> Status.NEUTRAL;
        };
    }

    private String number(double points) {
        return NumberFormat.getNumberInstance(getLocale()).format(points);
    }
}
