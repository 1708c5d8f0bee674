package org.collegium.credentials;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseMetadata.CourseSkill;
import org.collegium.courses.CourseUnit;
import org.collegium.credentials.rules.Condition;
import org.collegium.credentials.rules.EarningRule;
import org.collegium.learning.CourseOutline;
import org.collegium.learning.UnitResults;
import org.jspecify.annotations.Nullable;

/**
 * Decides who has earned the certificate of a course: by the rule that holds for it, an enrolment and a confirmed address. It
 * looks at nothing but what it is given.
 */
final class EarningRules {

    private static final String QUIZ = "quiz";

    private EarningRules() {}

    /**
     * What is known of a learner in a run.
     *
     * @param rule null where the course gives no certificate
     * @param identified whether a registrar has seen who they are; asked only where the rule asks
     * @param completedAt when each unit was completed
     * @param waiting keys of units whose results the learner may not see yet; they are in neither of the two
     * @param passMark what a quiz needs, 0 to 1; asked only for those that were tried and not passed
     */
    record Facts(
            CourseManifest manifest,
            @Nullable EarningRule rule,
            boolean enrolled,
            boolean confirmed,
            BooleanSupplier identified,
            UnitResults results,
            Map<String, Instant> completedAt,
            Set<String> waiting,
            ToDoubleFunction<CourseUnit> passMark,
            Instant now) {

        /** By what the file of the course says. */
        Facts(
                CourseManifest manifest,
                boolean enrolled,
                boolean confirmed,
                UnitResults results,
                ToDoubleFunction<CourseUnit> passMark) {
            this(
                    manifest,
                    ofFile(manifest),
                    enrolled,
                    confirmed,
                    () -> false,
                    results,
                    Map.of(),
                    Set.of(),
                    passMark,
                    Instant.EPOCH);
        }

        Facts by(EarningRule other) {
            return new Facts(
                    manifest, other, enrolled, confirmed, identified, results, completedAt, waiting, passMark, now);
        }
    }

    /** What the file of a course asks for; null when it gives no certificate. */
    static @Nullable EarningRule ofFile(CourseManifest manifest) {
        CourseMetadata.CertificateRule rule = manifest.metadata().certificate();
        return rule == null ? null : EarningRule.of(rule);
    }

    static Eligibility judge(Facts facts) {
        EarningRule rule = facts.rule();
        if (rule == null) {
            return new Eligibility.NotYet(List.of(new Missing.NoRule()));
        }
        List<Missing> missing = new WhatIsMissing(facts).of(rule);
        return missing.isEmpty() ? new Eligibility.Earned(evidence(facts, rule)) : new Eligibility.NotYet(missing);
    }

    static Evidence evidence(Facts facts, EarningRule rule) {
        CourseManifest manifest = facts.manifest();
        UnitResults results = facts.results();
        CourseMetadata metadata = manifest.metadata();
        List<CourseUnit> done = asked(manifest, rule).stream()
                .filter(unit -> results.completed().contains(unit.key()))
                .toList();
        List<CourseUnit> quizzes = done.stream().filter(EarningRules::isQuiz).toList();
        return new Evidence(
                done.size(),
                quizzes.size(),
                quizzes.isEmpty() ? null : mean(quizzes, results),
                metadata.effortHours(),
                metadata.skills().stream().map(CourseSkill::title).toList(),
                metadata.outcomes(),
                null,
                null,
                rule.conditions().all().anyMatch(Condition.Identity.class::isInstance)
                        && facts.identified().getAsBoolean(),
                null);
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
                reason,
                null,
                false,
                null);
    }

    /** The units that a rule asks for in any of its parts, in reading order. */
    static List<CourseUnit> asked(CourseManifest manifest, EarningRule rule) {
        Set<String> keys = new HashSet<>();
        rule.conditions().all().forEach(condition -> {
            switch (condition) {
                case Condition.Completed completed -> keys.addAll(keys(counting(manifest)));
                case Condition.Quizzes quizzes -> keys.addAll(keys(quizzes(manifest)));
                case Condition.Grade grade -> keys.addAll(keys(quizzes(manifest)));
                case Condition.Activities(List<String> units) -> keys.addAll(units);
                case Condition.Identity identity -> {}
                case Condition.FinishedBy by -> {}
                case Condition.Group group -> {}
            }
        });
        return manifest.units().stream()
                .filter(unit -> keys.contains(unit.key()))
                .toList();
    }

    /** The units that the completion of a course needs. */
    static List<CourseUnit> counting(CourseManifest manifest) {
        Set<String> counting = CourseOutline.of(manifest).counting();
        return manifest.units().stream()
                .filter(unit -> counting.contains(unit.key()))
                .toList();
    }

    /** The quizzes among {@link #counting}. */
    static List<CourseUnit> quizzes(CourseManifest manifest) {
        return counting(manifest).stream().filter(EarningRules::isQuiz).toList();
    }

    static double mean(List<CourseUnit> quizzes, UnitResults results) {
        return quizzes.stream()
                .mapToDouble(quiz -> Objects.requireNonNullElse(results.scores().get(quiz.key()), 0.0))
                .average()
                .orElse(0);
    }

    static boolean isQuiz(CourseUnit unit) {
        return unit.kind().equals(QUIZ);
    }

    private static List<String> keys(List<CourseUnit> units) {
        return units.stream().map(CourseUnit::key).toList();
    }
}
