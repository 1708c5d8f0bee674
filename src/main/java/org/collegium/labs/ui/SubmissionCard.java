package org.collegium.labs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.function.Consumer;
import org.collegium.labs.CellGrade;
import org.collegium.labs.GradeReport;
import org.collegium.labs.work.LabSubmission;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** One submission that is over: what each test gave, as sentences, and the work itself on demand. */
final class SubmissionCard extends Div {

    /** @param look shows the work that was handed in */
    SubmissionCard(LabSubmission submission, boolean latest, Consumer<LabSubmission> look) {
        addClassNames("lab-submission", "c-surface");
        GradeReport.Graded result = submission.result();
        add(head(submission, look));
        if (submission.state() == LabSubmission.State.CANCELLED
                && !submission.told().isEmpty()) {
            add(new Paragraph(submission.told()), new Paragraph(getTranslation("labs.cancelled.next")));
            return;
        }
        if (result == null) {
            add(new Paragraph(getTranslation("labs.cancelled")));
            return;
        }
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

    private Component head(LabSubmission submission, Consumer<LabSubmission> look) {
        H3 title = new H3(getTranslation("labs.submission", submission.number()));
        Span when = new Span(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .withZone(ZoneId.systemDefault())
                .format(submission.submittedAt()));
        when.addClassNames("c-muted", "c-small");
        NativeButton work = new NativeButton(getTranslation("labs.look"), click -> look.accept(submission));
        work.addClassName("lab-quiet");
        work.getElement().setAttribute("aria-label", getTranslation("labs.look.of", submission.number()));
        Div head = new Div(title, badge(submission), when, work);
        head.addClassName("lab-submission-head");
        return head;
    }

    private StatusBadge badge(LabSubmission submission) {
        if (submission.result() == null) {
            return new StatusBadge(Status.NEUTRAL, getTranslation("labs.called-off"));
        }
        return new StatusBadge(
                submission.passed() ? Status.GOOD : Status.NEUTRAL,
                getTranslation(submission.passed() ? "labs.passed" : "labs.not-passed"));
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
        return number(getLocale(), points);
    }

    static String number(Locale locale, double points) {
        return NumberFormat.getNumberInstance(locale).format(points);
    }
}
