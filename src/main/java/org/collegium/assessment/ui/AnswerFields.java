package org.collegium.assessment.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

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
import org.collegium.shared.ui.HtmlElement;

/** The fields in which one answers, one kind for each kind of question: elements of Vaadin without its components. */
final class AnswerFields {

    private final Function<Choice, HtmlElement> texts;
    private final String labelId;
    private final Optional<CodeBench> bench;

    /**
     * @param texts shows a choice
     * @param labelId id of the element that names the field: the question
     * @param bench where code can be tried
     */
    AnswerFields(Function<Choice, HtmlElement> texts, String labelId, Optional<CodeBench> bench) {
        this.texts = texts;
        this.labelId = labelId;
        this.bench = bench;
    }

    /**
     * What contributes to the answer carries {@code data-answer}; the browser reads it there, and no message goes to the server.
     *
     * @param stem a gap stands in it; else it stays where it is
     */
    HtmlElement field(AskedQuestion question, HtmlElement stem, Answer answer) {
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
                                new Choice("true", translate("assessment.true")),
                                new Choice("false", translate("assessment.false"))),
                        choice -> HtmlElement.of("span").text(choice.text()),
                        answer);
            case TypeNumber number -> number(number, answer);
            case TypeWords() -> text("quiz-text", answer);
            case Write write -> EssayField.of(write, question, texts, answer);
            case Program program -> CodeField.of(program, labelId, bench, answer);
            case Upload upload -> UploadField.of(upload, question.key(), labelId, texts, answer);
            case Match match -> MatchFields.of(match, labelId, texts, answer);
            case Order order -> OrderField.of(order, labelId, texts, answer);
            case Locate locate -> locate(locate, answer);
            case Fill fill ->
                ClozeField.of(
                        stem,
                        fill,
                        gap -> option -> texts.apply(new Choice(gap + "/" + option.key(), option.text())),
                        answer);
        };
    }

    private HtmlElement locate(Locate form, Answer answer) {
        HtmlElement picture = texts.apply(new Choice("picture", form.picture().markdown()));
        if (form.among().isEmpty()) {
            return HotspotField.marking(form, labelId, picture, answer);
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
                        area -> HotspotField.label(areas.indexOf(area), area.text()),
                        answer));
    }

    private HtmlElement options(
            String group, String option, List<Choice> choices, Function<Choice, HtmlElement> shown, Answer answer) {
        HtmlElement options =
                HtmlElement.of(group, "quiz-options").with("theme", "vertical").with("accessible-name-ref", labelId);
        for (Choice choice : choices) {
            options.add(HtmlElement.of(option)
                    .with("data-answer", true)
                    .with("value", choice.key())
                    .with("checked", answer.values().contains(choice.key()))
                    .add(HtmlElement.of("label").with("slot", "label").add(shown.apply(choice))));
        }
        return options;
    }

    private HtmlElement number(TypeNumber form, Answer answer) {
        HtmlElement field = text("quiz-text quiz-number", answer)
                .with("inputmode", form.unitRequired() ? "text" : "decimal")
                .with(
                        "helper-text",
                        translate(form.unitRequired() ? "assessment.number.unit.help" : "assessment.number.help"));
        return form.unit().isEmpty()
                ? field
                : field.with(
                                "accessible-name",
                                translate("assessment.gap.in", translate("assessment.answer"), form.unit()))
                        .add(HtmlElement.of("span").with("slot", "suffix").text(form.unit()));
    }

    private HtmlElement text(String classes, Answer answer) {
        return HtmlElement.of("vaadin-text-field", classes)
                .with("data-answer", true)
                .with("label", translate("assessment.answer"))
                .with("manual-validation", true)
                .with("error-message", translate("assessment.answer.cut"))
                .with("autocomplete", "off")
                .with("value", answer.text());
    }
}
