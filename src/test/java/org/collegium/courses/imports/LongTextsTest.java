package org.collegium.courses.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.collegium.source.FaultList;
import org.collegium.source.Place;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Texts of other platforms that are made to take long; each of them would take minutes if work grew with the square of its length. */
@Tag("attack")
@Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
class LongTextsTest {

    private static final int LONG = 1_000_000;

    @Test
    void aFrameWithALongAddressIsALink() {
        String frame = "https://example.org" + "/".repeat(LONG) + "film";

        assertThat(markdown("<object data=\"" + frame + "\"></object>")).startsWith("[film](https://example.org/");
        assertThat(markdown("<iframe src=\"" + frame + "\nfilm\"></iframe>")).startsWith("[example.org](");
    }

    @Test
    void aFrameWithALongHostIsNoFilm() {
        assertThat(markdown("<iframe src=\"https://" + "youtube".repeat(LONG / 7) + "\"></iframe>"))
                .startsWith("[");
    }

    @Test
    void aHeadingOfManyMarksStaysOne() {
        assertThat(markdown("<h2>a " + "#".repeat(LONG) + "b</h2>"))
                .startsWith("## a #")
                .endsWith("#b");
        assertThat(markdown("<h2>C#</h2>")).isEqualTo("## C\\#");
    }

    @Test
    void wordsAreFoundInWhatOnlyBegins() {
        assertThat(Prose.plain("[".repeat(LONG))).startsWith("[");
        assertThat(Prose.plain("[a](".repeat(LONG / 4))).startsWith("[a](");
    }

    @Test
    void aSummaryIsWordsAlone() {
        assertThat(Prose.summary("A <mark>marked</mark> and a <del class=\"old\">deleted</del> word,<br/> and a < b."))
                .contains("A marked and a deleted word, and a < b.");
        assertThat(Prose.summary("Words, and " + "<a ".repeat(LONG / 3))).isPresent();
    }

    @Test
    void aHeadingEndsWithoutItsMarks() {
        assertThat(Prose.heading("a " + " #".repeat(LONG / 2) + " b ")).endsWith("# b");
        assertThat(Prose.heading("First steps ##  ")).isEqualTo("First steps");
        assertThat(Prose.heading("First steps in C#")).isEqualTo("First steps in C#");
        assertThat(Prose.heading("##")).isEmpty();
    }

    @Test
    void noCharacterIsCutInTwo() {
        assertThat(Prose.shortened("ab🙂cd", 4)).isEqualTo("ab…");
        assertThat(Prose.shortened("ab🙂cd", 5)).isEqualTo("ab🙂…");
        assertThat(Prose.shortened("ab🙂cd", 6)).isEqualTo("ab🙂cd");
    }

    private static String markdown(String html) {
        return HtmlPage.markdown(
                html,
                "page.md",
                new HtmlPage.Targets() {
                    @Override
                    public Optional<String> file(String reference) {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<String> page(String reference) {
                        return Optional.empty();
                    }
                },
                found -> Place.EVERYWHERE,
                new FaultList());
    }
}
