package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.HasItemComponents.ItemComponent;
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
import org.collegium.assessment.AskedQuestion.Choose;
import org.collegium.assessment.AskedQuestion.Fill;
import org.collegium.assessment.AskedQuestion.Judge;
import org.collegium.assessment.AskedQuestion.Match;
import org.collegium.assessment.AskedQuestion.Order;
import org.collegium.assessment.AskedQuestion.TypeNumber;
import org.collegium.assessment.AskedQuestion.TypeWords;

/** The fields in which one answers, one kind for each kind of question. */
final class AnswerFields {

    private static final int PAUSE = 500;

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

    /** @param stem a gap stands in it; else it stays where it is */
    Component field(AskedQuestion question, Component stem, Answer answer, Consumer<Answer> changed) {
        return switch (question.form()) {
            case Choose(List<Choice> options, boolean several) ->
                several ? several(options, answer, changed) : one(options, texts, answer, changed);
            case Judge() ->
                one(
                        List.of(
                                new Choice("true", words.apply("assessment.true")),
                                new Choice("false", words.apply("assessment.false"))),
                        choice -> new Span(choice.text()),
                        answer,
                        changed);
            case TypeNumber number -> number(number, answer, changed);
            case TypeWords() -> text(answer, changed);
            case Match match -> grouped(new MatchFields(match, labelId, texts, answer, changed));
            case Order order -> grouped(new OrderField(order, labelId, texts, answer, changed));
            case Fill fill ->
                new ClozeField(
                        stem,
                        fill,
                        gap -> option -> texts.apply(new Choice(gap + "/" + option.key(), option.text())),
                        answer,
                        changed);
        };
    }

    /** Several fields belong to one question. */
    private Component grouped(Component fields) {
        fields.getElement().setAttribute("role", "group");
        fields.getElement().setAttribute("aria-labelledby", labelId);
        return fields;
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
        mark(group);
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
        mark(group);
        group.addValueChangeListener(change -> changed.accept(new Answer(choices.stream()
                .filter(change.getValue()::contains)
                .map(Choice::key)
                .toList())));
        return group;
    }

    /** Says which key each choice stands for. */
    private static void mark(Component group) {
        group.getChildren().forEach(child -> {
            if (child instanceof ItemComponent<?> item && item.getItem() instanceof Choice choice) {
                child.getElement().setAttribute("data-answer", choice.key());
            }
        });
    }

    private TextField number(TypeNumber form, Answer answer, Consumer<Answer> changed) {
        TextField field = text(answer, changed);
        field.addClassName("quiz-number");
        field.getElement().setAttribute("inputmode", form.unitRequired() ? "text" : "decimal");
        field.setHelperText(
                words.apply(form.unitRequired() ? "assessment.number.unit.help" : "assessment.number.help"));
        if (!form.unit().isEmpty()) {
            field.setSuffixComponent(new Span(form.unit()));
        }
        return field;
    }

    private TextField text(Answer answer, Consumer<Answer> changed) {
        TextField field = new TextField(words.apply("assessment.answer"));
        field.addClassName("quiz-text");
        field.getElement().setAttribute("data-answer", true);
        field.setManualValidation(true);
        field.setErrorMessage(words.apply("assessment.answer.cut"));
        field.setAutocomplete(Autocomplete.OFF);
        field.setValue(answer.text());
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE);
        field.addValueChangeListener(change -> {
            field.setInvalid(change.getValue().length() > GivenAnswers.LONGEST);
            changed.accept(GivenAnswers.of(List.of(change.getValue())));
        });
        return field;
    }
}
