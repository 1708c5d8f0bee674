package org.collegium.gradebook.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.collegium.gradebook.rules.Book.Missing;
import org.collegium.gradebook.rules.EntryGrade.Part;
import org.collegium.gradebook.rules.EntryGrade.State;
import org.collegium.gradebook.rules.Facts.Work;
import org.collegium.gradebook.rules.LateRule.Lateness;
import org.collegium.gradebook.rules.Scale.Kind;
import org.collegium.gradebook.rules.Scale.Step;
import org.collegium.shared.RuleViolation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Totals, late work and scales by examples that were computed by hand. */
@Tag("unit")
class TotalsTest {

    private static final Instant NINE = Instant.parse("2026-11-29T09:00:00Z");
    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void categoriesCountByTheirWeightsOfThoseInWhichSomethingIsThere() {
        Book book = new Book(
                List.of(
                        new Category("q", "Quizzes", 30, 0),
                        new Category("l", "Labs", 50, 0),
                        new Category("e", "Exam", 20, 0)),
                List.of(entry("q1", "q", 10), entry("q2", "q", 30), entry("l1", "l", 100), entry("e1", "e", 100)),
                LateRule.NONE,
                Missing.LEFT_OUT);

        Total total = Totals.of(book, Map.of("q1", earned(1), "q2", earned(0.5), "l1", earned(0.8)), NINE);

        assertThat(total.share()).isCloseTo((30 * 25 / 40.0 + 50 * 0.8) / 80, EXACT);
        assertThat(total.categories()).extracting(Total.CategoryTotal::weight).containsExactly(0.375, 0.625, 0.0);
        assertThat(total.entry("q2").orElseThrow().adds()).isCloseTo(0.375 * 15 / 40, EXACT);
        assertThat(total.entry("e1").orElseThrow().state()).isEqualTo(State.AWAITED);
    }

    @Test
    void theLowestOfACategoryIsDroppedButNeverTheLastOne() {
        Book book = new Book(
                List.of(new Category("q", "Quizzes", 1, 2)),
                List.of(entry("q1", "q", 10), entry("q2", "q", 10), entry("q3", "q", 40)),
                LateRule.NONE,
                Missing.LEFT_OUT);

        Total all = Totals.of(book, Map.of("q1", earned(0.9), "q2", earned(0.2), "q3", earned(0.2)), NINE);
        Total one = Totals.of(book, Map.of("q2", earned(0.2)), NINE);

        assertThat(all.share()).isCloseTo(0.9, EXACT);
        assertThat(all.entry("q3").orElseThrow().part()).isEqualTo(Part.DROPPED);
        assertThat(one.share()).isCloseTo(0.2, EXACT);
        assertThat(one.entry("q2").orElseThrow().part()).isEqualTo(Part.COUNTS);
    }

    @Test
    void ofTwoThatAreAlikeTheOneThatWeighsMoreIsDropped() {
        Book book = new Book(
                List.of(new Category("q", "Quizzes", 1, 1)),
                List.of(entry("light", "q", 10), entry("heavy", "q", 40), entry("good", "q", 10)),
                LateRule.NONE,
                Missing.LEFT_OUT);

        Total total = Totals.of(book, Map.of("light", earned(0.2), "heavy", earned(0.2), "good", earned(0.8)), NINE);

        assertThat(total.share()).isCloseTo(0.5, EXACT);
        assertThat(total.entry("heavy").orElseThrow().part()).isEqualTo(Part.DROPPED);
    }

    @Test
    void whatWaitsForMarksAndWhatIsExtraIsNeverMissing() {
        Facts waits = new Facts(null, List.of(), null, false, "", null, null, NINE, true, false);
        Facts nothing = new Facts(null, List.of(), null, false, "", null, null, NINE, false, false);
        Entry extra = new Entry("x", "lab", "Extra", "", 50, true, null, null, Release.AT_ONCE);
        Book book = new Book(
                List.of(),
                List.of(Entry.usual("a", "lab", "A"), Entry.usual("b", "lab", "B"), extra),
                LateRule.NONE,
                Missing.ZERO_AFTER_DUE);

        Total total = Totals.of(book, Map.of("a", earned(0.8), "b", waits, "x", nothing), NINE);

        assertThat(total.share()).isCloseTo(0.8, EXACT);
        assertThat(total.entries())
                .extracting(EntryGrade::state)
                .containsExactly(State.EARNED, State.WAITING, State.AWAITED);
    }

