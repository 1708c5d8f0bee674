package org.collegium.assessment;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A graded attempt, with what was right.
 *
 * @param number 1 for the first
 * @param asked the quiz in the order in which it was put
 * @param quiz the quiz with its keys and feedback
 * @param saved the answers that counted, by question key
 * @param marks what persons gave, by question key
 * @param code what tests gave, by {@link CodeQuestion#given}
 * @param corrected questions whose key was corrected since, by question key, where the attempt keeps what it had by the earlier one
 * @param shown what of it the learner may see
 */
public record AttemptResult(
        int number,
        AskedQuiz asked,
        Quiz quiz,
        Map<String, SavedAnswer> saved,
        Grade grade,
        Map<String, SettledMark> marks,
        Map<String, CodeResult> code,
        Map<String, Question> corrected,
        Review.Shown shown) {

    private static final double NEARLY = 1e-9;

    public AttemptResult {
        saved = Map.copyOf(saved);
        marks = Map.copyOf(marks);
        code = Map.copyOf(code);
        corrected = Map.copyOf(corrected);
    }

    /** One of which no tests were run and no key was corrected. */
    public AttemptResult(
            int number,
            AskedQuiz asked,
            Quiz quiz,
            Map<String, SavedAnswer> saved,
            Grade grade,
            Map<String, SettledMark> marks,
            Review.Shown shown) {
        this(number, asked, quiz, saved, grade, marks, Map.of(), Map.of(), shown);
    }

    /** The answers by question key. */
    public Map<String, Answer> answers() {
        return answers(saved);
    }

    /** What was answered to a question. */
    public Answer answer(String key) {
        SavedAnswer answer = saved.get(key);
        return answer == null ? Answer.NONE : answer.answer();
    }

    static Map<String, Answer> answers(Map<String, SavedAnswer> saved) {
        return saved.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().answer()));
    }

    /** Whether tests still run for code of it. */
    public boolean testsRun() {
        return grade.waiting().stream().anyMatch(key -> question(key) instanceof CodeQuestion);
    }

    /** Whether a question counts, is graded, and has less than all of its points. */
    public boolean lacksPoints(String key) {
        Double points = grade.byQuestion().get(key);
        return points != null && points < question(key).points() - NEARLY;
    }

    /** The question with the key by which it is graded. */
    public Question question(String key) {
        return quiz.questions().stream()
                .filter(question -> question.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** The question with what is right now, which may be another key than that by which it is graded. */
    public Question now(String key) {
        Question now = corrected.get(key);
        return now == null ? question(key) : now;
    }
}
