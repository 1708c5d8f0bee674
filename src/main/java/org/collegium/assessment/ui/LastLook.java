package org.collegium.assessment.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.Optional;
import org.collegium.assessment.Review;
import org.collegium.shared.ui.HtmlElement;

/**
 * What is still without an answer, or flagged, before an attempt ends, and what is shown after it; {@code frontend/quiz} knows which
 * questions these are.
 */
final class LastLook {

    private LastLook() {}

    /**
     * @param back whether one can still go to a question
     * @param recorded whether it is an attempt, and neither an author's trial nor a rehearsal
     */
    static HtmlElement of(int questions, boolean back, boolean recorded, Review review) {
        HtmlElement look = HtmlElement.of("section", "quiz-last-look")
                .with("hidden", true)
                .add(HtmlElement.of("h2").with("tabindex", "-1").text(translate("assessment.last-look")))
                .add(HtmlElement.of("p", "quiz-open"));
        if (back) {
            look.add(list(questions, "quiz-unanswered"))
                    .add(HtmlElement.of("p", "quiz-flagged").text(translate("assessment.last-look.flagged")))
                    .add(list(questions, "quiz-flagged"));
        }
        Optional<HtmlElement> words = ReviewWords.html(review);
        return look.add(HtmlElement.of("p", "c-muted")
                        .text(translate(
                                !recorded
                                        ? "assessment.last-look.after-practice"
                                        : words.isPresent()
                                                ? "assessment.last-look.after-review"
                                                : "assessment.last-look.after")))
                .add(words);
    }

    private static HtmlElement list(int questions, String name) {
        HtmlElement list = HtmlElement.of("ul", name);
        for (int i = 0; i < questions; i++) {
            list.add(HtmlElement.of("li")
                    .add(BrowserButton.of(
                            translate("assessment.last-look.go", i + 1), "data-go", String.valueOf(i), "tertiary")));
        }
        return list;
    }
}
