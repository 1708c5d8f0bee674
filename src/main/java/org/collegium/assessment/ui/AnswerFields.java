package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AskedQuestion;
import org.collegium.assessment.AskedQuestion.Choice;
import org.collegium.assessment.AskedQuestion.Choose;
import org.collegium.assessment.AskedQuestion.Fill;
import org.collegium.assessment.AskedQuestion.Judge;
import org.collegium.assessment.AskedQuestion.Locate;
import org.collegium.assessment.AskedQuestion.Match;
import org.collegium.assessment.AskedQuestion.Order;
import org.collegium.assessment.AskedQuestion.Program;
import org.collegium.assessment.AskedQuestion.TypeNumber;
import org.collegium.assessment.AskedQuestion.TypeWords;
import org.collegium.assessment.AskedQuestion.Upload;
import org.collegium.assessment.AskedQuestion.Write;
import org.collegium.assessment.CodeBench;

/** The fields in which one answers, one kind for each kind of question. */
final class AnswerFields {

    private final Function<Choice, Component> texts;
    private final Function<String, String> words;
    private final String labelId;
    private final Optional<CodeBench> bench;

    /**
     * @param texts shows a choice
     * @param words texts of the interface by key
     * @param labelId id of the element that names the field: the question
     * @param bench where code can be tried
     */
    AnswerFields(
            Function<Choice, Component> texts,
            Function<String, String> words,
            String labelId,
            Optional<CodeBench> bench) {
        this.texts = texts;
        this.words = words;
        this.labelId = labelId;
        this.bench = bench;
    }

    /**
     * What contributes to the answer carries {@code data-answer}; the browser reads it there, and no message goes to the server.
     *
     * @param stem a gap stands in it; else it stays where it is
     */
    Component field(AskedQuestion question, Component stem, Answer answer) {
        return switch (question.form()) {
            case Choose(List<Choice> options, boolean several) ->
                several
                        ? options("vaadin-checkbox-group", "vaadin-checkbox", options, texts, answer)
                        : options("vaadin-radio-group", "vaadin-radio-button", options, texts, answer);
            case Judge() ->
                options(
                        "vaadin-radio-group",
                        "vaadin-radio-button",
                        List.of(
                                new Choice("true", words.apply("assessment.true")),
                                new Choice("false", words.apply("assessment.false"))),
                        choice -> new Span(choice.text()),
                        answer);
            case TypeNumber number -> number(number, answer);
            case TypeWords() -> text(answer);
            case Write write -> new EssayField(write, question, texts, answer);
            case Program program -> new CodeField(program, labelId, bench, answer);
            case Upload upload -> new UploadField(upload, question.key(), labelId, texts, answer);
            case Match match -> grouped(new MatchFields(match, labelId, texts, answer));
            case Order order -> grouped(new OrderField(order, labelId, texts, answer));
            case Locate locate -> locate(locate, answer);
            case Fill fill ->
                new ClozeField(
                        stem,
                        fill,
                        gap -> option -> texts.apply(new Choice(gap + "/" + option.key(), option.text())),
                        answer);
        };
    }

    /** Several fields belong to one question. */
    private Component grouped(Component fields) {
        fields.getElement().setAttribute("role", "group");
        fields.getElement().setAttribute("aria-labelledby", labelId);
        return fields;
    }

    private Component locate(Locate form, Answer answer) {
        Component picture = texts.apply(new Choice("picture", form.picture().markdown()));
        if (form.among().isEmpty()) {
            return grouped(HotspotField.marking(form, labelId, picture, answer));
        }
        List<Choice> areas = form.among().stream()
                .map(area -> new Choice(area.key(), area.label()))
                .toList();
        boolean several = form.marks() > 1;
        return HotspotField.choosing(
                form,
                picture,
                options(
                        several ? "vaadin-checkbox-group" : "vaadin-radio-group",
                        several ? "vaadin-checkbox" : "vaadin-radio-button",
                        areas,
                        area -> HotspotField.label(areas.indexOf(area), new Span(area.text())),
                        answer));
    }

    /** Vaadin's elements without its components, which tell the server of each change and know options by numbers. */
    private Component options(
            String group, String option, List<Choice> choices, Function<Choice, Component> shown, Answer answer) {
        HtmlContainer options = new HtmlContainer(group);
        options.addClassName("quiz-options");
        options.getElement().getThemeList().add("vertical");
        options.getElement().setProperty("accessibleNameRef", labelId);
        for (Choice choice : choices) {
            HtmlContainer label = new HtmlContainer("label");
            label.getElement().setAttribute("slot", "label");
            label.add(shown.apply(choice));
            HtmlContainer one = new HtmlContainer(option);
            one.getElement()
                    .setAttribute("data-answer", true)
                    .setProperty("value", choice.key())
                    .setProperty("checked", answer.values().contains(choice.key()));
            one.add(label);
            options.add(one);
        }
        return options;
    }

    private TextField number(TypeNumber form, Answer answer) {
        TextField field = text(answer);
        field.addClassName("quiz-number");
        field.getElement().setAttribute("inputmode", form.unitRequired() ? "text" : "decimal");
        field.setHelperText(
                words.apply(form.unitRequired() ? "assessment.number.unit.help" : "assessment.number.help"));
        if (!form.unit().isEmpty()) {
            field.setSuffixComponent(new Span(form.unit()));
        }
        return field;
    }

    private TextField text(Answer answer) {
        TextField field = new TextField(words.apply("assessment.answer"));
        field.addClassName("quiz-text");
        field.getElement().setAttribute("data-answer", true);
        field.setManualValidation(true);
        field.setErrorMessage(words.apply("assessment.answer.cut"));
        field.setAutocomplete(Autocomplete.OFF);
        field.setValue(answer.text());
        field.setValueChangeMode(null);
        return field;
    }
}
