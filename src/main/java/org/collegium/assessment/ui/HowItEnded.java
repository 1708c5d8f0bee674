package org.collegium.assessment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.List;
import org.collegium.assessment.AttemptSummary;
import org.collegium.assessment.exam.AttemptTime;
import org.collegium.assessment.exam.Credit;
import org.collegium.assessment.exam.EndedBy;

/** What ended an attempt or a trial, how long it could take, and what it got back for outages. */
final class HowItEnded extends Div {

    private HowItEnded() {
        addClassNames("quiz-end", "c-muted", "c-small");
    }

    static HowItEnded attempt(AttemptSummary attempt, List<Credit> credits) {
        HowItEnded end = new HowItEnded();
        Instant at = attempt.submittedAt();
        EndedBy by = attempt.endedBy();
        if (by != null && at != null) {
            end.line("assessment.ended." + by, new Scores(end.getLocale()).second(at));
        }
        end.limit(attempt.time());
        credits.forEach(credit -> end.add(new Paragraph(Spans.credit(end, credit))));
        return end;
    }

    /** Of a trial or a rehearsal under a clock. */
    static HowItEnded practice(AttemptTime time, boolean timeUp) {
        HowItEnded end = new HowItEnded();
        if (timeUp) {
            end.line("assessment.ended.practice");
        }
        end.limit(time);
        return end;
    }

    private void limit(AttemptTime time) {
        if (!time.limit().isZero()) {
            line("assessment.ended.limit", Spans.limit(this, time.limit(), time.extra()));
        }
    }

    private void line(String key, Object... arguments) {
        add(new Paragraph(getTranslation(key, arguments)));
    }
}
