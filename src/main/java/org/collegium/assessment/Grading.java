package org.collegium.assessment;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.collegium.assessment.Question.Cloze;
import org.collegium.assessment.Question.Essay;
import org.collegium.assessment.Question.Formula;
import org.collegium.assessment.Question.Matching;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Offer;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.Ordering;
import org.collegium.assessment.Question.Prompt;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;

/** Gives points for answers; the same answers always get the same. */
public final class Grading {

    /** Sums of points are not exact; a pass mark that is met to this much is met. */
    private static final double ROUNDING = 1e-9;

    private Grading() {}

    /** Grades a quiz that is drawn and of which no person has marked anything. */
    public static Grade grade(Quiz quiz, Map<String, Answer> answers) {
        return grade(quiz, answers, Map.of());
    }

    /**
     * Grades a quiz that is drawn. Questions without a key, and those that nobody gets points for, count neither way; without any other
     * the score is 0 and nobody passes. What wrong answers cost never takes more than all that was earned. What a person has to mark
     * waits for its mark; without an answer it gets 0 at once.
     *
     * @param marks points that persons gave, by question key, and shares that tests gave, by {@link CodeQuestion#given}; those to questions that are graded by their key count for nothing
     */
    public static Grade grade(Quiz quiz, Map<String, Answer> answers, Map<String, Double> marks) {
        Map<String, Double> points = new LinkedHashMap<>();
        Set<String> waiting = new HashSet<>();
        for (Question question : quiz.questions()) {
            String key = question.key();
            Answer answer = answers.getOrDefault(key, Answer.NONE);
            switch (question.traits().award()) {
                case BY_ANSWER -> {
                    if (question.waits() && question.keyed() && !answer.empty()) {
                        given(question, marks)
                                .ifPresentOrElse(
                                        given -> points.put(key, Math.clamp(given, 0, question.points())),
                                        () -> waiting.add(key));
                    } else if (question.keyed()) {
                        points.put(key, points(question, answer, quiz.rules().penalty()));
                    }
                }
                case EVERYONE -> points.put(key, question.points());
                case NOBODY -> {}
            }
        }
        return total(quiz, points, waiting);
    }

    /** What is known of an answer that waits: the points of a person, or the share of its tests. */
    private static Optional<Double> given(Question question, Map<String, Double> marks) {
        return question instanceof CodeQuestion code
                ? Optional.ofNullable(marks.get(code.given())).map(share -> share * code.points())
                : Optional.ofNullable(marks.get(question.key()));
    }

    /**
     * The grade with points that questions have at least, whatever their key says; questions that do not count stay so.
     *
     * @param atLeast points by question key; more than a question has is as much as it has
     */
    public static Grade adjusted(Quiz quiz, Grade grade, Map<String, Double> atLeast) {
        if (atLeast.isEmpty()) {
            return grade;
        }
        Map<String, Double> points = new LinkedHashMap<>();
        for (Question question : quiz.questions()) {
            Double earned = grade.byQuestion().get(question.key());
            if (earned != null) {
                double least = Math.min(question.points(), atLeast.getOrDefault(question.key(), earned));
                points.put(question.key(), Math.max(earned, least));
            }
        }
        return total(quiz, points, grade.waiting());
    }

    /**
     * A grade of which a share is taken away.
     *
     * @param keeps the share of the points that stays, by question key; that of all questions under the empty one
     */
    public static Grade reduced(Quiz quiz, Grade grade, Map<String, Double> keeps) {
        if (keeps.isEmpty()) {
            return grade;
        }
        double all = keeps.getOrDefault("", 1.0);
        Map<String, Double> points = new LinkedHashMap<>();
        grade.byQuestion()
                .forEach((key, earned) ->
                        points.put(key, Math.min(earned, earned * all * keeps.getOrDefault(key, 1.0))));
        return total(quiz, points, grade.waiting());
    }

    /**
     * @param points of the questions that count and are graded
     * @param waiting those that count and are not
     */
    private static Grade total(Quiz quiz, Map<String, Double> points, Set<String> waiting) {
        double possible = quiz.questions().stream()
                .filter(question -> points.containsKey(question.key()) || waiting.contains(question.key()))
                .mapToDouble(Question::points)
                .sum();
        double sum = Math.max(
                0, points.values().stream().mapToDouble(Double::doubleValue).sum());
        double score = possible > 0 ? Math.clamp(sum / possible, 0, 1) : 0;
        boolean passed = possible > 0 && waiting.isEmpty() && passes(score, quiz.passMark());
        return new Grade(sum, possible, score, passed, points, waiting);
    }

    static boolean passes(double score, double passMark) {
        return score >= passMark - ROUNDING;
    }

    /** The points for one answer to a question that no quiz makes costly, such as a gap. */
    public static double points(Question question, Answer answer) {
        return points(question, answer, 0);
    }

