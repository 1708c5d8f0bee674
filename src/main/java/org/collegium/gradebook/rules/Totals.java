package org.collegium.gradebook.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.collegium.gradebook.rules.EntryGrade.Part;
import org.collegium.gradebook.rules.EntryGrade.State;
import org.collegium.gradebook.rules.Facts.Work;
import org.collegium.gradebook.rules.LateRule.Lateness;
import org.collegium.gradebook.rules.Total.CategoryTotal;
import org.jspecify.annotations.Nullable;

/**
 * Computes totals. The same book and the same facts at the same time always come to the same.
 *
 * <p>A category comes to the points earned in it, divided by the points possible of what counts in it. The total is the mean of the
 * categories in which something counts, by their weights. Of each category the lowest entries are dropped, but never the last one;
 * since the lowest is never above the mean, that lowers no total. Extra credit adds points that are not possible; the total ends at 1.
 */
public final class Totals {

    /** The lowest first; of two alike the one that weighs more, then the one that stands first. */
    private static final Comparator<EntryGrade> LOWEST = Comparator.comparingDouble(Totals::scoreOf)
            .thenComparing(grade -> -grade.entry().points());

    private Totals() {}

    /**
     * The total of one learner.
     *
     * @param facts by entry key; of what is not there nothing is known
     */
    public static Total of(Book book, Map<String, Facts> facts, Instant now) {
        List<EntryGrade> grades = new ArrayList<>();
        Map<String, List<EntryGrade>> byCategory = new HashMap<>();
        for (Entry entry : book.entries()) {
            EntryGrade grade = grade(book, entry, facts.getOrDefault(entry.key(), Facts.NONE), now);
            grades.add(grade);
            byCategory
                    .computeIfAbsent(category(book, grade), key -> new ArrayList<>())
                    .add(grade);
        }
        List<@Nullable Category> all = new ArrayList<>(book.categories());
        if (all.isEmpty()) {
            all.add(null);
        }
        Set<String> dropped = new HashSet<>();
        List<CategoryTotal> sums = new ArrayList<>();
        for (@Nullable Category category : all) {
            List<EntryGrade> own = byCategory.getOrDefault(category == null ? "" : category.key(), List.of());
            List<EntryGrade> lowest = lowest(own, category == null ? 0 : category.dropLowest());
            lowest.forEach(grade -> dropped.add(grade.entry().key()));
            sums.add(sum(category, own, dropped));
        }
        return total(grades, weighted(sums), dropped);
    }

    private static Total total(List<EntryGrade> grades, List<CategoryTotal> categories, Set<String> dropped) {
        Map<String, CategoryTotal> byKey = new HashMap<>();
        categories.forEach(category -> byKey.put(category.key(), category));
        List<EntryGrade> shown = new ArrayList<>(grades.size());
        for (EntryGrade grade : grades) {
            shown.add(explained(grade, byKey.get(grade.entry().category()), byKey.get(""), dropped));
        }
        boolean any = categories.stream().anyMatch(category -> category.weight() > 0);
        double sum = categories.stream()
                .filter(category -> category.share() != null)
                .mapToDouble(category -> category.weight()
                        * Optional.ofNullable(category.share()).orElse(0.0))
                .sum();
        return new Total(any ? Math.min(sum, 1) : null, any && sum > 1, categories, shown);
    }

    private static EntryGrade explained(
            EntryGrade grade, @Nullable CategoryTotal own, @Nullable CategoryTotal whole, Set<String> dropped) {
        if (grade.part() == Part.OUT) {
            return grade;
        }
        if (dropped.contains(grade.entry().key())) {
            return grade.with(Part.DROPPED, 0);
        }
        CategoryTotal in = whole == null ? own : whole;
        return in == null || in.possible() == 0
                ? grade.with(Part.OUT, 0)
                : grade.with(grade.part(), in.weight() * grade.earned() / in.possible());
    }

    /** Where there are no categories everything counts together. */
    private static String category(Book book, EntryGrade grade) {
        return book.categories().isEmpty() ? "" : grade.entry().category();
    }

