package org.collegium.courses.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collegium.courses.CoursesFixtures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Comments stay at what they are about. */
@Tag("unit")
class AnchorTest {

    private static final String BEFORE =
            "<p>One is here.</p>\n<p>A model is a rule made from examples.</p>\n<ul><li>Two</li></ul>";

    private static final List<ReviewBlock> LAST = UnitBlocks.ofHtml(BEFORE);

    @Test
    void aUnitIsDividedIntoWhatStandsByItself() {
        assertThat(UnitBlocks.ofHtml(BEFORE))
                .extracting(ReviewBlock::text)
                .containsExactly("One is here.", "A model is a rule made from examples.", "Two");
        List<ReviewBlock> quiz = UnitBlocks.lines(CoursesFixtures.QUIZ);
        assertThat(quiz)
                .filteredOn(block -> block.text().strip().startsWith("- key: q-"))
                .extracting(ReviewBlock::line)
                .containsExactly(4, 13);
        assertThat(quiz.stream().map(ReviewBlock::text).reduce("", (all, next) -> all + next + "\n"))
                .isEqualTo(CoursesFixtures.QUIZ);
    }

    @Test
    void aBlockThatMovedIsFound() {
        assertThat(at(1).in(LAST, Map.of("one", UnitBlocks.ofHtml("<h2>New</h2><p>New.</p>" + BEFORE))))
                .extracting(Anchor::block, Anchor::outdated, Anchor::changed)
                .containsExactly(3, false, false);
    }

    @Test
    void ofTwoAlikeTheNearerIsMeant() {
        String twice = "<p>Note.</p><p>Other.</p><p>Note.</p>";
        Anchor second = anchor("one", UnitBlocks.ofHtml(twice).get(2));

        assertThat(second.in(
                                UnitBlocks.ofHtml(twice),
                                Map.of("one", UnitBlocks.ofHtml("<p>New.</p><p>New, too.</p>" + twice)))
                        .block())
                .isEqualTo(4);
    }

    @Test
    void aBlockThatWasTakenToAnotherUnitIsFound() {
        Map<String, List<ReviewBlock>> next = new LinkedHashMap<>();
        next.put("one", UnitBlocks.ofHtml("<p>One is here.</p>"));
        next.put("two", UnitBlocks.ofHtml("<p>A model is a rule made from examples.</p>"));

        assertThat(at(1).in(LAST, next))
                .extracting(Anchor::unit, Anchor::block, Anchor::outdated)
                .containsExactly("two", 0, false);
    }

    @Test
    void aBlockWithOtherWordsIsTheSameIfItSharesHalfOfThem() {
        assertThat(at(1).in(
                                LAST,
                                Map.of(
                                        "one",
                                        UnitBlocks.ofHtml(
                                                "<p>X.</p><p>A model is a rule that is made from many examples.</p>"))))
                .extracting(Anchor::block, Anchor::outdated, Anchor::changed)
                .containsExactly(1, false, true);
    }

    @Test
    void whatIsAboutNothingAnyMoreIsOutdatedAndKeepsItsWords() {
        Anchor gone = at(1).in(LAST, Map.of("one", UnitBlocks.ofHtml("<p>One is here.</p>")));

        assertThat(gone.outdated()).isTrue();
        assertThat(gone.text()).isEqualTo("A model is a rule made from examples.");
        assertThat(gone.in(LAST, Map.of("one", UnitBlocks.ofHtml(BEFORE))))
                .as("it comes back with its block")
                .extracting(Anchor::block, Anchor::outdated)
                .containsExactly(1, false);
        assertThat(at(1).in(LAST, Map.of()).outdated()).isTrue();
        assertThat(new Anchor("one", null, null, null, false, false)
                        .in(LAST, Map.of("one", List.of()))
                        .outdated())
                .isFalse();
    }

    private static Anchor at(int block) {
        return anchor("one", UnitBlocks.ofHtml(BEFORE).get(block));
    }

    private static Anchor anchor(String unit, ReviewBlock block) {
        return new Anchor(unit, block.number(), block.text(), block.hash(), false, false);
    }
}
