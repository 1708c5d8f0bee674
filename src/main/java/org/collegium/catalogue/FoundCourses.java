package org.collegium.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.collegium.catalogue.CataloguePage.FacetCounts;
import org.collegium.catalogue.CatalogueQuery.Order;

/**
 * What was found lately, so that the pages that most people open are not searched and counted anew for each of them. It is kept for
 * one revision of the catalogue; the next one finds nothing here.
 */
final class FoundCourses {

    /** Ordinals that are kept over all answers; four bytes each. */
    private static final long MOST_ORDINALS = 2_000_000;

    /** What an answer with its counts weighs besides, in ordinals. */
    private static final int OWN_WEIGHT = 2_000;

    private final Cache<Asked, Found> cache = Caffeine.newBuilder()
            .maximumWeight(MOST_ORDINALS)
            .weigher((Asked asked, Found found) -> OWN_WEIGHT + found.ordinals().length)
            .build();

    /** A query without its page, at one revision. */
    private record Asked(long revision, String text, Map<Facet, Set<String>> chosen, Order order) {}

    /** @param ordinals of all courses that fit, in the order that was asked for; not to be changed */
    @SuppressWarnings("ArrayRecordComponent")
    record Found(int[] ordinals, boolean loosened, List<FacetCounts> counts) {}

    /** What fits the query. */
    Found in(CatalogueSnapshot courses, TextIndex texts, CatalogueQuery query) {
        return cache.get(
                new Asked(courses.revision(), query.text(), query.chosen(), query.order()),
                asked -> search(courses, texts, query));
    }

    private static Found search(CatalogueSnapshot courses, TextIndex texts, CatalogueQuery query) {
        TextMatches matches = TextMatches.of(texts, query.text());
        Counting counting = new Counting(courses, query);
        IntStream candidates = query.text().isEmpty()
                ? IntStream.of(courses.newestFirst())
                : IntStream.of(courses.newestFirst()).filter(matches::contains);
        int[] found = candidates.filter(counting::fits).toArray();
        return new Found(inOrder(found, courses, matches, query.order()), matches.loosened(), counting.counts());
    }

    private static int[] inOrder(int[] found, CatalogueSnapshot courses, TextMatches matches, Order order) {
        return switch (order) {
            case RELEVANCE ->
                matches.isEmpty()
                        ? found
                        : sorted(found, Comparator.comparing(matches::score).reversed());
            case NEWEST -> found;
            case SHORTEST ->
                sorted(
                        found,
                        Comparator.comparing(
                                (Integer ordinal) -> courses.entry(ordinal).effortHours()));
            case TITLE ->
                sorted(
                        found,
                        Comparator.comparing(
                                (Integer ordinal) -> courses.entry(ordinal).title(), String.CASE_INSENSITIVE_ORDER));
        };
    }

    private static int[] sorted(int[] found, Comparator<Integer> order) {
        List<Integer> ordinals = new ArrayList<>(IntStream.of(found).boxed().toList());
        ordinals.sort(order);
        return ordinals.stream().mapToInt(Integer::intValue).toArray();
    }
}
