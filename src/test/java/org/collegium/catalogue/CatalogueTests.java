package org.collegium.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.collegium.FullApplicationTest;
import org.collegium.catalogue.CataloguePage.CourseCard;
import org.collegium.catalogue.CataloguePage.FacetCounts;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseMetadata.CourseLevel;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

@Tag("module")
@FullApplicationTest
@Transactional
class CatalogueTests {

    private static final PartnerId PARTNER = PartnerId.next();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CatalogueRows rows;

    @Autowired
    private Partners partners;

    private Catalogue catalogue;

    @BeforeEach
    void ownMemory() {
        catalogue = new Catalogue(new CatalogueMemory(rows, partners, TransactionOperations.withoutTransaction()));
        rows.list(List.of(
                course("trees", "Decision trees", "en", CourseLevel.INTRODUCTORY, 2, "zz-data"),
                course("networks", "Neural networks", "en", CourseLevel.ADVANCED, 12, "zz-data", "zz-vision"),
                course("ki", "Maschinelles Lernen", "de", CourseLevel.INTRODUCTORY, 5, "zz-vision")));
    }

    @Test
    void filtersOfOneKindWidenAndOfSeveralNarrow() {
        assertThat(keys(search("topic", "zz-data"))).containsExactlyInAnyOrder("trees", "networks");
        assertThat(keys(search("topic", "zz-data", "topic", "zz-vision"))).hasSize(3);
        assertThat(keys(search("topic", "zz-data", "level", "advanced"))).containsExactly("networks");
    }

    @Test
    void aCountSaysHowManyOneWouldSeeWithThatValue() {
        CataloguePage page = search("topic", "zz-data", "level", "advanced");

        assertThat(count(page, Facet.TOPIC, "zz-vision")).isEqualTo(1);
        assertThat(count(page, Facet.LEVEL, "introductory")).isEqualTo(1);
        assertThat(count(page, Facet.LANGUAGE, "en")).isEqualTo(1);
        assertThat(page.found()).isEqualTo(1);
    }

    @Test
    void countsAddUp() {
        CataloguePage page = search();

        int levels = page.facets().stream()
                .filter(facet -> facet.facet() == Facet.LEVEL)
                .flatMap(facet -> facet.values().stream())
                .mapToInt(FacetCounts.Value::count)
                .sum();
        assertThat(levels).isEqualTo(page.courses());
    }

    @Test
    void aChosenValueThatFitsNothingStaysToBeTakenAway() {
        CataloguePage page = search("topic", "zz-nothing");

        assertThat(page.found()).isZero();
        assertThat(count(page, Facet.TOPIC, "zz-nothing")).isZero();
    }

    @Test
    void aCourseIsSeenAsSoonAsItIsListedAndGoneWhenUnlisted() {
        assertThat(search("topic", "zz-new").found()).isZero();
        CatalogueEntry fresh = course("fresh", "Fresh", "en", CourseLevel.ADVANCED, 1, "zz-new");

        rows.list(List.of(fresh));
        assertThat(keys(search("topic", "zz-new"))).containsExactly("fresh");

        rows.unlist(fresh.course());
        assertThat(search("topic", "zz-new").found()).isZero();
        assertThat(catalogue.find("fixture-university", "fresh")).isEmpty();
    }

    @Test
    void whatAnEarlierVersionWroteIsStillRead() {
        rows.list(List.of(course("old", "Old", "en", CourseLevel.ADVANCED, 1, "zz-old")));
        jdbc.sql("update catalogue_entry set data = json_remove(data, '$.labs'), revision = revision + 1"
                        + " where json_value(data, '$.key') = 'old'")
                .update();
        jdbc.sql("update catalogue_revision set revision = revision + 1").update();

        assertThat(keys(search("topic", "zz-old"))).containsExactly("old");
    }

    @Test
    void listingAgainReplacesAndDoesNotDouble() {
        rows.list(List.of(course("trees", "Decision trees, renewed", "en", CourseLevel.INTRODUCTORY, 2, "zz-data")));

        CataloguePage page = search("q", "renewed");
        assertThat(page.cards()).extracting(card -> card.entry().title()).contains("Decision trees, renewed");
        assertThat(keys(search("topic", "zz-data"))).containsExactlyInAnyOrder("trees", "networks");
    }

    @Test
    void whatHasOnlySomeOfTheWordsIsShownAsSuch() {
        CataloguePage page = search("q", "maschinelles quantumleap", "topic", "zz-vision");

        assertThat(page.loosened()).isTrue();
        assertThat(keys(page)).containsExactly("ki");
    }

    @Test
    void aVariantKnowsItsFamily() {
        rows.list(List.of(CatalogueFixtures.variant(PARTNER, "arboles", "Árboles de decisión", "es", "trees")));

        CourseCard trees = catalogue.find("fixture-university", "trees").orElseThrow();
        assertThat(trees.languages()).containsExactly("en", "es");
        assertThat(catalogue.variants(trees.entry()))
                .extracting(card -> card.entry().key())
                .containsExactly("arboles");
    }

    @Test
    void withoutWordsWhatTheReaderCanReadComesFirst() {
        LocaleContextHolder.setLocale(Locale.GERMANY);
        try {
            assertThat(keys(search("topic", "zz-vision"))).containsExactly("ki", "networks");
            LocaleContextHolder.setLocale(Locale.UK);
            assertThat(keys(search("topic", "zz-vision"))).containsExactly("networks", "ki");
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    @Test
    void aPageBeyondTheLastShowsTheLast() {
        assertThat(search("topic", "zz-data", "page", "900").query().page()).isEqualTo(1);
    }

    @Test
    void cardsComeInTheOrderAskedForAndSkipWhatIsNotListed() {
        CatalogueEntry trees =
                catalogue.find("fixture-university", "trees").orElseThrow().entry();
        CatalogueEntry ki =
                catalogue.find("fixture-university", "ki").orElseThrow().entry();

        assertThat(catalogue.cards(List.of(new CourseId(ki.course()), CourseId.next(), new CourseId(trees.course()))))
                .extracting(card -> card.entry().key())
                .containsExactly("ki", "trees");
    }

    private CataloguePage search(String... parameters) {
        Map<String, List<String>> read = new HashMap<>();
        for (int index = 0; index < parameters.length; index += 2) {
            read.computeIfAbsent(parameters[index], absent -> new ArrayList<>()).add(parameters[index + 1]);
        }
        return catalogue.search(CatalogueQuery.of(read));
    }

    private static CatalogueEntry course(
            String key, String title, String language, CourseLevel level, double hours, String... topics) {
        return CatalogueFixtures.entry(PARTNER, key, title, language, null, level, hours, List.of(topics), 0);
    }

    private static List<String> keys(CataloguePage page) {
        return page.cards().stream().map(card -> card.entry().key()).toList();
    }

    private static int count(CataloguePage page, Facet facet, String value) {
        return page.facets().stream()
                .filter(counts -> counts.facet() == facet)
                .flatMap(counts -> counts.values().stream())
                .filter(counted -> counted.value().equals(value))
                .mapToInt(FacetCounts.Value::count)
                .findFirst()
                .orElseThrow();
    }
}
