package org.collegium.assessment.peer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableRunnable;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.collegium.assessment.Question.Essay;
import org.collegium.assessment.Rubric.Criterion;
import org.collegium.assessment.Rubric.Level;
import org.collegium.assessment.peer.PeerReviewData;
import org.jspecify.annotations.Nullable;

/** The criteria of a rubric, of each of which one level is chosen; the points as a whole where there is none. */
final class RubricFields extends Div {

    private final Map<String, RadioButtonGroup<Level>> criteria = new LinkedHashMap<>();
    private final BigDecimalField points = new BigDecimalField();

    /** @param prose shows Markdown */
    RubricFields(Essay essay, Function<String, Component> prose, PeerReviewData said, boolean open) {
        addClassName("peer-rubric");
        points.setLabel(getTranslation(
                "assessment.peer.points", NumberFormat.getInstance(getLocale()).format(essay.points())));
        Double given = said.points();
        points.setValue(given == null ? null : BigDecimal.valueOf(given));
        points.setReadOnly(!open);
        if (essay.rubric().none()) {
            add(points);
        }
        essay.rubric().criteria().forEach(criterion -> add(criterion(criterion, prose, said, open)));
    }

    private Component criterion(
            Criterion criterion, Function<String, Component> prose, PeerReviewData said, boolean open) {
        Div text = new Div(prose.apply(criterion.text()));
        String id = "peer-criterion-" + criterion.key() + (open ? "" : "-read");
        text.setId(id);
        text.addClassName("peer-criterion");
        RadioButtonGroup<Level> levels = new RadioButtonGroup<>();
        levels.setAriaLabelledBy(id);
        levels.addThemeNames("vertical");
        levels.setItems(criterion.levels());
        levels.setRenderer(new ComponentRenderer<>(level -> level(level, prose)));
        criterion.level(said.levels().getOrDefault(criterion.key(), "")).ifPresent(levels::setValue);
        levels.setReadOnly(!open);
        levels.setErrorMessage(getTranslation("assessment.peer.level.missing"));
        criteria.put(criterion.key(), levels);
        Div part = new Div(text, levels);
        part.addClassName("peer-rubric-part");
        return part;
    }

    private Component level(Level level, Function<String, Component> prose) {
        String worth = NumberFormat.getInstance(getLocale()).format(level.points());
        Span name = new Span(level.text());
        Span points = new Span(getTranslation("assessment.peer.level.points", worth, level.points()));
        points.addClassNames("c-muted", "c-small");
        Div line = new Div(name, points);
        line.addClassName("peer-level");
        if (!level.description().isBlank()) {
            line.add(prose.apply(level.description()));
        }
        return line;
    }

    BigDecimalField points() {
        return points;
    }

    Map<String, String> levels() {
        Map<String, String> chosen = new HashMap<>();
        criteria.forEach((key, levels) -> {
            Level level = levels.getValue();
            if (level != null) {
                chosen.put(key, level.key());
            }
        });
        return chosen;
    }

    @Nullable
    Double given() {
        BigDecimal value = points.getValue();
        return value == null ? null : value.doubleValue();
    }

    void onChange(SerializableRunnable listener) {
        points.addValueChangeListener(change -> listener.run());
        criteria.values()
                .forEach(levels -> levels.addValueChangeListener(change -> {
                    levels.setInvalid(false);
                    listener.run();
                }));
    }

    /** Leads to the first criterion without a level. */
    void markMissing() {
        criteria.values().forEach(levels -> levels.setInvalid(levels.getValue() == null));
        criteria.values().stream()
                .filter(RadioButtonGroup::isInvalid)
                .findFirst()
                .ifPresent(missing -> missing.getElement().callJsFunction("focus"));
    }
}