    private static List<EntryGrade> lowest(List<EntryGrade> own, int number) {
        List<EntryGrade> counting =
                own.stream().filter(grade -> grade.part() == Part.COUNTS).toList();
        return counting.stream()
                .sorted(LOWEST)
                .limit(Math.clamp(counting.size() - 1L, 0, number))
                .toList();
    }

    private static CategoryTotal sum(@Nullable Category category, List<EntryGrade> own, Set<String> dropped) {
        double earned = 0;
        double possible = 0;
        for (EntryGrade grade : own) {
            if (grade.part() == Part.OUT || dropped.contains(grade.entry().key())) {
                continue;
            }
            earned += grade.earned();
            possible += grade.part() == Part.COUNTS ? grade.entry().points() : 0;
        }
        return new CategoryTotal(category, possible == 0 ? null : earned / possible, earned, possible, 0);
    }

    /** The same with weights that come to 1, of those in which something counts. */
    private static List<CategoryTotal> weighted(List<CategoryTotal> sums) {
        double all = sums.stream().mapToDouble(Totals::weight).sum();
        return sums.stream()
                .map(sum -> new CategoryTotal(
                        sum.category(), sum.share(), sum.earned(), sum.possible(), all == 0 ? 0 : weight(sum) / all))
                .toList();
    }

    private static double weight(CategoryTotal sum) {
        if (sum.share() == null) {
            return 0;
        }
        return sum.category() == null ? 1 : sum.category().weight();
    }

    private static EntryGrade grade(Book book, Entry entry, Facts facts, Instant now) {
        if (facts.hidden()) {
            return out(entry, facts, State.HIDDEN);
        }
        if (facts.excused()) {
            return out(entry, facts, State.EXCUSED);
        }
        if (facts.given() != null) {
            return made(book, entry, facts, State.GIVEN, facts.given(), null, Lateness.NONE);
        }
        if (facts.raw() != null) {
            return earned(book, entry, facts, facts.raw());
        }
        if (facts.waiting()) {
            return out(entry, facts, State.WAITING);
        }
        boolean over = facts.deadline() != null && !now.isBefore(facts.deadline());
        return book.missing() == Book.Missing.ZERO_AFTER_DUE && over && !entry.extra()
                ? made(book, entry, facts, State.MISSING, 0, null, Lateness.NONE)
                : out(entry, facts, State.AWAITED);
    }

    /** Of all work on which the score may rest the one that is worth most counts; of two alike the earlier one. */
    private static EntryGrade earned(Book book, Entry entry, Facts facts, double raw) {
        LateRule rule = book.lateRule(entry);
        if (facts.due() == null || facts.works().isEmpty()) {
            return made(book, entry, facts, State.EARNED, raw, null, Lateness.NONE);
        }
        @Nullable Work best = null;
        Lateness lateness = Lateness.NONE;
        double worth = -1;
        for (Work work : inOrder(facts.works())) {
            Lateness own = rule.of(facts.due(), work.at());
            double now = work.score() * (1 - own.reduction());
            if (now > worth) {
                best = work;
                lateness = own;
                worth = now;
            }
        }
        return made(book, entry, facts, State.EARNED, worth, best, lateness);
    }

    private static List<Work> inOrder(List<Work> works) {
        return works.size() < 2
                ? works
                : works.stream().sorted(Comparator.comparing(Work::at)).toList();
    }

    private static EntryGrade out(Entry entry, Facts facts, State state) {
        return new EntryGrade(entry, facts, state, null, null, Lateness.NONE, Part.OUT, 0);
    }

    private static EntryGrade made(
            Book book, Entry entry, Facts facts, State state, double score, @Nullable Work work, Lateness lateness) {
        Part part = entry.points() == 0 || !book.placed(entry) ? Part.OUT : entry.extra() ? Part.EXTRA : Part.COUNTS;
        return new EntryGrade(entry, facts, state, score, work, lateness, part, 0);
    }

    private static double scoreOf(EntryGrade grade) {
        return grade.score() == null ? 0 : grade.score();
    }
}
