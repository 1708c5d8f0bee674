package org.collegium.assessment;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What several attempts at a quiz are worth together.
 *
 * @param score 0 to 1
 */
record Standing(double score, boolean passed) {

    private record Graded(int number, double score, boolean passed) {}

    /** What counts of these attempts, by the rules of the quiz; 0 while none is graded. */
    static Standing of(Quiz quiz, List<AttemptSummary> attempts) {
        List<Graded> graded = attempts.stream()
                .flatMap(attempt -> Stream.ofNullable(attempt.score())
                        .map(score -> new Graded(attempt.number(), score, attempt.passed())))
                .sorted(Comparator.comparingInt(Graded::number))
                .toList();
        if (graded.isEmpty()) {
            return new Standing(0, false);
        }
        return switch (quiz.rules().counts()) {
            case BEST -> best(graded);
            case LATEST -> of(graded.getLast());
            case FIRST -> of(graded.getFirst());
            case AVERAGE -> average(quiz, graded);
        };
    }

    private static Standing of(Graded attempt) {
        return new Standing(attempt.score(), attempt.passed());
    }

    /** An attempt that has passed counts as passed whatever a later version of the quiz asks for. */
    private static Standing best(List<Graded> graded) {
        return new Standing(
                graded.stream().mapToDouble(Graded::score).max().orElse(0),
                graded.stream().anyMatch(Graded::passed));
    }

    private static Standing average(Quiz quiz, List<Graded> graded) {
        double mean = graded.stream().mapToDouble(Graded::score).average().orElse(0);
        return new Standing(mean, Grading.passes(mean, quiz.passMark()));
    }
}
