package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import java.time.Instant;
import org.collegium.assessment.AttemptResult;
import org.collegium.assessment.Grade;
import org.collegium.assessment.LookedAnswers;
import org.collegium.assessment.LookedAttempt;
import org.collegium.assessment.exam.AttemptTime;
import org.collegium.assessment.exam.EndedBy;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** What came of an attempt and under which clock, for staff. */
final class LookedSummary extends Div {

    private final Scores scores = new Scores(getLocale());

    LookedSummary(LookedAnswers looked) {
        addClassNames("c-surface", "c-studio-stack");
        LookedAttempt attempt = looked.attempt();
        add(badge(this, attempt));
        looked.result().ifPresent(this::score);
        line("assessment.looked.started", scores.second(attempt.startedAt()));
        Instant end = attempt.submittedAt();
        EndedBy by = attempt.endedBy();
        if (end != null) {
            line("assessment.looked.ended." + (by == null ? EndedBy.LEARNER : by), scores.second(end));
        }
        AttemptTime time = looked.time();
        Instant due = time.due();
        if (end == null && due != null) {
            line("assessment.looked.due", scores.second(due));
        }
        if (!time.limit().isZero()) {
            line("assessment.ended.limit", Spans.limit(this, time.limit(), time.extra()));
        }
        looked.credits()
                .forEach(credit -> line(
                        "assessment.looked.credit",
                        Spans.said(this, Duration.between(credit.from(), credit.until())),
                        Spans.said(this, credit.time())));
        LateLines.of(looked).ifPresent(this::add);
    }

    static StatusBadge badge(Component in, LookedAttempt attempt) {
        Status status;
        String key;
        if (attempt.open()) {
            status = Status.NEUTRAL;
            key = "open";
        } else if (attempt.score() == null) {
            status = Status.WAITING;
            key = "waiting";
        } else {
            status = attempt.passed() ? Status.GOOD : Status.NEUTRAL;
            key = attempt.passed() ? "passed" : "not-passed";
        }
        return new StatusBadge(status, in.getTranslation("assessment.looked.state." + key));
    }

    private void score(AttemptResult result) {
        Grade grade = result.grade();
        if (grade.complete()) {
            line(
                    "assessment.score",
                    scores.points(grade.points()),
                    scores.points(grade.possible()),
                    scores.percent(grade.score()),
                    scores.percent(result.quiz().passMark()),
                    grade.possible());
        } else {
            line(
                    "assessment.waiting.so-far",
                    scores.points(grade.points()),
                    scores.points(grade.possible()),
                    grade.possible());
        }
    }

    private void line(String key, Object... arguments) {
        add(new Paragraph(getTranslation(key, arguments)));
    }
}
