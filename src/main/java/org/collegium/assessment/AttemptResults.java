package org.collegium.assessment;

import java.util.Map;
import org.collegium.identity.AccountId;
import org.springframework.stereotype.Component;

/** Puts together what came of an attempt. */
@Component
class AttemptResults {

    private final Quizzes quizzes;
    private final AttemptAnswers answers;
    private final AttemptMarks marks;
    private final Reviewing reviewing;

    AttemptResults(Quizzes quizzes, AttemptAnswers answers, AttemptMarks marks, Reviewing reviewing) {
        this.quizzes = quizzes;
        this.answers = answers;
        this.marks = marks;
        this.reviewing = reviewing;
    }

    /** An attempt as it is put. */
    AskedQuiz asked(AttemptRecord attempt) {
        return AskedQuiz.of(quizzes.open(attempt.quiz()), attempt.seed());
    }

    /** What an attempt is graded by: the questions that were asked in it, and no others. */
    Quiz drawn(AttemptRecord attempt) {
        return quizzes.open(attempt.quiz()).drawn(attempt.seed());
    }

    /** A submitted attempt; two queries, three more where the quiz does not show all of it at once. */
    AttemptResult of(AccountId learner, AttemptRecord attempt) {
        return of(learner, attempt, answers.counted(attempt.id()));
    }

    /** @param given the answers that counted */
    AttemptResult of(AccountId learner, AttemptRecord attempt, Map<String, SavedAnswer> given) {
        Quiz quiz = drawn(attempt);
        Map<String, SettledMark> settled =
                quiz.questions().stream().anyMatch(Question::marked) ? marks.of(attempt.id()) : Map.of();
        return new AttemptResult(
                attempt.number(),
                asked(attempt),
                quiz,
                given,
                Grading.grade(quiz, AttemptResult.answers(given), AttemptMarks.points(settled)),
                settled,
                reviewing.shown(learner, attempt));
    }

    /** What a submitted attempt is worth now; one query, one more where persons mark. */
    Grade grade(AttemptRecord attempt) {
        Quiz quiz = drawn(attempt);
        Map<String, SettledMark> settled =
                quiz.questions().stream().anyMatch(Question::marked) ? marks.of(attempt.id()) : Map.of();
        return Grading.grade(quiz, AttemptResult.answers(answers.counted(attempt.id())), AttemptMarks.points(settled));
    }
}
