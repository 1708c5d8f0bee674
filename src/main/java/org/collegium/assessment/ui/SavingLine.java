package org.collegium.assessment.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import org.collegium.shared.ui.HtmlElement;

/** Whether the answers of an attempt are saved, all together, and the receipts; {@code frontend/quiz} fills it. */
final class SavingLine {

    private SavingLine() {}

    /** @param saves whether anything is saved; it is not when an author tries the quiz */
    static HtmlElement of(boolean saves) {
        HtmlElement line = HtmlElement.of("div", "quiz-saving-bar")
                .add(FateLine.of("quiz-saving"))
                .add(HtmlElement.of("button", "quiz-to-result c-button")
                        .with("data-submit", "ended")
                        .with("hidden", true)
                        .text(translate("assessment.to-result")))
                .add(HtmlElement.of("div", "quiz-spoken c-hidden").with("aria-live", "polite"));
        return saves ? line.add(receipts()) : line;
    }

    private static HtmlElement receipts() {
        return HtmlElement.of("details", "quiz-receipts c-small")
                .add(HtmlElement.of("summary").text(translate("assessment.receipts")))
                .add(HtmlElement.of("div")
                        .add(HtmlElement.of("p", "c-muted").text(translate("assessment.receipts.what")))
                        .add(HtmlElement.of("ol")));
    }
}
