package org.collegium.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.collegium.catalogue.CataloguePage.CourseCard;
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
    private final FoundCourses lately = new FoundCourses();

    Catalogue(CatalogueMemory memory) {
        this.memory = memory;
    }

    /** A page of the courses that fit; one query, three after a change. */
    @PreAuthorize("permitAll()")
    public CataloguePage search(CatalogueQuery query) {
        CatalogueSnapshot courses = memory.now();
        FoundCourses.Found found = lately.in(
                courses, memory.texts(), query, LocaleContextHolder.getLocale().getLanguage());
        int[] ordinals = found.ordinals();
        int page = Math.min(query.page(), Math.max(1, (ordinals.length + CataloguePage.SIZE - 1) / CataloguePage.SIZE));
        List<CourseCard> cards = IntStream.of(ordinals)
                .skip((page - 1L) * CataloguePage.SIZE)
                .limit(CataloguePage.SIZE)
                .mapToObj(ordinal -> card(courses, courses.entry(ordinal)))
                .toList();
        return new CataloguePage(
                query.onPage(page),
                courses.size(),
                ordinals.length,
                courses.teaching(),
                found.loosened(),
                cards,
                found.counts());
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
        return memory.now().byPartner();
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
