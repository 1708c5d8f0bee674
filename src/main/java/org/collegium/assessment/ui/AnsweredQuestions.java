package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import java.util.stream.IntStream;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.AttemptResult;

/** Shows how a question of an attempt was answered and graded, to those who look at it for somebody else. */
@org.springframework.stereotype.Component
public class AnsweredQuestions {

    private final QuizTexts texts;

    AnsweredQuestions(QuizTexts texts) {
        this.texts = texts;
    }

    /**
     * The question as its learner sees it; empty when the attempt has no such question.
     *
     * @param place of which the language and the links are used
     */
    public Optional<Component> of(ActivityPlace place, AttemptResult result, String question) {
        return IntStream.range(0, result.asked().questions().size())
                .filter(i -> result.asked().questions().get(i).key().equals(question))
                .boxed()
                .findFirst()
                .map(i -> {
                    Div around = new Div(new AnsweredArticle(new AnsweredQuestion(
                            place, texts, result, result.asked().questions().get(i), i + 1)));
                    around.addClassNames("quiz", "quiz-preview");
                    return around;
                });
    }
}
