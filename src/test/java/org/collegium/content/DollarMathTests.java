package org.collegium.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.collegium.content.TextFixtures.html;
import static org.collegium.content.TextFixtures.render;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class DollarMathTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It costs $5 and $6.",
                "from $400 to $1000",
                "US$5,US$6",
                "more than 50 k$ a year, or 60 k$ a month",
                "a $ b $ c",
                "$HOME and $PATH are set",
                "one $ alone",
                "two $$ alone",
                "$ $",
                "$$$"
            })
    void moneyIsNoFormula(String text) {
        assertThat(html(text).select(".math")).isEmpty();
        assertThat(html(text).text()).isEqualTo(text);
    }

    @Test
    void escapedDollarsAreText() {
        Document page = html("47 k\\$. Then \\$x\\$, and $a \\$ b$.");

        assertThat(page.select(".math").eachText()).containsExactly("a \\$ b");
        assertThat(page.text()).startsWith("47 k$. Then $x$, and");
    }

    @Test
    void formulasKeepTheirTexUntouchedByMarkdown() {
        Document page = html("Let $a_1 *b* c_2 < \\\\{x\\\\}$ and `$code$`, $x$: ($y$).");

        assertThat(page.select(".math[data-display=false]").eachText())
                .containsExactly("a_1 *b* c_2 < \\\\{x\\\\}", "x", "y");
        assertThat(page.select("em")).isEmpty();
        assertThat(page.select("code").text()).isEqualTo("$code$");
    }

    @Test
    void aFormulaMayGoOverALineEnd() {
        assertThat(html("so $a +", "b$ is").select(".math").text()).isEqualTo("a + b");
    }

    @Test
    void blocksOfDollarsAreDisplayed() {
        Document page =
                html("Text", "$$", "a = b", "- c", "", "= d", "$$", "more", "", "$$ x $$", "", "In $$P(w)$$ line");

        assertThat(page.select("p.formula > .math[data-display=true]").eachText())
                .containsExactly("a = b - c = d", "x");
        assertThat(page.select("p > .math[data-display=true]").last()).isNotNull();
        assertThat(page.select("h2, ul")).isEmpty();
        assertThat(page.text()).contains("In P(w) line");
    }

    @Test
    void labelledFormulasAreNumberedAndReferredTo() {
        Document page =
                html("$$", "a", "$$ (eq-loss)", "", "```{math}", ":label: eq-two", "b", "```", "", "See {eq}`eq-two`.");

        assertThat(page.select("p.formula").eachAttr("id")).containsExactly("t-eq-loss", "t-eq-two");
        assertThat(page.select(".formula-number").eachText()).containsExactly("(1)", "(2)");
        assertThat(page.select("a[href=#t-eq-two]").text()).isEqualTo("(2)");
    }

    @Test
    void environmentsOfAmsLatexAreFormulas() {
        Document page = html("\\begin{align*}", "a &= b \\\\", "c &= d", "\\end{align*}", "", "Text");

        assertThat(page.select(".math[data-display=true]").text())
                .startsWith("\\begin{align*}")
                .endsWith("\\end{align*}");
        assertThat(page.text()).endsWith("Text");
    }

    @Test
    void aFormulaThatIsNotClosedIsReportedAndReadable() {
        RenderedText text = render("One", "", "$$", "a = b");

        assertThat(text.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("math-unclosed");
            assertThat(fault.line()).isEqualTo(3);
        });
        assertThat(html(text).text()).contains("a = b");
    }

    @Test
    void formulasInListsAndQuotesAreFound() {
        assertThat(html("1. item", "", "   $$", "   a", "   $$", "", "> $$", "> b", "> $$")
                        .select(".math[data-display=true]")
                        .eachText())
                .containsExactly("a", "b");
    }
}
