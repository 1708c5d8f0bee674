package org.collegium.courses.review.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.collegium.courses.review.CourseReview;
import org.collegium.courses.review.ReviewDecision;
import org.collegium.courses.ui.Moment;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** What somebody decided, and why. */
final class DecisionLine extends Div {

    DecisionLine(CourseReview review, ReviewDecision decision) {
        Status status = switch (decision.verdict()) {
            case APPROVE -> Status.GOOD;
            case CHANGES -> Status.WAITING;
            case AGAINST -> Status.BAD;
            case ABSTAIN -> Status.NEUTRAL;
        };
        Span who = new Span(getTranslation(
                "courses.review.record.of",
                Speakers.name(decision.by(), this::getTranslation),
                review.stages().get(decision.stage()).name(),
                decision.round()));
        Moment when = new Moment(decision.at());
        when.addClassNames("c-muted", "c-small");
        Div head = new Div(
                new StatusBadge(
                        status,
                        getTranslation("courses.review.decided.as."
                                + decision.verdict().name())),
                who,
                when);
        head.addClassName("c-studio-actions");
        Paragraph reason = new Paragraph(decision.reason());
        reason.addClassName("c-review-words");
        add(head, reason);
        addClassName("c-review-thread");
    }
}