    @Test
    void whatInstructorsDecideStandsInThePlaceOfWhatWasEarned() {
        Map<String, Facts> facts = new HashMap<>();
        facts.put("a", new Facts(0.2, List.of(), 0.9, false, "Marked again", null, null, null, false, false));
        facts.put("b", new Facts(0.1, List.of(), null, true, "Ill", null, null, null, false, false));
        facts.put("c", earned(0.5));

        Total total = Totals.of(plain(Missing.LEFT_OUT, "a", "b", "c"), facts, NINE);

        assertThat(total.share()).isCloseTo(0.7, EXACT);
        assertThat(total.entries())
                .extracting(EntryGrade::state)
                .containsExactly(State.GIVEN, State.EXCUSED, State.EARNED);
    }

    @Test
    void missingWorkIsLeftOutOrCountsAsNothingFromItsDeadlineOn() {
        Facts before = new Facts(null, List.of(), null, false, "", null, null, NINE.plusSeconds(1), false, false);
        Facts after = new Facts(null, List.of(), null, false, "", null, null, NINE, false, false);
        Map<String, Facts> facts = Map.of("a", earned(0.8), "b", before, "c", after);

        assertThat(Totals.of(plain(Missing.LEFT_OUT, "a", "b", "c"), facts, NINE)
                        .share())
                .isCloseTo(0.8, EXACT);
        Total strict = Totals.of(plain(Missing.ZERO_AFTER_DUE, "a", "b", "c"), facts, NINE);
        assertThat(strict.share()).isCloseTo(0.4, EXACT);
        assertThat(strict.entries())
                .extracting(EntryGrade::state)
                .containsExactly(State.EARNED, State.AWAITED, State.MISSING);
    }

    @Test
    void extraCreditAddsAndTheTotalEndsAtAll() {
        Entry extra = new Entry("x", "lab", "Extra", "", 50, true, null, null, Release.AT_ONCE);
        Book book = new Book(
                List.of(), List.of(Entry.usual("a", "lab", "A"), extra), LateRule.NONE, Missing.ZERO_AFTER_DUE);

        Total more = Totals.of(book, Map.of("a", earned(0.5), "x", earned(0.6)), NINE);
        Total capped = Totals.of(book, Map.of("a", earned(0.9), "x", earned(0.6)), NINE);
        Total alone = Totals.of(book, Map.of("x", earned(0.6)), NINE);

        assertThat(more.share()).isCloseTo(0.8, EXACT);
        assertThat(capped.share()).isEqualTo(1);
        assertThat(capped.capped()).isTrue();
        assertThat(alone.share()).isNull();
    }

    @Test
    void whatIsHiddenWithoutPointsOrWithoutCategoryDoesNotCount() {
        Book book = new Book(
                List.of(new Category("q", "Quizzes", 1, 0)),
                List.of(entry("a", "q", 10), entry("b", "q", 0), entry("c", "", 10), entry("d", "q", 10)),
                LateRule.NONE,
                Missing.LEFT_OUT);

        Total total = Totals.of(
                book,
                Map.of(
                        "a",
                        earned(0.6),
                        "b",
                        earned(1),
                        "c",
                        earned(1),
                        "d",
                        earned(1).withHidden(true)),
                NINE);

        assertThat(total.share()).isCloseTo(0.6, EXACT);
        assertThat(total.entries())
                .extracting(EntryGrade::part)
                .containsExactly(Part.COUNTS, Part.OUT, Part.OUT, Part.OUT);
        assertThat(total.entry("d").orElseThrow().score()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0,     0, 0,    false",
        "30,    0, 0,    false",
        "31,    1, 0.1,  false",
        "1440,  1, 0.1,  false",
        "1441,  2, 0.2,  false",
        "5000,  4, 0.25, false",
        "7200,  5, 0.25, false",
        "7201,  6, 1,    true"
    })
    void eachDayThatBeginsCostsItsPartUntilTheMostOrNothingIsLeft(
            int minutes, int days, double reduction, boolean closed) {
        LateRule rule = new LateRule(10, 25, 30, 5);

        assertThat(rule.of(NINE, NINE.plus(Duration.ofMinutes(minutes))))
                .isEqualTo(new Lateness(days, reduction, closed));
    }

