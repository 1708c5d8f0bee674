package org.collegium.assessment.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.function.Function;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AskedQuestion.Choice;
import org.collegium.assessment.AskedQuestion.Match;
import org.collegium.shared.ui.HtmlElement;

/** Things to match, each with a list of the options. */
final class MatchFields {

    private MatchFields() {}

    /** @param name begins the ids of the things, and is the id of what names them together */
    static HtmlElement of(Match form, String name, Function<Choice, HtmlElement> texts, Answer answer) {
        ChoiceLabels labels = new ChoiceLabels(form.options());
        String blank = translate("assessment.choose");
        HtmlElement fields = HtmlElement.of("div", "quiz-match")
                .with("role", "group")
                .with("aria-labelledby", name)
                .add(labels.legend(texts));
        for (int i = 0; i < form.prompts().size(); i++) {
            Choice prompt = form.prompts().get(i);
            String id = name + "-" + prompt.key();
            fields.add(HtmlElement.of("div", "quiz-match-row")
                    .add(HtmlElement.of("div").with("id", id).add(texts.apply(prompt)))
                    .add(ChoiceSelect.of("", blank, labels.shown(), answer.at(i))
                            .with("aria-labelledby", id)));
        }
        return fields;
    }
}
