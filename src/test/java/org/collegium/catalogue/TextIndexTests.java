package org.collegium.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.collegium.catalogue.TextIndex.Indexed;
import org.collegium.partners.PartnerId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class TextIndexTests {

    private static final List<String> TITLES = List.of(
            "A first course in machine learning",
            "Neural networks by hand",
            "Responsible AI for policymakers",
            "Verantwortliche KI für die Politik",
            "Éthique de l'apprentissage automatique",
            "机器学习入门",
            "Decision trees and forests",
            "Classification under doubt");

    private final TextIndex index = new TextIndex();

    @BeforeEach
    void index() {
        PartnerId partner = PartnerId.next();
        index.update(
                IntStream.range(0, TITLES.size())
                        .mapToObj(number -> new Indexed(
                                number,
                                CatalogueFixtures.entry(partner, "c" + number, TITLES.get(number)),
                                "Fixture University"))
                        .toList(),
                List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "machine learning, 0",
        "MACHINE LEARNING, 0",
        "machin lerning, 0",
        "nueral network, 1",
        "neural netw, 1",
        "polic, 2",
        "responsible policymaker, 2",
        "Verantwortlcihe, 3",
        "ethique, 4",
        "apprentisage automatique, 4",
        "机器学习, 5",
        "学习, 5",
        "trees, 6",
        "tree, 6",
        "forests of trees, 6",
        "clasification, 7"
    })
    void theCourseThatIsMeantComesFirst(String text, int expected) {
        assertThat(first(index.matchesOfAll(text))).isEqualTo(expected);
    }

    @Test
    void everyWordMustBeFound() {
        assertThat(index.matchesOfAll("neural policymakers")).isEmpty();
        assertThat(index.matchesOfAny("neural policymakers")).containsOnlyKeys(1, 2);
    }

    @Test
    void wordsLikeTheNeedNotBeFound() {
        assertThat(index.matchesOfAll("the decision of trees")).containsOnlyKeys(6);
    }

    @Test
    void signsAloneFindNothingAndBreakNothing() {
        for (String text : List.of("", "  ", "***", "\"", "title:[a TO z]", "(((", "\\", "~", "😀")) {
            assertThat(index.matchesOfAll(text)).as(text).isNotNull();
        }
    }

    @Test
    void aCourseThatIsGoneIsNotFound() {
        index.update(List.of(), List.of(6));

        assertThat(index.matchesOfAll("trees")).isEmpty();
    }

    @Test
    void authorsAndSkillsAndPartnersAreFoundToo() {
        assertThat(index.matchesOfAll("lindqvist")).hasSize(TITLES.size());
        assertThat(index.matchesOfAll("fixture univ")).hasSize(TITLES.size());
        assertThat(index.matchesOfAll("judge classifier")).hasSize(TITLES.size());
    }

    private static int first(Map<Integer, Float> scores) {
        return scores.entrySet().stream()
                .max(Comparator.comparing(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse(-1);
    }
}