    @Test
    void whatWasHandedInInTimeCountsWhenLaterWorkIsWorthLess() {
        Entry lab =
                new Entry("lab", "lab", "Lab", "", 100, false, NINE, new LateRule(30, 100, 0, null), Release.AT_ONCE);
        Book book = new Book(List.of(), List.of(lab), LateRule.NONE, Missing.LEFT_OUT);
        Work early = new Work(0.6, NINE.minusSeconds(1));
        Work late = new Work(0.8, NINE.plusSeconds(1));
        Work best = new Work(1, NINE.plusSeconds(2));

        EntryGrade two = grade(book, 0.8, early, late);
        EntryGrade three = grade(book, 1, early, late, best);

        assertThat(two.score()).isCloseTo(0.6, EXACT);
        assertThat(two.work()).isEqualTo(early);
        assertThat(three.score()).isCloseTo(0.7, EXACT);
        assertThat(three.lateness()).isEqualTo(new Lateness(1, 0.3, false));
        assertThat(three.facts().raw()).as("as it was").isEqualTo(1);
    }

    @Test
    void aTotalThatIsWholeIsNotCutOff() {
        Total total = Totals.of(plain(Missing.LEFT_OUT, "lab"), Map.of("lab", earned(1)), NINE);

        assertThat(total.share()).isEqualTo(1);
        assertThat(total.capped()).isFalse();
    }

    @Test
    void ofWorkThatIsWorthTheSameTheEarlierOneCounts() {
        Work first = new Work(0.6, NINE.minusSeconds(2));
        Work again = new Work(0.6, NINE.minusSeconds(1));

        assertThat(grade(plain(Missing.LEFT_OUT, "lab"), 0.6, again, first).work())
                .isEqualTo(first);
    }

    private static EntryGrade grade(Book book, double raw, Work... works) {
        Facts facts = new Facts(raw, List.of(works), null, false, "", NINE, null, NINE, false, false);
        return Totals.of(book, Map.of("lab", facts), NINE).entry("lab").orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "0.895, 90 %, A (90%)",
        "0.8949999999999999, 90 %, A (90%)",
        "0.894999, 89 %, B (89%)",
        "0.6, 60 %, D (60%)",
        "0, 0 %, F (0%)",
        "1, 100 %, A (100%)"
    })
    void aTotalIsRoundedHalfUpBeforeItGetsItsLetter(double share, String unused, String said) {
        assertThat(Scale.LETTERS.said(share, Locale.ENGLISH)).isEqualTo(said);
    }

    @Test
    void pointsAndPercentAreSaidWithTheirPlaces() {
        Scale twenty = new Scale("", "Twenty", Kind.POINTS, 20, 1, List.of());

        assertThat(twenty.said(0.8275, Locale.ENGLISH)).isEqualTo("16.6 / 20");
        assertThat(Scale.PERCENT.said(0.825, Locale.ENGLISH)).isEqualTo("83%");
        assertThat(new Scale("", "Two places", Kind.PERCENT, 100, 2, List.of()).said(2 / 3.0, Locale.ENGLISH))
                .isEqualTo("66.67%");
    }

    @Test
    void aScaleMustSayEveryTotal() {
        assertThatThrownBy(() ->
                        new Scale("", "Own", Kind.STEPS, 100, 0, List.of(new Step(50, "Good"), new Step(10, "Bad"))))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        broken -> assertThat(broken.code()).isEqualTo("gradebook.scale.steps.zero"));
        assertThatThrownBy(() -> new Scale("", "Own", Kind.STEPS, 100, 3, List.of(new Step(0, " "))))
                .isInstanceOfSatisfying(
                        RuleViolation.class, broken -> assertThat(broken.all()).hasSize(3));
    }

    @Test
    void aBookTellsAllThatIsWrongAtOnce() {
        Category nothing = new Category("a", "Same", 0, 0);
        Category again = new Category("b", "Same", 0, 0);

        assertThatThrownBy(() -> new Book(
                        List.of(nothing, again), List.of(entry("x", "gone", 1)), LateRule.NONE, Missing.LEFT_OUT))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        broken -> assertThat(broken.all())
                                .extracting(RuleViolation::code)
                                .containsExactly(
                                        "gradebook.setup.categories.twice",
                                        "gradebook.setup.categories.weightless",
                                        "gradebook.setup.entries.category"));
    }

    private static Book plain(Missing missing, String... keys) {
        return new Book(
                List.of(),
                List.of(keys).stream().map(key -> Entry.usual(key, "lab", key)).toList(),
                LateRule.NONE,
                missing);
    }

    private static Entry entry(String key, String category, double points) {
        return new Entry(key, "quiz", key, category, points, false, null, null, Release.AT_ONCE);
    }

    private static Facts earned(double score) {
        return new Facts(score, List.of(), null, false, "", null, null, null, false, false);
    }
}
