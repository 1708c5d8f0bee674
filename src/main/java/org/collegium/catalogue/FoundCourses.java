package org.collegium.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
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

    /** A query without its page, at one revision; the language of the reader where the order depends on it. */
    private record Asked(long revision, String text, Map<Facet, Set<String>> chosen, Order order, String language) {}

    /** @param ordinals of all courses that fit, in the order that was asked for; not to be changed */
    @SuppressWarnings("ArrayRecordComponent")
    record Found(int[] ordinals, boolean loosened, List<FacetCounts> counts) {}

    /** What fits the query, for a reader of a language, as its code in ISO 639. */
    Found in(CatalogueSnapshot courses, TextIndex texts, CatalogueQuery query, String language) {
        boolean matters = query.order() == Order.RELEVANCE && query.text().isEmpty();
        Asked asked =
                new Asked(courses.revision(), query.text(), query.chosen(), query.order(), matters ? language : "");
        return cache.get(asked, any -> search(courses, texts, query, language));
    }

    private static Found search(CatalogueSnapshot courses, TextIndex texts, CatalogueQuery query, String language) {
        TextMatches matches = TextMatches.of(texts, query.text());
        Counting counting = new Counting(courses, query);
        IntStream candidates = query.text().isEmpty()
                ? IntStream.of(courses.newestFirst())
                : IntStream.of(courses.newestFirst()).filter(matches::contains);
        int[] found = candidates.filter(counting::fits).toArray();
        int[] ordered = switch (query.order()) {
            case RELEVANCE ->
                query.text().isEmpty()
                        ? readableFirst(found, courses, language)
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
        return new Found(ordered, matches.loosened(), counting.counts());
    }

    /** Without words, what the reader can read fits better than what they cannot. */
    private static int[] readableFirst(int[] found, CatalogueSnapshot courses, String language) {
        IntPredicate readable = ordinal -> courses.entry(ordinal).language().startsWith(language);
        return IntStream.concat(
                        IntStream.of(found).filter(readable),
                        IntStream.of(found).filter(readable.negate()))
                .toArray();
    }

    private static int[] sorted(int[] found, Comparator<Integer> order) {
        List<Integer> ordinals = new ArrayList<>(IntStream.of(found).boxed().toList());
        ordinals.sort(order);
        return ordinals.stream().mapToInt(Integer::intValue).toArray();
    }
}
