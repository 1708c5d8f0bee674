package org.collegium.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.collegium.catalogue.CatalogueQuery.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class CatalogueQueryTests {

    @Test
    void anAddressSaysAllAndIsReadBack() {
        CatalogueQuery query = CatalogueQuery.of(Map.of(
                "q", List.of("neural networks & co"),
                "topic", List.of("ethics", "data"),
                "level", List.of("advanced"),
                "sort", List.of("shortest"),
                "page", List.of("3")));

        assertThat(query.address("/"))
                .isEqualTo("/?q=neural+networks+%26+co&topic=ethics&topic=data&level=advanced&sort=shortest&page=3");
        assertThat(query.chosen()).containsEntry(Facet.TOPIC, Set.of("ethics", "data"));
        assertThat(query.order()).isEqualTo(Order.SHORTEST);
    }

    @Test
    void thePlainCatalogueHasAPlainAddress() {
        assertThat(CatalogueQuery.of(Map.of()).address("/")).isEqualTo("/");
        assertThat(CatalogueQuery.of(Map.of()).everything()).isTrue();
    }

    @Test
    void nonsenseInAnAddressIsIgnored() {
        CatalogueQuery query = CatalogueQuery.of(Map.of(
                "q", List.of("x".repeat(5_000)),
                "topic",
                        IntStream.range(0, 500).mapToObj(number -> "t" + number).toList(),
                "level", List.of("", "  "),
                "sort", List.of("'; DROP TABLE"),
                "page", List.of("-7"),
                "utm_source", List.of("mail")));

        assertThat(query.text()).hasSize(200);
        assertThat(query.chosen()).containsOnlyKeys(Facet.TOPIC);
        assertThat(query.chosen().get(Facet.TOPIC)).hasSize(20);
        assertThat(query.order()).isEqualTo(Order.RELEVANCE);
        assertThat(query.page()).isEqualTo(1);
    }

    @Test
    void takingAFilterAwayStartsAtTheFirstPage() {
        CatalogueQuery query = CatalogueQuery.of(
                Map.of("topic", List.of("ethics", "data"), "page", List.of("3"), "q", List.of("trees")));

        assertThat(query.without(Facet.TOPIC, "data").address("/")).isEqualTo("/?q=trees&topic=ethics");
        assertThat(query.withoutFilters().address("/")).isEqualTo("/?q=trees");
        assertThat(query.withoutText().address("/")).isEqualTo("/?topic=ethics&topic=data");
    }
}
