package org.collegium.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.collegium.catalogue.CataloguePage.CourseCard;
import org.collegium.catalogue.CatalogueQuery.Order;
import org.collegium.courses.CourseId;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * The listed courses: search, filters, cards. Reading needs no transaction: it holds no connection while it searches.
 */
@Service
public class Catalogue {

    private final CatalogueMemory memory;

    Catalogue(CatalogueMemory memory) {
        this.memory = memory;
    }

    /** A page of the courses that fit; one query, three after a change. */
    @PreAuthorize("permitAll()")
    public CataloguePage search(CatalogueQuery query) {
        CatalogueSnapshot courses = memory.now();
        TextMatches matches = TextMatches.of(memory.texts(), query.text());
        Counting counting = new Counting(courses, query);
        IntStream candidates = query.text().isEmpty()
                ? IntStream.of(courses.newestFirst())
                : IntStream.of(courses.newestFirst()).filter(matches::contains);
        int[] found = candidates.filter(counting::fits).toArray();
        int page = Math.min(query.page(), Math.max(1, (found.length + CataloguePage.SIZE - 1) / CataloguePage.SIZE));
        List<CourseCard> cards = inOrder(found, courses, matches, query.order())
                .skip((page - 1L) * CataloguePage.SIZE)
                .limit(CataloguePage.SIZE)
                .map(ordinal -> card(courses, courses.entry(ordinal)))
                .toList();
        return new CataloguePage(
                query.onPage(page),
                courses.size(),
                found.length,
                courses.teaching(),
                matches.loosened(),
                cards,
                counting.counts());
    }

    /** The listed course with this key, with its partner; one query, three after a change. */
    @PreAuthorize("permitAll()")
    public Optional<CourseCard> find(String partnerSlug, String courseKey) {
        CatalogueSnapshot courses = memory.now();
        return courses.find("/courses/" + partnerSlug + "/" + courseKey).map(entry -> card(courses, entry));
    }

    /** The same course in other languages; one query, three after a change. */
    @PreAuthorize("permitAll()")
    public List<CourseCard> variants(CatalogueEntry entry) {
        CatalogueSnapshot courses = memory.now();
        return courses.family(entry).stream()
                .filter(other -> !other.course().equals(entry.course()))
                .map(other -> card(courses, other))
                .toList();
    }

    /** The listed courses with these ids, in the order of the ids; one query, three after a change. */
    @PreAuthorize("permitAll()")
    public List<CourseCard> cards(List<CourseId> ids) {
        CatalogueSnapshot courses = memory.now();
        return ids.stream()
                .map(id -> courses.ordinal(id.value()))
                .filter(courses::lists)
                .map(ordinal -> card(courses, courses.entry(ordinal)))
                .toList();
    }

    /** How many courses each partner has, by the partner's id; one query, three after a change. */
    @PreAuthorize("permitAll()")
    public Map<UUID, Long> coursesByPartner() {
        return memory.now().all().collect(Collectors.groupingBy(CatalogueEntry::partner, Collectors.counting()));
    }

    private static Stream<Integer> inOrder(int[] found, CatalogueSnapshot courses, TextMatches matches, Order order) {
        List<Integer> ordinals = new ArrayList<>(IntStream.of(found).boxed().toList());
        switch (order) {
            case RELEVANCE -> {
                if (!matches.isEmpty()) {
                    ordinals.sort(Comparator.comparing(matches::score).reversed());
                } else {
                    // Without words, what the reader can read fits better than what they cannot.
                    String reads = LocaleContextHolder.getLocale().getLanguage();
                    Predicate<Integer> readable =
                            ordinal -> courses.entry(ordinal).language().startsWith(reads);
                    return Stream.concat(
                            ordinals.stream().filter(readable),
                            ordinals.stream().filter(readable.negate()));
                }
            }
            case NEWEST -> {}
            case SHORTEST ->
                ordinals.sort(
                        Comparator.comparing(ordinal -> courses.entry(ordinal).effortHours()));
            case TITLE ->
                ordinals.sort(
                        Comparator.comparing(ordinal -> courses.entry(ordinal).title(), String.CASE_INSENSITIVE_ORDER));
        }
        return ordinals.stream();
    }

    private static CourseCard card(CatalogueSnapshot courses, CatalogueEntry entry) {
        PartnerBrand partner = courses.partner(entry.partner())
                .map(PartnerBrand::of)
                .orElseGet(() -> PartnerBrand.unknown(entry.partnerSlug()));
        List<String> languages = Stream.concat(
                        Stream.of(entry.language()),
                        courses.family(entry).stream().map(CatalogueEntry::language))
                .distinct()
                .toList();
        return new CourseCard(entry, partner, languages);
    }
}
