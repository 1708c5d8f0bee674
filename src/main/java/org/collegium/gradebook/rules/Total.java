package org.collegium.gradebook.rules;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What everything comes to, with what it is made of.
 *
 * @param share 0 to 1; null while nothing counts
 * @param capped whether it came to more than 1
 */
public record Total(@Nullable Double share, boolean capped, List<CategoryTotal> categories, List<EntryGrade> entries)
        implements Serializable {

    public Total {
        categories = List.copyOf(categories);
        entries = List.copyOf(entries);
    }

    /**
     * What a category comes to.
     *
     * @param category null where the book has none and everything counts together
     * @param share 0 to 1, more with extra credit; null while nothing counts
     * @param earned points
     * @param possible points of what counts
     * @param weight its part of the total, 0 to 1: its weight against those of all categories in which something counts
     */
    public record CategoryTotal(
            @Nullable Category category, @Nullable Double share, double earned, double possible, double weight)
            implements Serializable {

        public String key() {
            return category == null ? "" : category.key();
        }
    }

    public Optional<EntryGrade> entry(String key) {
        return entries.stream().filter(grade -> grade.entry().key().equals(key)).findFirst();
    }
}
