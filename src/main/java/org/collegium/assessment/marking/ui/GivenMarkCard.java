package org.collegium.assessment.marking.ui;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.stream.Collectors;
import org.collegium.assessment.Rubric;
import org.collegium.assessment.Rubric.Level;
import org.collegium.assessment.marking.AnswerToMark;
import org.collegium.assessment.marking.GivenMark;
import org.collegium.assessment.ui.Scores;

/** A mark that was given: by whom, when, which levels, what was said. */
final class GivenMarkCard extends Article {

    GivenMarkCard(GivenMark given, AnswerToMark answer, MarkingDesk.Surroundings around) {
        addClassNames("c-surface", "c-marking-given");
        Scores scores = new Scores(getLocale());
        String who = given.name().isEmpty() ? getTranslation("assessment.marking.somebody") : given.name();
        double points = given.mark().points();
        add(new Paragraph(getTranslation(
                "assessment.marking.part." + given.part(),
                who,
                getTranslation("assessment.points", scores.points(points), points),
                scores.day(given.at()))));
        Instant ended = given.ended();
        if (ended != null) {
            add(small(getTranslation("assessment.marking.ended", scores.day(ended))));
        }
        Rubric rubric = answer.question().rubric();
        String levels = rubric.criteria().stream()
                .flatMap(criterion -> criterion.level(given.mark().levels().getOrDefault(criterion.key(), "")).stream())
                .map(Level::text)
                .collect(Collectors.joining(" · "));
        if (!levels.isEmpty()) {
            add(small(levels));
        }
        if (!given.reason().isBlank()) {
            add(small(getTranslation("assessment.marking.because", given.reason())));
        }
        if (given.alone()) {
            add(small(getTranslation("assessment.marking.alone")));
        }
        if (!given.mark().comment().isBlank()) {
            add(around.prose(answer, "given/" + given.id(), given.mark().comment()));
        }
    }

    private static Span small(String text) {
        Span words = new Span(text);
        words.addClassNames("c-muted", "c-small", "c-marking-line");
        return words;
    }
}
