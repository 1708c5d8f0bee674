package org.collegium.labs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.collegium.labs.GradeReport;
import org.collegium.labs.work.GradedAgain;
import org.collegium.labs.work.LabSubmission;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Moments;
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
        add(new Paragraph(getTranslation(
                "labs.points", number(result.points()), number(result.maxPoints()), result.maxPoints())));
        submission.taken().ifPresent(taken -> add(taken(taken, result)));
        submission.again().ifPresent(again -> add(gradedAgain(again)));
        if (latest) {
            result.broken()
                    .ifPresent(broken -> add(new Paragraph(
                            getTranslation("labs.broken." + broken.kind().name()))));
            add(new TestLines(result, false));
            if (result.waitsForPerson()) {
                add(new Paragraph(getTranslation("labs.by-hand")));
            }
        }
    }

    /** What counts after a verdict, and why. */
    private Component taken(LabSubmission.Taken taken, GradeReport.Graded result) {
        Div words = new Div(new Paragraph(getTranslation(
                "labs.taken",
                number(taken.points()),
                number(result.points() - taken.points()),
                number(result.maxPoints()),
                taken.points())));
        taken.reasons().forEach(reason -> words.add(new Paragraph(getTranslation("labs.taken.reason", reason))));
        return notice(Glyph.CIRCLE_ALERT, words);
    }

    private Component gradedAgain(GradedAgain again) {
        return notice(
                Glyph.REFRESH_CW,
                new Div(
                        new Paragraph(getTranslation(
                                "labs.graded-again",
                                moment(again.at()),
                                number(again.points()),
                                number(again.maxPoints()),
                                again.maxPoints())),
                        new Paragraph(getTranslation("labs.graded-again.reason", again.reason()))));
    }

    private static Component notice(Glyph glyph, Div words) {
        Div notice = new Div(glyph.create(), words);
        notice.addClassName("c-notice");
        return notice;
    }

    private String moment(Instant time) {
        return Moments.in(getLocale()).minute(time);
    }

    private Component head(LabSubmission submission, Consumer<LabSubmission> look) {
        H3 title = new H3(getTranslation("labs.submission", submission.number()));
        Span when = new Span(moment(submission.submittedAt()));
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

    private String number(double points) {
        return number(getLocale(), points);
    }

    static String number(Locale locale, double points) {
        return NumberFormat.getNumberInstance(locale).format(points);
    }
}
