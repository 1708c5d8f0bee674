package org.collegium.assessment.marking.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.NumberField.NumberFieldI18n;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.collegium.assessment.FirstWords;
import org.collegium.assessment.Mark;
import org.collegium.assessment.Rubric;
import org.collegium.assessment.Rubric.Criterion;
import org.collegium.assessment.Rubric.Level;
import org.collegium.assessment.marking.AnswerToMark;
import org.collegium.assessment.marking.GivenMark;
import org.collegium.assessment.marking.GivingResult;
import org.collegium.assessment.marking.MarkingTask;
import org.collegium.assessment.ui.Scores;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;

/** The levels, points and words of a mark. Points follow the levels until somebody gives others. */
final class MarkForm extends Div {

    private static final int RENEWAL = 60_000;

    private final transient AnswerToMark answer;
    private final transient MarkingDesk.Surroundings around;
    private final transient Scores scores = new Scores(getLocale());
    private final Map<String, RadioButtonGroup<Level>> levels = new LinkedHashMap<>();
    private final NumberField points = new NumberField();
    private final TextArea comment = new TextArea();
    private final TextArea reason = new TextArea();
    private final transient FieldFaults faults;
    private final transient KeptTyping typing;

    MarkForm(AnswerToMark answer, MarkingDesk.Surroundings around) {
        this.answer = answer;
        this.around = around;
        addClassName("c-marking-form");
        Rubric rubric = answer.question().rubric();
        rubric.criteria().forEach(criterion -> levels.put(criterion.key(), group(criterion)));
        double most = answer.question().points();
        points.setLabel(getTranslation("assessment.marking.points", scores.points(most)));
        points.setMin(0);
        points.setMax(most);
        double step = around.settings().of(around.run(), answer.unitKey()).step();
        points.setStepButtonsVisible(true);
        points.setStep(step);
        points.setManualValidation(true);
        points.setI18n(new NumberFieldI18n().setBadInputErrorMessage(getTranslation("shared.field.unreadable")));
        points.setHelperText(getTranslation(
                rubric.none() ? "assessment.marking.points.help" : "assessment.marking.points.follow",
                scores.points(step)));
        comment.setLabel(getTranslation("assessment.marking.comment"));
        comment.setHelperText(getTranslation("assessment.marking.comment.help"));
        comment.setMinRows(3);
        comment.setValueChangeMode(ValueChangeMode.TIMEOUT);
        comment.setValueChangeTimeout(RENEWAL);
        comment.getElement().setAttribute("data-field", "comment");
        reason.setLabel(getTranslation("assessment.marking.reason"));
        reason.setHelperText(getTranslation("assessment.marking.reason.help"));
        if (answer.alone()) {
            reason.setHelperText(getTranslation("assessment.marking.reason.alone"));
        }
        reason.setVisible(answer.task().reasoned());
        own().ifPresent(mark -> show(mark.mark()));
        levels.values()
                .forEach(group -> group.addValueChangeListener(change -> points.setValue(rubric.points(chosen()))));
        // Who writes for long keeps what they have open.
        comment.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                around.marking().open(around.run(), answer.id());
            }
        });
        levels.values().forEach(this::add);
        KeptCommentsField kept = new KeptCommentsField(around.comments(), around.run(), comment);
        add(points, comment, kept, reason);
        faults = new FieldFaults(fields());
        typing = kept();
    }

    private Map<String, HasValidationProperties> fields() {
        Map<String, HasValidationProperties> fields = new HashMap<>(Map.of(
                "assessment.marking.points", points,
                "assessment.marking.comment", comment,
                "assessment.marking.reason", reason));
        levels.values().stream().findFirst().ifPresent(first -> fields.put("assessment.marking.levels", first));
        return fields;
    }

    private KeptTyping kept() {
        KeptTyping keeping = new KeptTyping(this, "mark/" + answer.id() + "/" + answer.task());
        levels.forEach((key, group) -> keeping.with(
                "level/" + key,
                group,
                Level::key,
                chosen -> level(key, chosen).orElseThrow(IllegalArgumentException::new)));
        return keeping.with("points", points, Double::valueOf)
                .with("comment", comment)
                .with("reason", reason);
    }

    private Optional<Level> level(String criterion, String key) {
        return answer.question().rubric().criteria().stream()
                .filter(each -> each.key().equals(criterion))
                .findFirst()
                .flatMap(each -> each.level(key));
    }

    private RadioButtonGroup<Level> group(Criterion criterion) {
        RadioButtonGroup<Level> group = new RadioButtonGroup<>();
        group.setLabel(FirstWords.plain(criterion.text()));
        group.getElement().getThemeList().add("vertical");
        group.addClassName("c-marking-levels");
        group.setManualValidation(true);
        group.setItems(criterion.levels());
        group.setRenderer(new ComponentRenderer<>(level -> label(criterion, level)));
        return group;
    }

    private Component label(Criterion criterion, Level level) {
        Span number = new Span(String.valueOf(criterion.levels().indexOf(level) + 1));
        number.addClassName("c-marking-number");
        number.getElement().setAttribute("aria-hidden", "true");
        Span worth = new Span(getTranslation("assessment.points", scores.points(level.points()), level.points()));
        worth.addClassNames("c-muted", "c-small");
        Div label = new Div(number, new Span(level.text()), worth);
        label.addClassName("c-marking-level");
        if (!level.description().isBlank()) {
            Div description =
                    new Div(around.prose(answer, "rubric/" + criterion.key() + "/" + level.key(), level.description()));
            description.addClassNames("c-rubric-description", "c-small");
            label.add(description);
        }
        return label;
    }

    /** What is in the fields at first: the marker's own mark, or the latest where one decides otherwise. */
    private Optional<GivenMark> own() {
        return answer.task() == MarkingTask.CHANGE || answer.task() == MarkingTask.OVERRULE
                ? answer.marks().stream().reduce((earlier, later) -> later)
                : Optional.empty();
    }

    private void show(Mark mark) {
        levels.forEach(
                (key, group) -> level(key, mark.levels().getOrDefault(key, "")).ifPresent(group::setValue));
        points.setValue(mark.points());
        comment.setValue(mark.comment());
    }

    private Map<String, String> chosen() {
        Map<String, String> chosen = new HashMap<>();
        levels.forEach(
                (key, group) -> Optional.ofNullable(group.getValue()).ifPresent(level -> chosen.put(key, level.key())));
        return chosen;
    }

    String reason() {
        return reason.getValue();
    }

    /** Gives what is in the fields; empty when something in them is to mend, which is told at the field. */
    Optional<GivingResult> give(Function<Mark, GivingResult> giving) {
        if (!faults.readable()) {
            return Optional.empty();
        }
        Double given = points.getValue();
        try {
            return Optional.of(giving.apply(new Mark(
                    given == null ? Double.NaN : given,
                    chosen(),
                    comment.getValue().strip())));
        } catch (RuleViolation violation) {
            faults.tell(violation);
            return Optional.empty();
        }
    }

    /** After it was given. */
    void forget() {
        typing.forget();
    }
}
