package org.collegium.assessment.ui;

import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.AskedQuiz;
import org.collegium.shared.ui.HtmlElement;

/** What stands above the questions of a section; {@code frontend/quiz} shows it with each of them. */
final class SectionHead {

    private SectionHead() {}

    /**
     * @param first index of its first question
     * @param shown whether one of its questions is shown
     */
    static HtmlElement of(ActivityPlace place, QuizTexts texts, AskedQuiz.Section section, int first, boolean shown) {
        HtmlElement head = HtmlElement.of("div", "quiz-section")
                .with("data-first", String.valueOf(first))
                .with("data-last", String.valueOf(first + section.questions().size() - 1))
                .with("hidden", !shown)
                .add(HtmlElement.of("h2").with("tabindex", "-1").text(section.title()));
        return section.intro().isBlank()
                ? head
                : head.add(texts.html(place, "section/" + section.title(), section.intro()));
    }
}
