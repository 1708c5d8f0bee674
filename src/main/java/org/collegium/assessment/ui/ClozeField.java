package org.collegium.assessment.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.List;
import java.util.function.Function;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AskedQuestion;
import org.collegium.assessment.AskedQuestion.Choice;
import org.collegium.assessment.AskedQuestion.Choose;
import org.collegium.assessment.AskedQuestion.Fill;
import org.collegium.assessment.AskedQuestion.Form;
import org.collegium.assessment.AskedQuestion.TypeNumber;
import org.collegium.shared.ui.HtmlElement;

/**
 * A text with a field for each gap. The browser puts the fields where the text has the marks of the gaps ({@code
 * frontend/quiz/cloze.ts}); where it cannot, they follow the text.
 */
final class ClozeField {

    private final Function<Integer, Function<Choice, HtmlElement>> texts;
    private final Answer answer;
    private final HtmlElement gaps = HtmlElement.of("div", "quiz-gaps");
    private final HtmlElement legends = HtmlElement.of("div", "quiz-gap-legends");

    private ClozeField(Function<Integer, Function<Choice, HtmlElement>> texts, Answer answer) {
        this.texts = texts;
        this.answer = answer;
    }

    /** @param texts shows an option of a gap with this number from 0 */
    static HtmlElement of(
            HtmlElement stem, Fill form, Function<Integer, Function<Choice, HtmlElement>> texts, Answer answer) {
        return new ClozeField(texts, answer).field(stem, form);
    }

    private HtmlElement field(HtmlElement stem, Fill form) {
        for (int i = 0; i < form.gaps().size(); i++) {
            gap(form.gaps().get(i), i);
        }
        HtmlElement field = HtmlElement.of("c-cloze", "quiz-cloze")
                .with("role", "group")
                .with("aria-label", translate("assessment.gaps"))
                .add(stem)
                .add(gaps);
        if (!legends.content().isEmpty()) {
            field.add(legends);
        }
        field.add(HtmlElement.of("p", "quiz-too-long c-small")
                .with("role", "alert")
                .with("hidden", true)
                .text(translate("assessment.gap.too-long", Answer.USUAL_LONGEST)));
        if (form.gaps().stream().anyMatch(TypeNumber.class::isInstance)) {
            field.add(HtmlElement.of("p", "c-muted c-small").text(translate("assessment.gap.number.help")));
        }
        return field;
    }

    private void gap(Form gap, int number) {
        String mark = AskedQuestion.gap(number);
        String name = translate("assessment.gap", number + 1);
        HtmlElement place = HtmlElement.of("span", "quiz-gap")
                .with("data-gap", mark)
                .add(HtmlElement.of("span").text(mark));
        if (gap instanceof Choose(List<Choice> options, boolean _)) {
            ChoiceLabels labels = new ChoiceLabels(options);
            place.add(ChoiceSelect.of(
                            String.valueOf(number), translate("assessment.choose"), labels.shown(), answer.at(number))
                    .with("aria-label", name));
            labels.legend(texts.apply(number))
                    .ifPresent(legend ->
                            legends.add(HtmlElement.of("p").text(name)).add(legend));
        } else {
            place.add(typed(gap, name, number));
        }
        gaps.add(place);
    }

    private HtmlElement typed(Form gap, String name, int number) {
        if (!(gap instanceof TypeNumber(String unit, boolean unitRequired))) {
            return input("quiz-gap-input", number).with("aria-label", name);
        }
        HtmlElement field = input("quiz-gap-input quiz-gap-number", number).with("inputmode", "decimal");
        if (unitRequired) {
            field.with("placeholder", translate("assessment.gap.unit"));
        }
        if (unit.isEmpty()) {
            return field.with("aria-label", name);
        }
        return HtmlElement.of("span", "quiz-gap-line")
                .add(field.with("aria-label", translate("assessment.gap.in", name, unit)))
                .add(HtmlElement.of("span").text(unit));
    }

    private HtmlElement input(String classes, int number) {
        return HtmlElement.of("input", classes)
                .with("data-answer", String.valueOf(number))
                .with("autocomplete", "off")
                .with("value", answer.at(number));
    }
}
