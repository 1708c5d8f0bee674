package org.collegium.assessment;

import java.util.Map;

/**
 * A graded attempt, with what was right.
 *
 * @param number 1 for the first
 * @param asked the quiz in the order in which it was put
 * @param quiz the quiz with its keys and feedback
 * @param answers by question key
 */
public record AttemptResult(int number, AskedQuiz asked, Quiz quiz, Map<String, Answer> answers, Grade grade) {

    public AttemptResult {
        answers = Map.copyOf(answers);
    }

    /** The question with its key. */
    public Question question(String key) {
        return quiz.questions().stream()
                .filter(question -> question.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