    /**
     * The points for one answer, from what a wrong one costs below 0 to the points of the question; 0 without an answer, and for a
     * question without a key.
     *
     * @param penalty of the quiz, the share of its points that a wrong answer costs where the question says nothing else, 0 to 1
     */
    public static double points(Question question, Answer answer, double penalty) {
        if (!question.keyed() || answer.empty()) {
            return 0;
        }
        return question.points() * share(question, answer, 0 - question.penalty(penalty));
    }

    /** @param wrong the share that a wrong answer earns, 0 or less */
    private static double share(Question question, Answer answer, double wrong) {
        return switch (question) {
            case SingleChoice choice -> Set.copyOf(answer.values()).equals(correct(choice.options())) ? 1 : wrong;
            case MultipleChoice choice -> share(new HashSet<>(answer.values()), correct(choice.options()), wrong);
            case TrueFalse statement -> answer.values().equals(List.of(String.valueOf(statement.answer()))) ? 1 : wrong;
            case Numeric numeric ->
                switch (verdict(numeric, answer.text())) {
                    case RIGHT -> 1;
                    case OFF -> wrong;
                    case UNIT_MISSING, UNIT_UNKNOWN, NO_NUMBER -> 0;
                };
            case ShortText words ->
                accepted(words, answer.text()).map(Accepted::share).orElse(0.0);
            case Matching matching -> share(matching, answer);
            case Ordering ordering ->
                share(ordering.options().stream().map(Offer::key).toList(), answer.values());
            case Cloze cloze -> share(cloze, answer);
            case Hotspot hotspot -> HotspotGrading.share(hotspot, answer, wrong);
            case Essay _, FileUpload _, CodeQuestion _ -> 0;
            case Formula formula -> throw new IllegalArgumentException("Not drawn: " + formula.key());
        };
    }

    /** Right ticks less wrong ones, of all that are right. */
    private static double share(Set<String> ticked, Set<String> correct, double least) {
        long right = ticked.stream().filter(correct::contains).count();
        long wrong = ticked.size() - right;
        return Math.max(least, (double) (right - wrong) / correct.size());
    }

    private static double share(Matching matching, Answer answer) {
        List<Prompt> prompts = matching.prompts();
        long right = IntStream.range(0, prompts.size())
                .filter(i -> answer.at(i).equals(prompts.get(i).answer()))
                .count();
        return (double) right / prompts.size();
    }

    /**
     * Pairs in the right order less those in the wrong one, of all pairs: Kendall's rank correlation (M. G. Kendall, A new measure
     * of rank correlation, Biometrika 30, 1938), but never below 0. A random order earns about nothing, as random ticks do.
     */
    private static double share(List<String> right, List<String> given) {
        if (given.size() != right.size() || !Set.copyOf(right).equals(new HashSet<>(given))) {
            return 0;
        }
        int sum = 0;
        int pairs = 0;
        for (int i = 0; i < given.size(); i++) {
            for (int j = i + 1; j < given.size(); j++) {
                sum += right.indexOf(given.get(i)) < right.indexOf(given.get(j)) ? 1 : -1;
                pairs++;
            }
        }
        return Math.max(0, (double) sum / pairs);
    }

    private static double share(Cloze cloze, Answer answer) {
        double got = 0;
        double possible = 0;
        for (int i = 0; i < cloze.gaps().size(); i++) {
            got += points(cloze.gaps().get(i), Answer.of(answer.at(i)));
            possible += cloze.gaps().get(i).points();
        }
        return got / possible;
    }

    /** The accepted answer that earns most for these words. */
    public static Optional<Accepted> accepted(ShortText question, String typed) {
        return question.accept().stream()
                .filter(accepted -> AnswerWords.fits(accepted, typed, question.caseSensitive()))
                .reduce((one, other) -> other.share() > one.share() ? other : one);
    }

    /** What is to be said of a typed number. */
    public static NumberVerdict verdict(Numeric question, String typed) {
        BigDecimal answer = question.answer();
        return switch (TypedNumber.of(typed, question.units())) {
            case TypedNumber.Known(BigDecimal value, boolean unit) -> {
                boolean missing = question.units().required() && !unit;
                boolean near = answer != null && question.tolerance().admits(answer, value);
                yield missing ? NumberVerdict.UNIT_MISSING : near ? NumberVerdict.RIGHT : NumberVerdict.OFF;
            }
            case TypedNumber.OtherUnit _ -> NumberVerdict.UNIT_UNKNOWN;
            case TypedNumber.Unreadable _ -> NumberVerdict.NO_NUMBER;
        };
    }

    static Set<String> correct(List<Option> options) {
        return options.stream().filter(Option::correct).map(Option::key).collect(Collectors.toUnmodifiableSet());
    }
}
