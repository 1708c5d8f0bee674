package org.collegium.assessment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.collegium.assessment.AskedQuestion;
import org.collegium.assessment.LateAnswer;
import org.collegium.assessment.LookedAnswers;

/** Which answers came after the attempt had ended, when, and by how much, for those who judge whether that was the learner's fault. */
public final class LateLines extends Div {

    private LateLines(LookedAnswers looked, Instant ended, List<String> order) {
        Scores scores = new Scores(getLocale());
        UnorderedList list = new UnorderedList();
        for (LateAnswer late : looked.late()) {
            Duration by = Duration.between(ended, late.at());
            list.add(new ListItem(getTranslation(
                    "assessment.looked.late.line",
                    order.indexOf(late.question()) + 1,
                    scores.second(late.at()),
                    Spans.said(this, by.isNegative() ? Duration.ZERO : by))));
        }
        add(new Div(new Paragraph(getTranslation("assessment.looked.late")), list));
        addClassName("c-notice");
    }

    /** Nothing where none came. */
    public static Optional<LateLines> of(LookedAnswers looked) {
        Instant ended = looked.attempt().submittedAt();
        return looked.late().isEmpty() || ended == null
                ? Optional.empty()
                : looked.result()
                        .map(result -> new LateLines(
                                looked,
                                ended,
                                result.asked().questions().stream()
                                        .map(AskedQuestion::key)
                                        .toList()));
    }
}
