package org.collegium.assessment;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.identity.AccountId;
import org.springframework.stereotype.Component;

/** Puts together what came of an attempt. */
@Component
class AttemptResults {

    private final Quizzes quizzes;
    private final AttemptAnswers answers;
    private final AttemptMarks marks;
    private final CodeResultRows code;
    private final Adjustments adjustments;
    private final CorrectedKeys keys;
    private final Reviewing reviewing;

    AttemptResults(
            Quizzes quizzes,
            AttemptAnswers answers,
            AttemptMarks marks,
            CodeResultRows code,
            Adjustments adjustments,
            CorrectedKeys keys,
            Reviewing reviewing) {
        this.quizzes = quizzes;
        this.answers = answers;
        this.marks = marks;
        this.code = code;
        this.adjustments = adjustments;
        this.keys = keys;
        this.reviewing = reviewing;
    }

    /** An attempt as it is put, with its questions worth what they are graded by. */
    AskedQuiz asked(AttemptRecord attempt) {
        AskedQuiz asked = AskedQuiz.of(quizzes.open(attempt.quiz()), attempt.seed());
        return attempt.key().equals(attempt.quiz()) ? asked : asked.worth(drawn(attempt));
    }

    /** What an attempt is graded by: the questions that were asked in it, and no others. */
    Quiz drawn(AttemptRecord attempt) {
        return quizzes.open(attempt.key()).drawn(attempt.seed());
    }

    /** A submitted attempt; five queries, one more where a correction was looked at, and three where the quiz does not show all of it at once. */
    AttemptResult of(AccountId learner, AttemptRecord attempt) {
        return of(learner, attempt, answers.counted(attempt.id()));
    }

    /** @param given the answers that counted */
    AttemptResult of(AccountId learner, AttemptRecord attempt, Map<String, SavedAnswer> given) {
        return of(attempt, given, reviewing.shown(learner, attempt));
    }

    /** As {@link #of(AccountId, AttemptRecord)}, of which everything is shown. */
    AttemptResult whole(AttemptRecord attempt) {
        return of(attempt, answers.counted(attempt.id()), Review.Shown.ALL);
    }

    private AttemptResult of(AttemptRecord attempt, Map<String, SavedAnswer> given, Review.Shown shown) {
        Quiz quiz = drawn(attempt);
        Map<String, SettledMark> settled =
                quiz.questions().stream().anyMatch(Question::marked) ? marks.of(attempt.id()) : Map.of();
        Map<String, CodeResult> results = code.of(attempt.id(), quiz);
        return new AttemptResult(
                attempt.number(),
                asked(attempt),
                quiz,
                given,
                grade(attempt, quiz, given, settled, results),
                settled,
                results,
                corrected(attempt, quiz),
                shown);
    }

    /** What is right now, where it was corrected and the attempt keeps what it had by the earlier key; one query where any correction was looked at. */
    private Map<String, Question> corrected(AttemptRecord attempt, Quiz graded) {
        return attempt.regraded()
                .flatMap(regrade -> keys.of(attempt.run(), attempt.unitKey(), attempt.quiz())
                        .filter(holds -> holds.regrade().equals(regrade)))
                .map(CorrectedKeys.Correction::key)
                .filter(key -> !key.equals(attempt.key()))
                .map(key -> differing(quizzes.open(key).drawn(attempt.seed()), graded))
                .orElse(Map.of());
    }

    private static Map<String, Question> differing(Quiz now, Quiz before) {
        return now.questions().stream()
                .filter(question -> !before.questions().contains(question))
                .collect(Collectors.toMap(Question::key, Function.identity()));
    }

    private Grade grade(
            AttemptRecord attempt,
            Quiz quiz,
            Map<String, SavedAnswer> given,
            Map<String, SettledMark> settled,
            Map<String, CodeResult> results) {
        Map<String, Double> marked = new HashMap<>(AttemptMarks.points(settled));
        marked.putAll(CodeResultRows.shares(results));
        Grade grade = Grading.grade(quiz, AttemptResult.answers(given), marked);
        return adjustments.of(attempt.id()).to(quiz, grade);
    }

    /** What a submitted attempt is worth now; three queries, one more where persons mark, and one where tests run. */
    Grade grade(AttemptRecord attempt) {
        Quiz quiz = drawn(attempt);
        Map<String, SettledMark> settled =
                quiz.questions().stream().anyMatch(Question::marked) ? marks.of(attempt.id()) : Map.of();
        return grade(attempt, quiz, answers.counted(attempt.id()), settled, code.of(attempt.id(), quiz));
    }
}
