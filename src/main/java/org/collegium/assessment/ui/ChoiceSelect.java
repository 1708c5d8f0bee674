package org.collegium.assessment.ui;

import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.collegium.assessment.AskedQuestion.Choice;

/** Chooses one of some options, or none: the list of the browser itself, which every phone knows how to show. */
@Tag("select")
final class ChoiceSelect extends HtmlContainer implements HasAriaLabel {

    /**
     * @param blank stands where nothing is chosen
     * @param options as they are shown, without markup
     * @param chosen key of an option; may be empty
     */
    ChoiceSelect(String blank, List<Choice> options, String chosen) {
        addClassName("quiz-select");
        getElement().setAttribute("data-answer", true);
        boolean known = options.stream().anyMatch(option -> option.key().equals(chosen));
        add("", blank, !known);
        options.forEach(option -> add(option.key(), option.text(), option.key().equals(chosen)));
    }

    /** The browser knows the value only once the option is there, so the option says it as well. */
    private void add(String value, String text, boolean selected) {
        Element option = new Element("option");
        option.setAttribute("value", value);
        option.setText(text);
        if (selected) {
            option.setAttribute("selected", true);
        }
        getElement().appendChild(option);
    }
}
