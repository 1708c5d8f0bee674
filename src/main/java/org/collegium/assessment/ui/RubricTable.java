package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Map;
import java.util.function.BiFunction;
import org.collegium.assessment.Rubric;
import org.collegium.assessment.Rubric.Criterion;
import org.collegium.assessment.Rubric.Level;
import org.collegium.shared.ui.Glyph;

/** A rubric to be read: each criterion with its levels, and which of them was chosen. */
public final class RubricTable extends UnorderedList {

    private final transient BiFunction<String, String, Component> texts;
    private final String name;
    private final transient Map<String, String> chosen;

    /**
     * A rubric by which nothing is marked yet.
     *
     * @param name of what it belongs to
     * @param texts shows Markdown, told a name that no other text here has
     */
    public RubricTable(Rubric rubric, String name, BiFunction<String, String, Component> texts) {
        this(rubric, name, texts, Map.of());
    }

    /** @param chosen keys of levels by criterion */
    public RubricTable(
            Rubric rubric, String name, BiFunction<String, String, Component> texts, Map<String, String> chosen) {
        this.texts = texts;
        this.name = name;
        this.chosen = Map.copyOf(chosen);
        addClassName("c-rubric");
        rubric.criteria().forEach(criterion -> add(criterion(criterion)));
    }

    private ListItem criterion(Criterion criterion) {
        OrderedList levels = new OrderedList();
        levels.addClassName("c-rubric-levels");
        criterion.levels().forEach(level -> levels.add(level(criterion, level)));
        Div text = new Div(texts.apply(name + criterion.key(), criterion.text()));
        text.addClassName("c-rubric-criterion");
        return new ListItem(text, levels);
    }

    private ListItem level(Criterion criterion, Level level) {
        boolean taken = level.key().equals(chosen.get(criterion.key()));
        Scores scores = new Scores(getLocale());
        Span points = new Span(getTranslation("assessment.points", scores.points(level.points()), level.points()));
        points.addClassNames("c-muted", "c-small");
        Span words = new Span(level.text());
        words.addClassName("c-rubric-level-text");
        ListItem item = new ListItem(words, points);
        item.addClassName("c-rubric-level");
        if (taken) {
            Span mark = new Span(Glyph.CHECK.create(), new Span(getTranslation("assessment.rubric.chosen")));
            mark.addClassName("c-rubric-mark");
            item.addClassName("c-rubric-taken");
            item.add(mark);
        }
        if (!level.description().isBlank()) {
            Div description = new Div(texts.apply(name + criterion.key() + "/" + level.key(), level.description()));
            description.addClassNames("c-rubric-description", "c-small");
            item.add(description);
        }
        return item;
    }
}
