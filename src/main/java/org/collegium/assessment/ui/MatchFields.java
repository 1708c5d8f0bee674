package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.function.Function;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AskedQuestion.Choice;
import org.collegium.assessment.AskedQuestion.Match;

/** Things to match, each with a list of the options. */
final class MatchFields extends Div {

    /** @param name begins the ids of the things */
    MatchFields(Match form, String name, Function<Choice, Component> texts, Answer answer) {
        addClassName("quiz-match");
        ChoiceLabels labels = new ChoiceLabels(form.options());
        labels.legend(texts).ifPresent(this::add);
        for (int i = 0; i < form.prompts().size(); i++) {
            Choice prompt = form.prompts().get(i);
            Div words = new Div(texts.apply(prompt));
            words.setId(name + "-" + prompt.key());
            ChoiceSelect field = new ChoiceSelect(getTranslation("assessment.choose"), labels.shown(), answer.at(i));
            field.setAriaLabelledBy(name + "-" + prompt.key());
            Div row = new Div(words, field);
            row.addClassName("quiz-match-row");
            add(row);
        }
    }
}
