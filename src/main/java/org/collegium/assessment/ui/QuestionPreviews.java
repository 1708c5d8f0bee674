package org.collegium.assessment.ui;

import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.Picture;
import org.collegium.assessment.Quiz;
import org.collegium.content.Prose;
import org.springframework.stereotype.Component;

/** Shows questions that are not in a quiz that learners meet. */
@Component
public class QuestionPreviews {

    private final QuizTexts texts;

    QuestionPreviews(QuizTexts texts) {
        this.texts = texts;
    }

    /**
     * @param place of which the language and the links are used
     * @param quiz of one question
     * @param seed by which values are drawn and options shuffled
     */
    public QuestionPreview of(ActivityPlace place, Quiz quiz, long seed) {
        return new QuestionPreview(place, texts, quiz, seed);
    }

    /** The picture of a question that is being written. */
    public Prose picture(ActivityPlace place, Picture picture) {
        return texts.prose(place, "picture", picture.markdown());
    }
}
