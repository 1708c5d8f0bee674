package org.collegium.assessment.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.collegium.assessment.Mark;
import org.collegium.assessment.Question.Essay;
import org.collegium.assessment.Rubric;
import org.collegium.assessment.Traits;
import org.collegium.assessment.WordLimits;
import org.collegium.assessment.marking.MarkingRules.Given;
import org.collegium.assessment.marking.MarkingRules.Outcome;
import org.collegium.identity.AccountId;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which mark counts, who may give which, and what a mark must be. */
@Tag("unit")
@org.junit.jupiter.api.Tag("unit")
class MarkingRulesTest {

    private static final Essay PLAIN = new Essay("e", "S", 6, Traits.NONE, "", WordLimits.NONE, Rubric.NONE);
    private static final Essay BY_RUBRIC = new Essay(
            "e",
            "S",
            6,
            Traits.NONE,
            "",
            WordLimits.NONE,
            new Rubric(
                    List.of(new Rubric.Criterion(
                            "c",
                            "C",
                            List.of(
                                    new Rubric.Level("low", "Low", 1.25, ""),
                                    new Rubric.Level("high", "High", 6, "")))),
                    true));

    @Test
    void aSingleMarkCountsAndTwoCountByTheirMeanUnlessTheyDifferByMoreThanStated() {
        assertThat(MarkingRules.outcome(new Given(null, null, null), true, 10, 20))
                .isEqualTo(new Outcome(MarkingState.WAITING, null));
        assertThat(MarkingRules.outcome(new Given(7.0, null, null), false, 10, 20))
                .isEqualTo(new Outcome(MarkingState.MARKED, 7.0));
        assertThat(MarkingRules.outcome(new Given(7.0, null, null), true, 10, 20))
                .isEqualTo(new Outcome(MarkingState.SECOND, null));
        assertThat(MarkingRules.outcome(new Given(7.0, 5.0, null), true, 10, 20))
                .isEqualTo(new Outcome(MarkingState.MARKED, 6.0));
        assertThat(MarkingRules.outcome(new Given(1.1, 1.0, null), true, 2, 5).state())
                .as("0.1, and a hair more in binary")
                .isEqualTo(MarkingState.MARKED);
        assertThat(MarkingRules.outcome(new Given(7.0, 4.5, null), true, 10, 20))
                .isEqualTo(new Outcome(MarkingState.MODERATION, null));
        assertThat(MarkingRules.outcome(new Given(7.0, 4.5, 5.0), true, 10, 20))
                .isEqualTo(new Outcome(MarkingState.MARKED, 5.0));
    }

    @Property(tries = 300)
    void whatCountsLiesBetweenTheTwoAndDoesNotDependOnWhoWasFirst(
            @ForAll @DoubleRange(min = 0, max = 10) double one,
            @ForAll @DoubleRange(min = 0, max = 10) double other,
            @ForAll @IntRange(min = 0, max = 100) int differing) {
        Outcome outcome = MarkingRules.outcome(new Given(one, other, null), true, 10, differing);

        assertThat(outcome).isEqualTo(MarkingRules.outcome(new Given(other, one, null), true, 10, differing));
        if (outcome.points() == null) {
            assertThat(outcome.state()).isEqualTo(MarkingState.MODERATION);
            assertThat(Math.abs(one - other)).isGreaterThan(differing / 10.0);
        } else {
            assertThat(outcome.points()).isBetween(Math.min(one, other), Math.max(one, other));
        }
    }

    @Test
    void aSampleHasAboutItsShareAndGrowsWithIt() {
        List<UUID> all = Stream.generate(Uuids::next).limit(4_000).toList();

        long twenty =
                all.stream().filter(id -> MarkingRules.wantsSecond(id, 20)).count();
        assertThat((double) twenty / all.size()).isCloseTo(0.2, within(0.03));
        assertThat(all).allSatisfy(id -> {
            assertThat(MarkingRules.wantsSecond(id, 0)).isFalse();
            assertThat(MarkingRules.wantsSecond(id, 100)).isTrue();
            assertThat(!MarkingRules.wantsSecond(id, 20) || MarkingRules.wantsSecond(id, 50))
                    .isTrue();
        });
    }

