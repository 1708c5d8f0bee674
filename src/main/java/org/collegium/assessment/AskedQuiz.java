package org.collegium.assessment;

import java.io.Serializable;
import java.util.List;

/**
 * A quiz as it is put before it is graded.
 *
 * @param passMark 0 to 1
 * @param attempts that a learner has; 0 for as many as they like
 */
public record AskedQuiz(String title, String intro, double passMark, int attempts, List<AskedQuestion> questions)
        implements Serializable {

    public AskedQuiz {
        questions = List.copyOf(questions);
    }

    /** The quiz as it is put in the attempt with this seed. */
    public static AskedQuiz of(Quiz undrawn, long seed) {
        Quiz quiz = undrawn.drawn(seed);
        return new AskedQuiz(
                quiz.title(),
                quiz.intro(),
                quiz.passMark(),
                quiz.attempts(),
                quiz.questions().stream()
                        .map(question -> AskedQuestion.of(question, quiz.shuffleOptions(), seed))
                        .toList());
    }

    /** The sum of the points that can be had. */
    public double points() {
        return questions.stream()
                .filter(AskedQuestion::counts)
                .mapToDouble(AskedQuestion::points)
                .sum();
    }
}
