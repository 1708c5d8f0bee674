package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Function;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AskedQuestion;
import org.collegium.assessment.AskedQuestion.Choice;
import org.collegium.assessment.AskedQuestion.Choose;
import org.collegium.assessment.AskedQuestion.Fill;
import org.collegium.assessment.AskedQuestion.Form;
import org.collegium.assessment.AskedQuestion.TypeNumber;

/**
 * A text with a field for each gap. The browser puts the fields where the text has the marks of the gaps ({@code
 * frontend/quiz/cloze.ts}); where it cannot, they follow the text.
 */
@Tag("c-cloze")
final class ClozeField extends HtmlContainer {

    /** @param texts shows an option of a gap with this number from 0 */
    ClozeField(Component stem, Fill form, Function<Integer, Function<Choice, Component>> texts, Answer answer) {
        addClassName("quiz-cloze");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("assessment.gaps"));
        Div gaps = new Div();
        gaps.addClassName("quiz-gaps");
        Div legends = new Div();
        legends.addClassName("quiz-gap-legends");
        for (int i = 0; i < form.gaps().size(); i++) {
            Form gap = form.gaps().get(i);
            Span place = new Span(new Span(AskedQuestion.gap(i)));
            place.addClassName("quiz-gap");
            place.getElement().setAttribute("data-gap", AskedQuestion.gap(i));
            String name = getTranslation("assessment.gap", i + 1);
            if (gap instanceof Choose(List<Choice> options, boolean _)) {
                ChoiceLabels labels = new ChoiceLabels(options);
                ChoiceSelect field =
                        new ChoiceSelect(getTranslation("assessment.choose"), labels.shown(), answer.at(i));
                field.setAriaLabel(name);
                field.getElement().setAttribute("data-answer", String.valueOf(i));
                place.add(field);
                labels.legend(texts.apply(i)).ifPresent(legend -> legends.add(new Paragraph(name), legend));
            } else {
                place.add(typed(gap, name, answer.at(i), i));
            }
            gaps.add(place);
        }
        add(stem, gaps);
        if (legends.getComponentCount() > 0) {
            add(legends);
        }
        Paragraph tooLong = new Paragraph(getTranslation("assessment.gap.too-long", Answer.USUAL_LONGEST));
        tooLong.addClassNames("quiz-too-long", "c-small");
        tooLong.getElement().setAttribute("role", "alert").setAttribute("hidden", true);
        add(tooLong);
        if (form.gaps().stream().anyMatch(TypeNumber.class::isInstance)) {
            Paragraph help = new Paragraph(getTranslation("assessment.gap.number.help"));
            help.addClassNames("c-muted", "c-small");
            add(help);
        }
    }

    private Component typed(Form gap, String name, String value, int number) {
        Input field = new Input();
        field.addClassName("quiz-gap-input");
        field.getElement().setAttribute("data-answer", String.valueOf(number));
        field.getElement().setAttribute("autocomplete", "off");
        field.setAriaLabel(name);
        field.setValue(value);
        field.setValueChangeMode(null);
        if (!(gap instanceof TypeNumber(String unit, boolean unitRequired))) {
            return field;
        }
        field.addClassName("quiz-gap-number");
        field.getElement().setAttribute("inputmode", "decimal");
        if (unitRequired) {
            field.setPlaceholder(getTranslation("assessment.gap.unit"));
        }
        if (!unit.isEmpty()) {
            field.setAriaLabel(getTranslation("assessment.gap.in", name, unit));
        }
        Span line = new Span(field, new Span(unit));
        line.addClassName("quiz-gap-line");
        return unit.isEmpty() ? field : line;
    }
}
