package org.collegium.assessment.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.HtmlElement;

/** All questions by number; {@code frontend/quiz} says which are answered, saved and flagged, and which one is shown. */
final class StepList {

    private static final String SIGNS = FateLine.sign(Glyph.CHECK, "saved")
            + FateLine.sign(Glyph.CLOCK, "waiting")
            + FateLine.sign(Glyph.FLAG, "flagged");

    private StepList() {}

    static HtmlElement of(int questions) {
        HtmlElement list = HtmlElement.of("ol");
        for (int i = 0; i < questions; i++) {
            list.add(HtmlElement.of("li")
                    .add(HtmlElement.of("button", "quiz-step")
                            .with("data-go", String.valueOf(i))
                            .with("aria-label", translate("assessment.step.open", i + 1))
                            .add(HtmlElement.of("span").text(String.valueOf(i + 1)))
                            .html(SIGNS)));
        }
        return HtmlElement.of("nav", "quiz-steps")
                .with("aria-label", translate("assessment.steps"))
                .add(list)
                .add(HtmlElement.of("p", "quiz-count c-muted c-small"));
    }
}
