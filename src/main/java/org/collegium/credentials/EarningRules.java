package org.collegium.credentials;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseMetadata.CertificateRule;
import org.collegium.courses.CourseMetadata.CertificateRule.Requirement;
import org.collegium.courses.CourseMetadata.CourseSkill;
import org.collegium.courses.CourseUnit;
import org.collegium.learning.CourseOutline;
import org.collegium.learning.UnitResults;

/**
 * Decides who has earned the certificate of a course: by the course's own rule, an enrolment and a confirmed address. It
 * looks at nothing but what it is given.
 */
final class EarningRules {

    private static final String QUIZ = "quiz";

    /** Sums of tenths are not exact. */
    private static final double HAIR = 1e-9;

    private EarningRules() {}

    /**
     * What is known of a learner in a run.
     *
     * @param passMark what a quiz needs, 0 to 1; asked only for those that were tried and not passed
     */
    record Facts(
            CourseManifest manifest,
            boolean enrolled,
            boolean confirmed,
            UnitResults results,
            ToDoubleFunction<CourseUnit> passMark) {}

    static Eligibility judge(Facts facts) {
        CertificateRule rule = facts.manifest().metadata().certificate();
        if (rule == null) {
            return new Eligibility.NotYet(List.of(new Missing.NoRule()));
        }
        List<CourseUnit> required = required(facts.manifest(), rule);
        List<Missing> missing = new ArrayList<>();
        if (!facts.enrolled()) {
            missing.add(new Missing.Enrolment());
        }
        required.stream()
                .filter(unit -> !facts.results().completed().contains(unit.key()))
                .map(unit -> open(unit, facts))
                .forEach(missing::add);
        lowMean(required, rule, facts.results()).ifPresent(missing::add);
        if (!facts.confirmed()) {
            missing.add(new Missing.ConfirmedAddress());
        }
        return missing.isEmpty()
                ? new Eligibility.Earned(evidence(facts.manifest().metadata(), required, facts.results()))
                : new Eligibility.NotYet(missing);
    }

    /** A share rounded down to whole percent, so that 69.9 % is never shown as the 70 % that were needed. */
    static double shown(double share) {
        return Math.floor(share * 100 + HAIR) / 100;
    }

    static Evidence evidence(CourseManifest manifest, UnitResults results) {
        CertificateRule rule = Objects.requireNonNull(manifest.metadata().certificate());
        return evidence(manifest.metadata(), required(manifest, rule), results);
    }

    /** What a certificate rests on that is given by hand. */
    static Evidence byHand(CourseMetadata metadata, String reason) {
        return new Evidence(
                0,
                0,
                null,
                metadata.effortHours(),
                metadata.skills().stream().map(CourseSkill::title).toList(),
                metadata.outcomes(),
                reason);
    }

    private static Evidence evidence(CourseMetadata metadata, List<CourseUnit> required, UnitResults results) {
        List<CourseUnit> quizzes =
                required.stream().filter(EarningRules::isQuiz).toList();
        return new Evidence(
                required.size(),
                quizzes.size(),
                quizzes.isEmpty() ? null : mean(quizzes, results),
                metadata.effortHours(),
                metadata.skills().stream().map(CourseSkill::title).toList(),
                metadata.outcomes());
    }

    private static List<CourseUnit> required(CourseManifest manifest, CertificateRule rule) {
        Set<String> counting = CourseOutline.of(manifest).counting();
        return manifest.units().stream()
                .filter(unit -> counting.contains(unit.key()))
                .filter(unit -> rule.require() == Requirement.ALL || isQuiz(unit))
                .toList();
    }

    private static Missing open(CourseUnit unit, Facts facts) {
        if (!isQuiz(unit)) {
            return new Missing.Unit(unit.title());
        }
        Double best = facts.results().scores().get(unit.key());
        return best == null
                ? new Missing.Quiz(unit.title())
                : new Missing.QuizScore(unit.title(), best, facts.passMark().applyAsDouble(unit));
    }

    /** Too low a mean is worth saying only once every quiz has a score. */
    private static Optional<Missing> lowMean(List<CourseUnit> required, CertificateRule rule, UnitResults results) {
        List<CourseUnit> quizzes =
                required.stream().filter(EarningRules::isQuiz).toList();
        Double needed = rule.minimumScore();
        boolean allPassed =
                quizzes.stream().allMatch(quiz -> results.completed().contains(quiz.key()));
        if (needed == null || quizzes.isEmpty() || !allPassed) {
            return Optional.empty();
        }
        double mean = mean(quizzes, results);
        return mean + HAIR < needed ? Optional.of(new Missing.MeanScore(mean, needed)) : Optional.empty();
    }

    private static double mean(List<CourseUnit> quizzes, UnitResults results) {
        return quizzes.stream()
                .mapToDouble(quiz -> results.scores().getOrDefault(quiz.key(), 0.0))
                .average()
                .orElse(0);
    }

    private static boolean isQuiz(CourseUnit unit) {
        return unit.kind().equals(QUIZ);
    }
}
