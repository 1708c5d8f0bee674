package org.collegium.gradebook.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.collegium.gradebook.rules.Book.Missing;
import org.collegium.gradebook.rules.Facts.Work;
import org.collegium.gradebook.rules.Total.CategoryTotal;
import org.jspecify.annotations.Nullable;

/** What holds for every book and all results. */
@Tag("unit")
class TotalsPropertiesTest {

    private static final Instant NOW = Instant.parse("2026-11-29T09:00:00Z");
    private static final double TINY = 1e-9;

    /** A book with what is known of one learner. */
    record Case(Book book, Map<String, Facts> facts) {

        Total total() {
            return Totals.of(book, facts, NOW);
        }
    }

    @Property(tries = 500)
    void aTotalLiesBetweenNothingAndEverything(@ForAll("cases") Case one) {
        Total total = one.total();

        if (total.share() != null) {
            assertThat(total.share()).isBetween(0.0, 1.0);
        }
        total.entries().forEach(grade -> {
            if (grade.score() != null) {
                assertThat(grade.score()).isBetween(0.0, 1.0);
            }
        });
    }

    @Property(tries = 500)
    void whatEntriesAddIsTheTotal(@ForAll("cases") Case one) {
        Total total = one.total();
        double sum = total.entries().stream().mapToDouble(EntryGrade::adds).sum();

        if (total.share() == null) {
            assertThat(sum).isZero();
        } else {
            assertThat(Math.min(1, sum)).isCloseTo(total.share(), within(TINY));
        }
    }

    @Property(tries = 500)
    void weightsComeToOneWhereAnythingCounts(@ForAll("cases") Case one) {
        Total total = one.total();
        double weights =
                total.categories().stream().mapToDouble(CategoryTotal::weight).sum();

        assertThat(weights).isCloseTo(total.share() == null ? 0 : 1, within(TINY));
    }

    @Property(tries = 300)
    void weightsThatAreAllMultipliedChangeNothing(
            @ForAll("cases") Case one, @ForAll @DoubleRange(min = 0.01, max = 10) double factor) {
        List<Category> heavier = one.book().categories().stream()
                .map(category -> new Category(
                        category.key(), category.name(), category.weight() * factor, category.dropLowest()))
                .toList();
        Case other = new Case(
                new Book(
                        heavier,
                        one.book().entries(),
                        one.book().late(),
                        one.book().missing()),
                one.facts());

        assertSame(one.total(), other.total());
    }

    @Property(tries = 500)
    void droppingTheLowestNeverLowersATotal(@ForAll("cases") Case one) {
        Case all = new Case(
                new Book(
                        one.book().categories().stream()
                                .map(category -> new Category(category.key(), category.name(), category.weight(), 0))
                                .toList(),
                        one.book().entries(),
                        one.book().late(),
                        one.book().missing()),
                one.facts());
        Double without = all.total().share();

        if (without != null) {
            assertThat(one.total().share()).isGreaterThanOrEqualTo(without - TINY);
        }
        assertThat(one.total().share() == null).isEqualTo(without == null);
    }

    @Property(tries = 300)
    void whatIsExcusedNeverMatters(
            @ForAll("cases") Case one,
            @ForAll @DoubleRange(min = 0, max = 1) double score,
            @ForAll @IntRange(max = 20) int which) {
        if (one.book().entries().isEmpty()) {
            return;
        }
        Entry entry = one.book().entries().get(which % one.book().entries().size());
        Map<String, Facts> excused = new HashMap<>(one.facts());
        excused.put(entry.key(), excused(null, null));
        Map<String, Facts> other = new HashMap<>(one.facts());
        other.put(entry.key(), excused(score, score / 2));
        List<Entry> fewer = new ArrayList<>(one.book().entries());
        fewer.remove(entry);

        Double share = new Case(one.book(), excused).total().share();
        assertThat(new Case(one.book(), other).total().share()).isEqualTo(share);
        Double absent = new Case(
                        new Book(
                                one.book().categories(),
                                fewer,
                                one.book().late(),
                                one.book().missing()),
                        one.facts())
                .total()
                .share();
        if (share == null) {
            assertThat(absent).isNull();
        } else {
            assertThat(absent).isCloseTo(share, within(TINY));
        }
    }

    @Property(tries = 300)
    void theSameComesToTheSame(@ForAll("cases") Case one) {
        assertThat(one.total()).isEqualTo(one.total());
    }

    @Property(tries = 300)
    void workThatIsHandedInLaterIsNeverWorthMore(
            @ForAll("late") LateRule rule,
            @ForAll @IntRange(max = 40_000) int minutes,
            @ForAll @IntRange(max = 40_000) int later,
            @ForAll @DoubleRange(min = 0, max = 1) double score) {
        double early = worth(rule, score, minutes);

        assertThat(early).isBetween(0.0, score);
        assertThat(worth(rule, score, minutes + later)).isLessThanOrEqualTo(early);
    }

