package org.collegium.assessment;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;

/** Gives points for answers; the same answers always get the same. */
public final class Grading {

    /** Sums of points are not exact; a pass mark that is met to this much is met. */
    private static final double ROUNDING = 1e-9;

    private Grading() {}

    /** Grades a quiz. Questions without a key count neither way; without any other the score is 0 and nobody passes. */
    public static Grade grade(Quiz quiz, Map<String, Answer> answers) {
        Map<String, Double> points = new LinkedHashMap<>();
        double possible = 0;
        for (Question question : quiz.questions()) {
            if (question.keyed()) {
                points.put(question.key(), points(question, answers.getOrDefault(question.key(), Answer.NONE)));
                possible += question.points();
            }
        }
        double sum = points.values().stream().mapToDouble(Double::doubleValue).sum();
        double score = possible > 0 ? Math.clamp(sum / possible, 0, 1) : 0;
        return new Grade(sum, possible, score, possible > 0 && score >= quiz.passMark() - ROUNDING, points);
    }

    /** The points for one answer, 0 to the points of the question; 0 for a question without a key. */
    public static double points(Question question, Answer answer) {
        if (!question.keyed() || answer.empty()) {
            return 0;
        }
        return question.points() * share(question, answer);
    }

    private static double share(Question question, Answer answer) {
        return switch (question) {
            case SingleChoice choice -> right(Set.copyOf(answer.values()).equals(correct(choice.options())));
            case MultipleChoice choice -> share(new HashSet<>(answer.values()), correct(choice.options()));
            case TrueFalse statement -> right(answer.values().equals(List.of(String.valueOf(statement.answer()))));
            case Numeric numeric -> right(near(numeric, answer.text()));
            case ShortText words ->
                right(words.accept().stream()
                        .map(accepted -> folded(accepted, words.caseSensitive()))
                        .anyMatch(folded(answer.text(), words.caseSensitive())::equals));
        };
    }

    private static double share(Set<String> ticked, Set<String> correct) {
        long right = ticked.stream().filter(correct::contains).count();
        long wrong = ticked.size() - right;
        return Math.max(0, (double) (right - wrong) / correct.size());
    }

    private static boolean near(Numeric question, String typed) {
        BigDecimal answer = question.answer();
        return answer != null
                && TypedNumber.parse(typed, question.unit())
                        .filter(number -> number.subtract(answer).abs().compareTo(question.tolerance()) <= 0)
                        .isPresent();
    }

    static Set<String> correct(List<Option> options) {
        return options.stream().filter(Option::correct).map(Option::key).collect(Collectors.toUnmodifiableSet());
    }

    /** As texts are compared: compatible characters made one (NFKC), spaces made single, case dropped where it does not count. */
    private static String folded(String text, boolean caseSensitive) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
        return caseSensitive
                ? plain
                : Normalizer.normalize(plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    private static double right(boolean right) {
        return right ? 1 : 0;
    }
}
