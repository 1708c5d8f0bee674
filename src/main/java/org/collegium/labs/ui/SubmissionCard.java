package org.collegium.labs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import org.collegium.labs.CellGrade;
import org.collegium.labs.GradeReport;
import org.collegium.labs.work.LabSubmission;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** One submission: how far it is, or what each test gave, as sentences. */
final class SubmissionCard extends Div {

    SubmissionCard(LabSubmission submission, boolean latest) {
        addClassNames("lab-submission", "c-surface");
        H3 title = new H3(getTranslation("labs.submission", submission.number()));
        GradeReport.Graded result = submission.result();
        add(title);
        if (submission.state() == LabSubmission.State.CANCELLED) {
            add(new StatusBadge(Status.NEUTRAL, getTranslation("labs.cancelled")));
            if (!submission.told().isEmpty()) {
                add(new Paragraph(submission.told()));
            }
            add(new Paragraph(getTranslation("labs.cancelled.next")));
            return;
        }
        if (result == null) {
            add(waiting(submission));
            return;
        }
        add(new StatusBadge(
                submission.passed() ? Status.GOOD : Status.NEUTRAL,
                getTranslation(submission.passed() ? "labs.passed" : "labs.not-passed")));
        add(new Paragraph(getTranslation("labs.points", number(result.points()), number(result.maxPoints()))));
        if (latest) {
            result.broken()
                    .ifPresent(broken -> add(new Paragraph(
                            getTranslation("labs.broken." + broken.kind().name()))));
            add(tests(result));
            if (result.waitsForPerson()) {
                add(new Paragraph(getTranslation("labs.by-hand")));
            }
        }
    }

    private Component waiting(LabSubmission submission) {
        boolean grading = submission.state() == LabSubmission.State.GRADING;
        return new StatusBadge(
                Status.WAITING,
                grading ? getTranslation("labs.grading") : getTranslation("labs.waiting", submission.ahead()));
    }

    private Component tests(GradeReport.Graded result) {
        OrderedList list = new OrderedList();
        list.addClassName("lab-tests");
        result.cells().forEach(cell -> list.add(test(cell)));
        return list;
    }

    private ListItem test(CellGrade cell) {
        ListItem item = new ListItem(new StatusBadge(status(cell), outcome(cell)));
        Span points = new Span(getTranslation("labs.points", number(cell.points()), number(cell.maxPoints())));
        points.addClassNames("c-muted", "c-small");
        item.add(points);
        if (!cell.message().isEmpty()) {
            Pre message = new Pre(cell.message());
            message.getElement().setAttribute("tabindex", "0");
            item.add(message);
        }
        return item;
    }

    private String outcome(CellGrade cell) {
        return getTranslation("labs.outcome." + cell.outcome().name(), cell.gradeId());
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
