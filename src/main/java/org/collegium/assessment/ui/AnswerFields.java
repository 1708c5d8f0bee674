package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AskedQuestion;
import org.collegium.assessment.AskedQuestion.Choice;

/** The fields in which one answers, one kind for each kind of question. */
final class AnswerFields {

    private static final int PAUSE = 500;
    private static final int LONGEST = 500;

    private final Function<Choice, Component> texts;
    private final Function<String, String> words;
    private final String labelId;

    /**
     * @param texts shows a choice
     * @param words texts of the interface by key
     * @param labelId id of the element that names the field: the question
     */
    AnswerFields(Function<Choice, Component> texts, Function<String, String> words, String labelId) {
        this.texts = texts;
        this.words = words;
        this.labelId = labelId;
    }

    Component field(AskedQuestion question, Answer answer, Consumer<Answer> changed) {
        return switch (question.kind()) {
            case SINGLE -> one(question.choices(), texts, answer, changed);
            case TRUE_FALSE ->
                one(
                        List.of(
                                new Choice("true", words.apply("assessment.true")),
                                new Choice("false", words.apply("assessment.false"))),
                        choice -> new Span(choice.text()),
                        answer,
                        changed);
            case MULTIPLE -> several(question.choices(), answer, changed);
            case NUMERIC -> number(question, answer, changed);
            case SHORT_TEXT -> text(answer, changed);
        };
    }

    private RadioButtonGroup<Choice> one(
            List<Choice> choices, Function<Choice, Component> shown, Answer answer, Consumer<Answer> changed) {
        RadioButtonGroup<Choice> group = new RadioButtonGroup<>();
        group.addClassName("quiz-options");
        group.getElement().getThemeList().add("vertical");
        group.setAriaLabelledBy(labelId);
        group.setItems(choices);
        group.setRenderer(new ComponentRenderer<>(shown::apply));
        choices.stream()
                .filter(choice -> answer.values().contains(choice.key()))
                .findFirst()
                .ifPresent(group::setValue);
        group.addValueChangeListener(change -> changed.accept(
                change.getValue() == null
                        ? Answer.NONE
                        : Answer.of(change.getValue().key())));
        return group;
    }

    private CheckboxGroup<Choice> several(List<Choice> choices, Answer answer, Consumer<Answer> changed) {
        CheckboxGroup<Choice> group = new CheckboxGroup<>();
        group.addClassName("quiz-options");
        group.getElement().getThemeList().add("vertical");
        group.setAriaLabelledBy(labelId);
        group.setItems(choices);
        group.setRenderer(new ComponentRenderer<>(texts::apply));
        Set<Choice> chosen = new HashSet<>(choices);
        chosen.removeIf(choice -> !answer.values().contains(choice.key()));
        group.setValue(chosen);
        group.addValueChangeListener(change -> changed.accept(new Answer(choices.stream()
                .filter(change.getValue()::contains)
                .map(Choice::key)
                .toList())));
        return group;
    }

    private TextField number(AskedQuestion question, Answer answer, Consumer<Answer> changed) {
        TextField field = text(answer, changed);
        field.addClassName("quiz-number");
        field.getElement().setAttribute("inputmode", "decimal");
        field.setHelperText(words.apply("assessment.number.help"));
        if (!question.unit().isEmpty()) {
            field.setSuffixComponent(new Span(question.unit()));
        }
        return field;
    }

    private TextField text(Answer answer, Consumer<Answer> changed) {
        TextField field = new TextField(words.apply("assessment.answer"));
        field.addClassName("quiz-text");
        field.setManualValidation(true);
        field.setErrorMessage(words.apply("assessment.answer.cut"));
        field.setAutocomplete(Autocomplete.OFF);
        field.setValue(answer.text());
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE);
        field.addValueChangeListener(change -> {
            field.setInvalid(change.getValue().length() > LONGEST);
            changed.accept(change.getValue().isBlank() ? Answer.NONE : Answer.of(shortened(change.getValue())));
        });
        return field;
    }

    /** What is saved of an answer; the field shows all that was typed and says that it is too long. */
    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
