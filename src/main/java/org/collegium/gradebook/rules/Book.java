package org.collegium.gradebook.rules;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collegium.shared.Rules;

/**
 * How a run is graded.
 *
 * @param categories in their order, at most 50; without any, all entries count together
 * @param entries in their order; those without a category do not count where there are categories
 * @param late what holds for entries without a rule of their own
 * @param missing what becomes of work that is not there
 */
public record Book(List<Category> categories, List<Entry> entries, LateRule late, Missing missing)
        implements Serializable {

    private static final int MOST_CATEGORIES = 50;
    private static final int MOST_ENTRIES = 500;

    /** What becomes of work that is not there. */
    public enum Missing {
        /** It is left out until it is there. */
        LEFT_OUT,
        /** It counts as 0 from its due date on; without one from when it closes. */
        ZERO_AFTER_DUE
    }

    public Book {
        categories = List.copyOf(categories);
        entries = List.copyOf(entries);
        Set<String> names = new HashSet<>();
        Set<String> keys = new HashSet<>();
        categories.forEach(category -> {
            names.add(category.name());
            keys.add(category.key());
        });
        new Rules()
                .that(categories.size() <= MOST_CATEGORIES, "gradebook.setup.categories.many", MOST_CATEGORIES)
                .that(entries.size() <= MOST_ENTRIES, "gradebook.setup.entries.many", MOST_ENTRIES)
                .that(names.size() == categories.size(), "gradebook.setup.categories.twice")
                .that(
                        categories.isEmpty() || categories.stream().anyMatch(category -> category.weight() > 0),
                        "gradebook.setup.categories.weightless")
                .that(
                        entries.stream()
                                .allMatch(entry -> entry.category().isEmpty() || keys.contains(entry.category())),
                        "gradebook.setup.entries.category")
                .hold();
    }

    public Optional<Entry> entry(String key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    /** What late work on an entry loses. */
    public LateRule lateRule(Entry entry) {
        return entry.late() == null ? late : entry.late();
    }

    /** What the weights of all categories come to. */
    public double weights() {
        return categories.stream().mapToDouble(Category::weight).sum();
    }

    /** Whether an entry is in the part of the book that counts. */
    public boolean placed(Entry entry) {
        return categories.isEmpty() || !entry.category().isEmpty();
    }
}
