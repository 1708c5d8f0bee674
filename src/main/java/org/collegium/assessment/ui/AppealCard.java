package org.collegium.assessment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.collegium.assessment.appeals.OwnAppeal;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** An appeal as its learner sees it: what they wrote, what became of it, and the reply. */
final class AppealCard extends Div {

    AppealCard(OwnAppeal appeal) {
        addClassName("quiz-appeal");
        getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("assessment.appeal.own"));
        Scores scores = new Scores(getLocale());
        add(
                head(
                        getTranslation("assessment.appeal.own"),
                        switch (appeal.state()) {
                            case WAITING ->
                                new StatusBadge(
                                        Status.WAITING,
                                        getTranslation("assessment.appeal.own.waits", scores.day(appeal.replyDue())));
                            case GRANTED -> {
                                Double points = appeal.granted();
                                yield new StatusBadge(
                                        Status.GOOD,
                                        getTranslation(
                                                "assessment.appeal.own.granted",
                                                scores.points(points == null ? 0 : points),
                                                points == null ? 0 : points));
                            }
                            case DECLINED ->
                                new StatusBadge(Status.NEUTRAL, getTranslation("assessment.appeal.own.declined"));
                        }),
                written(appeal.text()));
        if (!appeal.reply().isEmpty()) {
            add(head(getTranslation("assessment.appeal.own.reply")), written(appeal.reply()));
        }
    }

    private static Div head(String title, StatusBadge... badges) {
        Div head = new Div(new Span(title));
        head.add(badges);
        head.addClassNames("quiz-question-head", "c-small");
        return head;
    }

    /** As it was written, with its lines. */
    static Paragraph written(String text) {
        Paragraph words = new Paragraph(text);
        words.addClassName("quiz-appeal-text");
        return words;
    }
}
