package org.collegium.assessment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.AttemptSummary;

/** The attempts of a learner, the latest first. */
final class HistoryList extends Section {

    HistoryList(List<AttemptSummary> history, int shown, Consumer<AttemptId> show) {
        addClassName("quiz-history");
        OrderedList list = new OrderedList();
        history.stream()
                .filter(attempt -> !attempt.open())
                .forEach(attempt -> list.add(item(attempt, attempt.number() == shown, show)));
        add(new H2(getTranslation("assessment.history")), list);
    }

    private ListItem item(AttemptSummary attempt, boolean shown, Consumer<AttemptId> show) {
        Scores scores = new Scores(getLocale());
        Double score = attempt.score();
        Instant submitted = attempt.submittedAt();
        String day = submitted == null ? "" : scores.day(submitted);
        Span words = new Span(
                score == null
                        ? getTranslation(
                                attempt.waiting() ? "assessment.history.waits" : "assessment.history.submitted",
                                attempt.number(),
                                day)
                        : getTranslation(
                                attempt.passed() ? "assessment.history.passed" : "assessment.history.not-passed",
                                attempt.number(),
                                scores.percent(score),
                                day));
        ListItem item = new ListItem(words);
        if (shown) {
            Span here = new Span(getTranslation("assessment.history.shown"));
            here.addClassNames("c-muted", "c-small");
            item.add(here);
        } else {
            Button look = new Button(getTranslation("assessment.history.look"), click -> show.accept(attempt.id()));
            look.setAriaLabel(getTranslation("assessment.history.look.of", attempt.number()));
            look.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            item.add(look);
        }
        return item;
    }
}
