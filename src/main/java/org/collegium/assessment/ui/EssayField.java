package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Function;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AskedQuestion;
import org.collegium.assessment.AskedQuestion.Choice;
import org.collegium.assessment.AskedQuestion.Write;
import org.collegium.assessment.WordLimits;

/** A field for a text at length. The browser counts its words and says how many, and says what is too long before it is lost. */
final class EssayField extends Div {

    EssayField(Write form, AskedQuestion question, Function<Choice, Component> texts, Answer answer) {
        addClassName("quiz-essay");
        TextArea field = new TextArea(getTranslation("assessment.answer"));
        field.addClassName("quiz-essay-text");
        field.getElement().setAttribute("data-answer", true);
        field.setManualValidation(true);
        field.setErrorMessage(getTranslation("assessment.essay.cut", question.longest()));
        field.setValue(answer.text());
        field.setValueChangeMode(null);
        add(field, words(form.words(), question.longest()));
        if (!form.rubric().none()) {
            NativeDetails rubric = new NativeDetails(
                    getTranslation("assessment.rubric.before"),
                    new RubricTable(
                            form.rubric(),
                            "",
                            (part, markdown) -> texts.apply(new Choice("rubric/" + part, markdown))));
            rubric.addClassName("quiz-essay-rubric");
            add(rubric);
        }
    }

    private HtmlContainer words(WordLimits limits, int longest) {
        Span shown = new Span();
        shown.addClassName("quiz-words-shown");
        Span said = new Span();
        said.addClassNames("quiz-words-said", "c-hidden");
        said.getElement().setAttribute("role", "status");
        HtmlContainer words = new HtmlContainer("c-words", shown, said);
        words.addClassNames("quiz-words", "c-muted", "c-small");
        words.getElement()
                .setAttribute("data-least", String.valueOf(limits.least()))
                .setAttribute("data-most", String.valueOf(limits.most()))
                .setAttribute("data-longest", String.valueOf(longest))
                .setAttribute("data-count", getTranslation("assessment.words.count"))
                .setAttribute("data-aim", aim(limits))
                .setAttribute("data-few", getTranslation("assessment.words.few"))
                .setAttribute("data-many", getTranslation("assessment.words.many"))
                .setAttribute("data-left", getTranslation("assessment.words.left"))
                .setAttribute("data-over", getTranslation("assessment.words.over"));
        return words;
    }

    private String aim(WordLimits limits) {
        if (!limits.any()) {
            return "";
        }
        if (limits.most() == 0) {
            return getTranslation("assessment.words.least", limits.least());
        }
        return limits.least() == 0
                ? getTranslation("assessment.words.most", limits.most())
                : getTranslation("assessment.words.between", limits.least(), limits.most());
    }
}