    @Test
    void nobodyGivesBothMarksAndASettledOneIsChangedByItsMarkerOnlyWhileItIsTheOnlyOne() {
        AccountId me = AccountId.next();
        AccountId other = AccountId.next();

        assertThat(task(MarkingState.WAITING, me, null, null, false)).isEqualTo(MarkingTask.FIRST);
        assertThat(task(MarkingState.SECOND, me, me, null, true)).isEqualTo(MarkingTask.CHANGE);
        assertThat(task(MarkingState.SECOND, me, other, null, true)).isEqualTo(MarkingTask.SECOND);
        assertThat(task(MarkingState.SECOND, me, null, null, true)).isEqualTo(MarkingTask.SECOND);
        assertThat(task(MarkingState.MARKED, me, me, null, true)).isEqualTo(MarkingTask.CHANGE);
        assertThat(task(MarkingState.MARKED, me, me, null, false)).isEqualTo(MarkingTask.OVERRULE);
        assertThat(task(MarkingState.MARKED, me, other, null, true)).isEqualTo(MarkingTask.OVERRULE);
    }

    @Test
    void whoGaveOneOfTwoMarksDecidesOnlyWhereNobodyElseCould() {
        AccountId me = AccountId.next();
        AccountId other = AccountId.next();
        AccountId third = AccountId.next();

        for (MarkingState state : List.of(MarkingState.MODERATION, MarkingState.MARKED)) {
            MarkingTask decision = state == MarkingState.MARKED ? MarkingTask.OVERRULE : MarkingTask.DECIDE;
            assertThat(task(state, third, me, other, false)).isEqualTo(decision);
            assertThat(task(state, me, me, other, false)).isEqualTo(MarkingTask.ASIDE);
            assertThat(task(state, me, other, me, false)).isEqualTo(MarkingTask.ASIDE);
            assertThat(MarkingRules.task(state, me, me, other, false, () -> false))
                    .isEqualTo(decision);
        }
    }

    private static MarkingTask task(
            MarkingState state,
            AccountId marker,
            @Nullable AccountId first,
            @Nullable AccountId second,
            boolean single) {
        return MarkingRules.task(state, marker, first, second, single, () -> true);
    }

    @Test
    void aMarkKeepsToItsRangeItsStepsAndTheLevels() {
        check(PLAIN, mark(4.5), MarkingTask.FIRST, "");
        refused(PLAIN, mark(6.5), MarkingTask.FIRST, "", "assessment.marking.points.range");
        refused(PLAIN, mark(-0.5), MarkingTask.FIRST, "", "assessment.marking.points.range");
        refused(PLAIN, mark(Double.NaN), MarkingTask.FIRST, "", "assessment.marking.points.range");
        refused(PLAIN, mark(4.3), MarkingTask.FIRST, "", "assessment.marking.points.step");
        refused(PLAIN, new Mark(1, Map.of("c", "low"), ""), MarkingTask.FIRST, "", "assessment.marking.levels");
        refused(PLAIN, mark(1), MarkingTask.DECIDE, "", "assessment.marking.reason.missing");
        check(PLAIN, mark(1), MarkingTask.DECIDE, "Both are right");
        refused(
                PLAIN,
                new Mark(1, Map.of(), "x".repeat(10_001)),
                MarkingTask.FIRST,
                "",
                "assessment.marking.comment.length");
        check(BY_RUBRIC, new Mark(1.25, Map.of("c", "low"), ""), MarkingTask.FIRST, "");
        refused(BY_RUBRIC, mark(1.5), MarkingTask.FIRST, "", "assessment.marking.levels");
        refused(
                BY_RUBRIC,
                new Mark(2, Map.of("c", "low"), ""),
                MarkingTask.FIRST,
                "",
                "assessment.marking.comment.missing");
        check(BY_RUBRIC, new Mark(2, Map.of("c", "low"), "Better than its level"), MarkingTask.FIRST, "");
        assertThatThrownBy(() -> new MarkingSetting(true, 101, -1, 0))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        violation -> assertThat(violation.all()).hasSize(3));
    }

    private static Mark mark(double points) {
        return new Mark(points, Map.of(), "");
    }

    private static void check(Essay question, Mark mark, MarkingTask task, String reason) {
        MarkCheck.check(question, 0.5, mark, task, reason);
    }

    private static void refused(Essay question, Mark mark, MarkingTask task, String reason, String code) {
        assertThatThrownBy(() -> check(question, mark, task, reason))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        violation -> assertThat(violation.all())
                                .extracting(RuleViolation::code)
                                .contains(code));
    }
}
