package org.collegium.credentials;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.collegium.courses.CourseUnit;
import org.collegium.credentials.rules.Condition;
import org.collegium.credentials.rules.EarningRule;
import org.collegium.credentials.rules.IssueMode;
import org.collegium.learning.UnitResults;

/** Goes through a rule and says what of it somebody lacks, in the order in which to do it. */
final class WhatIsMissing {

    /** Sums of tenths are not exact. */
    static final double HAIR = 1e-9;

    private final EarningRules.Facts facts;

    WhatIsMissing(EarningRules.Facts facts) {
        this.facts = facts;
    }

    List<Missing> of(EarningRule rule) {
        List<Missing> missing = new ArrayList<>();
        if (!facts.enrolled()) {
            missing.add(new Missing.Enrolment());
        }
        missing.addAll(of(rule.conditions(), rule));
        if (!facts.confirmed()) {
            missing.add(new Missing.ConfirmedAddress());
        }
        if (rule.mode() == IssueMode.BY_HAND) {
            missing.add(new Missing.ByHand());
        }
        return missing;
    }

    private List<Missing> of(Condition condition, EarningRule rule) {
        return switch (condition) {
            case Condition.Completed completed -> open(EarningRules.counting(facts.manifest()));
            case Condition.Quizzes quizzes ->
                noQuiz() ? List.of(new Missing.NoQuiz()) : open(EarningRules.quizzes(facts.manifest()));
            case Condition.Activities(List<String> keys) -> openAmong(keys);
            case Condition.Grade(double least) -> lowMean(least, rule);
            case Condition.Identity identity ->
                facts.identified().getAsBoolean() ? List.of() : List.of(new Missing.Identity());
            case Condition.FinishedBy(LocalDate day) -> late(day, rule);
            case Condition.Group(boolean any, List<Condition> inner) -> any ? anyOf(inner, rule) : allOf(inner, rule);
        };
    }

    /** What is simple comes first, so that what belongs to a choice stands together at the end. */
    private List<Missing> allOf(List<Condition> conditions, EarningRule rule) {
        List<Missing> missing = new ArrayList<>();
        conditions.stream()
                .sorted(Comparator.comparing(Condition.Group.class::isInstance))
                .forEach(condition -> {
                    if (!(condition instanceof Condition.Grade) || missing.isEmpty() || allPassed()) {
                        of(condition, rule).stream()
                                .filter(one -> one instanceof Missing.Way || !missing.contains(one))
                                .forEach(missing::add);
                    }
                });
        return missing;
    }

    private List<Missing> anyOf(List<Condition> conditions, EarningRule rule) {
        List<List<Missing>> ways =
                conditions.stream().map(condition -> of(condition, rule)).toList();
        if (ways.stream().anyMatch(List::isEmpty)) {
            return List.of();
        }
        List<Missing> missing = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            if (ways.size() > 1) {
                missing.add(new Missing.Way(i + 1, ways.size()));
            }
            missing.addAll(ways.get(i));
        }
        return missing;
    }

    /** What the version of the learner does not have cannot be done in it, and is not done by that. */
    private List<Missing> openAmong(List<String> keys) {
        List<Missing> missing = new ArrayList<>(open(facts.manifest().units().stream()
                .filter(unit -> keys.contains(unit.key()))
                .toList()));
        keys.stream()
                .filter(key -> facts.manifest().unit(key).isEmpty())
                .filter(key -> !facts.results().completed().contains(key))
                .map(Missing.UnitElsewhere::new)
                .forEach(missing::add);
        return missing;
    }

    private boolean noQuiz() {
        return EarningRules.quizzes(facts.manifest()).isEmpty();
    }

    private List<Missing> open(List<CourseUnit> units) {
        return units.stream()
                .filter(unit -> !facts.results().completed().contains(unit.key()))
                .map(this::open)
                .toList();
    }

    private Missing open(CourseUnit unit) {
        if (facts.waiting().contains(unit.key())) {
            return new Missing.Results(unit.title(), unit.key());
        }
        if (!EarningRules.isQuiz(unit)) {
            return new Missing.Unit(unit.title(), unit.key());
        }
        Double best = facts.results().scores().get(unit.key());
        return best == null
                ? new Missing.Quiz(unit.title(), unit.key())
                : new Missing.QuizScore(
                        unit.title(), unit.key(), best, facts.passMark().applyAsDouble(unit));
    }

    /** Where all required units are asked for too, a course without quizzes has nothing more to ask. */
    private List<Missing> lowMean(double least, EarningRule rule) {
        List<CourseUnit> quizzes = EarningRules.quizzes(facts.manifest());
        if (quizzes.isEmpty()) {
            return rule.asksForAllUnits() ? List.of() : List.of(new Missing.NoQuiz());
        }
        List<Missing> waiting = waiting(quizzes);
        if (!waiting.isEmpty()) {
            return waiting;
        }
        double mean = EarningRules.mean(quizzes, facts.results());
        return mean + HAIR >= least ? List.of() : List.of(new Missing.MeanScore(mean, least));
    }

    private List<Missing> waiting(List<CourseUnit> units) {
        return units.stream()
                .filter(unit -> facts.waiting().contains(unit.key()))
                .map(this::open)
                .toList();
    }

    /** Where it is said anyway that quizzes are open, a low mean is worth saying only once every quiz is passed. */
    private boolean allPassed() {
        UnitResults results = facts.results();
        return EarningRules.quizzes(facts.manifest()).stream()
                .allMatch(quiz -> results.completed().contains(quiz.key()));
    }

    /** Of what is not completed yet it is said elsewhere; what was completed too late cannot be mended. */
    private List<Missing> late(LocalDate day, EarningRule rule) {
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        List<CourseUnit> named = EarningRules.asked(facts.manifest(), rule);
        List<CourseUnit> asked = named.isEmpty() ? EarningRules.counting(facts.manifest()) : named;
        List<Missing> waiting = waiting(asked);
        if (!waiting.isEmpty()) {
            return waiting;
        }
        Optional<Instant> last = asked.stream()
                .map(unit -> facts.completedAt().get(unit.key()))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        boolean allDone =
                asked.stream().allMatch(unit -> facts.results().completed().contains(unit.key()));
        boolean tooLate = last.filter(at -> !at.isBefore(end)).isPresent()
                || (!allDone && !facts.now().isBefore(end));
        return tooLate || !allDone ? List.of(new Missing.FinishedBy(day, tooLate)) : List.of();
    }
}
