package org.collegium.assessment.marking.ui;

import com.vaadin.flow.component.html.Paragraph;
import org.collegium.assessment.marking.MarkingSetting;
import org.collegium.assessment.ui.Scores;

/** Says how a quiz is marked, and which mark counts. */
final class MarkingWords extends Paragraph {

    MarkingWords(MarkingSetting setting) {
        addClassNames("c-muted", "c-small");
        String names = getTranslation(
                setting.anonymous() ? "assessment.marking.words.anonymous" : "assessment.marking.words.names");
        String second = setting.secondPercent() == 0
                ? getTranslation("assessment.marking.words.single")
                : getTranslation(
                        "assessment.marking.words.second", setting.secondPercent(), setting.differingPercent());
        setText(names + " " + second + " "
                + getTranslation("assessment.marking.words.step", new Scores(getLocale()).points(setting.step())));
    }
}
