package org.collegium.assessment.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.function.Function;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AskedQuestion;
import org.collegium.assessment.AskedQuestion.Choice;
import org.collegium.assessment.AskedQuestion.Write;
import org.collegium.assessment.Rubric;
import org.collegium.assessment.WordLimits;
import org.collegium.shared.ui.HtmlElement;

/** A field for a text at length. The browser counts its words and says how many, and says what is too long before it is lost. */
final class EssayField {

    private EssayField() {}

    static HtmlElement of(Write form, AskedQuestion question, Function<Choice, HtmlElement> texts, Answer answer) {
        HtmlElement essay = HtmlElement.of("div", "quiz-essay")
                .add(HtmlElement.of("vaadin-text-area", "quiz-essay-text")
                        .with("data-answer", true)
                        .with("label", translate("assessment.answer"))
                        .with("manual-validation", true)
                        .with("error-message", translate("assessment.essay.cut", question.longest()))
                        .with("value", answer.text()))
                .add(words(form.words(), question));
        return form.rubric().none() ? essay : essay.add(rubric(form.rubric(), texts));
    }

    /** By what it will be marked. */
    static HtmlElement rubric(Rubric rubric, Function<Choice, HtmlElement> texts) {
        return HtmlElement.of("details", "quiz-essay-rubric")
                .add(HtmlElement.of("summary").text(translate("assessment.rubric.before")))
                .add(RubricTable.html(rubric, (part, markdown) -> texts.apply(new Choice("rubric/" + part, markdown))));
    }

    private static HtmlElement words(WordLimits limits, AskedQuestion question) {
        return HtmlElement.of("c-words", "quiz-words c-muted c-small")
                .with("data-least", String.valueOf(limits.least()))
                .with("data-most", String.valueOf(limits.most()))
                .with("data-longest", String.valueOf(question.longest()))
                .with("data-one", translate("assessment.words.one"))
                .with("data-count", translate("assessment.words.count"))
                .with("data-aim", aim(limits))
                .with("data-few", translate("assessment.words.few"))
                .with("data-many", translate("assessment.words.many"))
                .with("data-left", translate("assessment.words.left"))
                .with("data-over", translate("assessment.words.over"))
                .add(HtmlElement.of("span", "quiz-words-shown").with("id", "quiz-words-" + question.key()))
                .add(HtmlElement.of("span", "quiz-words-said c-hidden").with("role", "status"));
    }

    private static String aim(WordLimits limits) {
        if (!limits.any()) {
            return "";
        }
        if (limits.most() == 0) {
            return translate("assessment.words.least", limits.least());
        }
        return limits.least() == 0
                ? translate("assessment.words.most", limits.most())
                : translate("assessment.words.between", limits.least(), limits.most());
    }
}