    @Property(tries = 300)
    void moreWorkNeverCostsAnything(
            @ForAll("late") LateRule rule,
            @ForAll @IntRange(max = 20_000) int first,
            @ForAll @IntRange(max = 20_000) int second,
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double other) {
        Work early = new Work(one, NOW.plus(Duration.ofMinutes(first)));
        Work late = new Work(other, NOW.plus(Duration.ofMinutes((long) first + second)));

        assertThat(worth(rule, List.of(early, late))).isGreaterThanOrEqualTo(worth(rule, List.of(early)));
    }

    private static double worth(LateRule rule, double score, int minutes) {
        return worth(rule, List.of(new Work(score, NOW.plus(Duration.ofMinutes(minutes)))));
    }

    private static double worth(LateRule rule, List<Work> works) {
        Book book = new Book(List.of(), List.of(Entry.usual("lab", "lab", "Lab")), rule, Missing.LEFT_OUT);
        double best = works.stream().mapToDouble(Work::score).max().orElse(0);
        Facts facts = new Facts(best, works, null, false, "", NOW, null, NOW, false, false);
        Double share = Totals.of(book, Map.of("lab", facts), NOW).share();
        return share == null ? -1 : share;
    }

    private static Facts excused(@Nullable Double raw, @Nullable Double given) {
        return new Facts(raw, List.of(), given, true, "Ill", null, null, NOW, false, false);
    }

    private static void assertSame(Total one, Total other) {
        if (one.share() == null) {
            assertThat(other.share()).isNull();
        } else {
            assertThat(other.share()).isCloseTo(one.share(), within(TINY));
        }
    }

    @Provide
    Arbitrary<LateRule> late() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 100),
                        Arbitraries.doubles().between(0, 100),
                        Arbitraries.integers().between(0, 600),
                        Arbitraries.integers().between(0, 30).injectNull(0.3))
                .as(LateRule::new);
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<List<Category>> categories = Combinators.combine(
                        Arbitraries.doubles().between(0, 90),
                        Arbitraries.integers().between(0, 4))
                .as((weight, drop) -> new Category("c", "c", weight, drop))
                .list()
                .ofMaxSize(4)
                .map(TotalsPropertiesTest::numbered);
        return categories.flatMap(made -> Combinators.combine(
                        entry(made).list().ofMaxSize(8),
                        late(),
                        Arbitraries.of(Missing.values()),
                        facts().list().ofSize(8))
                .as((entries, late, missing, facts) -> made(made, entries, late, missing, facts)));
    }

    private static Case made(
            List<Category> categories, List<Entry> entries, LateRule late, Missing missing, List<Facts> facts) {
        List<Entry> keyed = new ArrayList<>();
        Map<String, Facts> known = new HashMap<>();
        for (Entry entry : entries) {
            String key = "unit-" + keyed.size();
            known.put(key, facts.get(keyed.size()));
            keyed.add(new Entry(
                    key,
                    "lab",
                    key,
                    entry.category(),
                    entry.points(),
                    entry.extra(),
                    null,
                    entry.late(),
                    Release.AT_ONCE));
        }
        return new Case(new Book(categories, keyed, late, missing), known);
    }

    /** With names of their own, and at least one that weighs something. */
    private static List<Category> numbered(List<Category> some) {
        List<Category> numbered = new ArrayList<>();
        for (Category category : some) {
            int number = numbered.size();
            numbered.add(new Category(
                    "c" + number,
                    "Category " + number,
                    number == 0 ? category.weight() + 1 : category.weight(),
                    category.dropLowest()));
        }
        return numbered;
    }

    private Arbitrary<Entry> entry(List<Category> categories) {
        List<String> keys =
                new ArrayList<>(categories.stream().map(Category::key).toList());
        keys.add("");
        return Combinators.combine(
                        Arbitraries.of(keys),
                        Arbitraries.oneOf(
                                Arbitraries.just(0.0), Arbitraries.doubles().between(0.5, 100)),
                        Arbitraries.of(true, false, false, false),
                        late().injectNull(0.7))
                .as((category, points, extra, late) ->
                        new Entry("unit", "lab", "Unit", category, points, extra, null, late, Release.AT_ONCE));
    }

    private Arbitrary<Facts> facts() {
        Arbitrary<Double> score = Arbitraries.doubles().between(0, 1);
        Arbitrary<Instant> time =
                Arbitraries.integers().between(-30_000, 30_000).map(minutes -> NOW.plusSeconds(minutes * 60L));
        return Combinators.combine(
                        score.injectNull(0.3),
                        Combinators.combine(score, time).as(Work::new).list().ofMaxSize(3),
                        score.injectNull(0.8),
                        Arbitraries.of(true, false, false, false, false),
                        time.injectNull(0.4),
                        Arbitraries.of(true, false, false, false, false))
                .as((raw, works, given, excused, due, hidden) ->
                        new Facts(raw, works, given, excused, "", due, null, due, false, hidden));
    }
}
