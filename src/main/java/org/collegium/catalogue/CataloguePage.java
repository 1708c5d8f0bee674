package org.collegium.catalogue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page of the catalogue.
 *
 * @param courses number of all listed courses
 * @param found number of courses that fit, over all pages
 * @param teaching the partners with most courses, with how many
 * @param loosened whether no course had every word of the text, so that those with some of them are shown
 */
public record CataloguePage(
        CatalogueQuery query,
        int courses,
        int found,
        List<Teaching> teaching,
        boolean loosened,
        List<CourseCard> cards,
        List<FacetCounts> facets) {

    /** Cards on a page. */
    public static final int SIZE = 24;

    /** Values shown of one facet, the most frequent first. */
    static final int VALUES = 24;

    public CataloguePage {
        teaching = List.copyOf(teaching);
        cards = List.copyOf(cards);
        facets = List.copyOf(facets);
    }

    /** What people read for a chosen value, null when it is translated by key. */
    public @Nullable String label(Facet facet, String value) {
        return facets.stream()
                .filter(counts -> counts.facet() == facet)
                .flatMap(counts -> counts.values().stream())
                .filter(counted ->
                        counted.value().equals(value) && !counted.label().isEmpty())
                .map(FacetCounts.Value::label)
                .findFirst()
                .orElse(null);
    }

    /** Number of pages, at least 1. */
    public int pages() {
        return Math.max(1, (found + SIZE - 1) / SIZE);
    }

    public boolean hasNext() {
        return query.page() < pages();
    }

    public boolean hasPrevious() {
        return query.page() > 1;
    }

    /** A partner and the number of its listed courses. */
    public record Teaching(PartnerBrand partner, int courses) {}

    /**
     * A course with what its card needs of the partner.
     *
     * @param languages tags of all languages in which the course exists, its own first
     */
    public record CourseCard(CatalogueEntry entry, PartnerBrand partner, List<String> languages) {

        /** The address of its cover: the picture it brings, or else a drawn one. */
        public String cover() {
            return entry.cover() == null
                    ? partner.cover(entry.key())
                    : entry.cover().address();
        }

        /** What the cover shows; a drawn one is decoration. */
        public String coverAlt() {
            return entry.cover() == null ? "" : entry.cover().alt();
        }
    }

    /** How many of the courses that fit otherwise have each value. */
    public record FacetCounts(Facet facet, List<Value> values) {

        /** The chosen values. */
        public Set<Value> chosen() {
            return values.stream().filter(Value::chosen).collect(Collectors.toUnmodifiableSet());
        }

        /** @param label what people read; empty when it is translated by key */
        public record Value(String value, String label, int count, boolean chosen) {}
    }
}
