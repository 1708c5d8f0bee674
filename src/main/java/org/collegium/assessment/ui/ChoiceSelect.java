package org.collegium.assessment.ui;

import java.util.List;
import org.collegium.assessment.AskedQuestion.Choice;
import org.collegium.shared.ui.HtmlElement;

/** Chooses one of some options, or none: the list of the browser itself, which every phone knows how to show. */
final class ChoiceSelect {

    private ChoiceSelect() {}

    /**
     * @param place in the answer; empty where the places are those in the page
     * @param blank stands where nothing is chosen
     * @param options as they are shown, without markup
     * @param chosen key of an option; may be empty
     */
    static HtmlElement of(String place, String blank, List<Choice> options, String chosen) {
        boolean known = options.stream().anyMatch(option -> option.key().equals(chosen));
        HtmlElement select = HtmlElement.of("select", "quiz-select")
                .with("data-answer", place)
                .add(option("", blank, !known));
        options.forEach(option ->
                select.add(option(option.key(), option.text(), option.key().equals(chosen))));
        return select;
    }

    private static HtmlElement option(String value, String text, boolean selected) {
        return HtmlElement.of("option")
                .with("value", value)
                .with("selected", selected)
                .text(text);
    }
}
