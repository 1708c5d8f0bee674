package org.collegium.credentials.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.courses.CourseMetadata.CertificateRule;
import org.collegium.courses.CourseMetadata.CertificateRule.Requirement;
import org.collegium.shared.Rules;

/** What a certificate asks for, who issues it, and how long it holds. */
public record EarningRule(Condition.Group conditions, IssueMode mode, Validity validity) {

    private static final int MOST_CONDITIONS = 20;
    private static final int MOST_MONTHS = 240;

    /** What the file of a course asks for. */
    public static EarningRule of(CertificateRule rule) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(rule.require() == Requirement.ALL ? new Condition.Completed() : new Condition.Quizzes());
        if (rule.minimumScore() != null) {
            conditions.add(new Condition.Grade(rule.minimumScore()));
        }
        return new EarningRule(new Condition.Group(false, conditions), IssueMode.APPROVAL, Validity.FOREVER);
    }

    /** Whether nobody meets it without all required units. */
    public boolean asksForAllUnits() {
        return !conditions.any() && conditions.conditions().contains(new Condition.Completed());
    }

    /** Whether it asks for all required units, perhaps with a mean over their quizzes, and for nothing else. */
    public boolean asksForNothingElse() {
        return asksForAllUnits()
                && conditions.conditions().stream()
                        .allMatch(one -> one instanceof Condition.Completed || one instanceof Condition.Grade);
    }

    boolean asksForMean() {
        return conditions.all().anyMatch(Condition.Grade.class::isInstance);
    }

    /**
     * Names what it asks for: the same for all rules that ask for the same, in whatever order. Who issues, and how long it holds,
     * is no part of that. It stands in signed certificates, so it must stay the same for ever.
     */
    public String name() {
        return named(conditions);
    }

    private static String named(Condition condition) {
        return switch (condition) {
            case Condition.Completed completed -> "completed";
            case Condition.Quizzes quizzes -> "quizzes";
            case Condition.Grade(double least) ->
                "grade " + BigDecimal.valueOf(least).stripTrailingZeros().toPlainString();
            case Condition.Activities(List<String> units) ->
                units.stream().distinct().sorted().collect(Collectors.joining(" ", "activities ", ""));
            case Condition.Identity identity -> "identity";
            case Condition.FinishedBy(LocalDate day) -> "by " + day;
            case Condition.Group(boolean any, List<Condition> conditions) -> {
                List<String> names = conditions.stream()
                        .map(EarningRule::named)
                        .distinct()
                        .sorted()
                        .toList();
                yield names.size() == 1
                        ? names.getFirst()
                        : names.stream().collect(Collectors.joining(", ", any ? "any(" : "all(", ")"));
            }
        };
    }

    /**
     * Looks whether the rule can be.
     *
     * @param units the keys of the units that the course has
     * @param quizzes whether any of them is a quiz that is required
     * @throws org.collegium.shared.RuleViolation of all that is wrong
     */
    public void check(Set<String> units, boolean quizzes, Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        List<Condition> all = conditions.all().toList();
        Rules rules = new Rules()
                .that(!conditions.conditions().isEmpty(), "credentials.rule.conditions.none")
                .that(all.size() <= MOST_CONDITIONS, "credentials.rule.conditions.many", all.size(), MOST_CONDITIONS)
                .that(
                        conditions.conditions().stream().allMatch(EarningRule::nestedOnce),
                        "credentials.rule.conditions.nested")
                .that(validity.months() == null || validity.until() == null, "credentials.rule.validity.both")
                .that(
                        validity.months() == null || (validity.months() >= 1 && validity.months() <= MOST_MONTHS),
                        "credentials.rule.validity.months",
                        MOST_MONTHS)
                .that(validity.until() == null || validity.until().isAfter(today), "credentials.rule.validity.past");
        all.forEach(condition -> check(condition, units, quizzes, rules));
        rules.hold();
    }

    private static boolean nestedOnce(Condition condition) {
        return !(condition instanceof Condition.Group(boolean any, List<Condition> inner))
                || (!inner.isEmpty() && inner.stream().noneMatch(Condition.Group.class::isInstance));
    }

    private static void check(Condition condition, Set<String> units, boolean quizzes, Rules rules) {
        switch (condition) {
            case Condition.Grade(double least) ->
                rules.that(least > 0 && least <= 1, "credentials.rule.conditions.grade")
                        .that(quizzes, "credentials.rule.conditions.no-quiz");
            case Condition.Activities(List<String> keys) -> {
                rules.that(!keys.isEmpty(), "credentials.rule.conditions.activities");
                keys.stream()
                        .filter(key -> !units.contains(key))
                        .forEach(key -> rules.that(false, "credentials.rule.conditions.unknown-unit", key));
            }
            case Condition.Completed completed -> {}
            case Condition.Quizzes all -> rules.that(quizzes, "credentials.rule.conditions.no-quiz");
            case Condition.Identity identity -> {}
            case Condition.FinishedBy by -> {}
            case Condition.Group group -> {}
        }
    }
}
