package org.collegium.assessment.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.collegium.content.HtmlMarkdown;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class HtmlMarkdownTests {

    private final List<String> heard = new ArrayList<>();

    private final HtmlMarkdown.Listener listener = new HtmlMarkdown.Listener() {
        @Override
        public void plainer(String tag) {
            heard.add("plainer " + tag);
        }

        @Override
        public void lost(String tag) {
            heard.add("lost " + tag);
        }

        @Override
        public Optional<String> picture(String source) {
            return source.equals("gone.png") ? Optional.empty() : Optional.of("assets/" + source);
        }
    };

    private String markdown(String html) {
        return HtmlMarkdown.of(html, listener);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>one <b>two</b>&nbsp;<i>three</i></p><p>four</p> | one **two** *three*\\n\\nfour",
                "<b> padded </b>x | **padded** x",
                "a<br>b | a\\\\nb",
                "<h2>Title</h2>text | ## Title\\n\\ntext",
                "<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul> | '- a\\n\\n- b\\n\\n  1. c'",
                "<ul><ul><li>a</li><li>b</li></ul></ul> | '- a\\n- b'",
                "<ol><li>a</li><ul><li>b</li></ul><li>c</li></ol> | '1. a\\n\\n   - b\\n\\n2. c'",
                "<ol start='3'><li>a</li><li>b</li></ol> | '3. a\\n4. b'",
                "<h2>&nbsp;</h2><h3></h3>a | a",
                "<h3><strong>A:<br></strong></h3><p><b>b<br></b>c<i><br>d</i></p> | '### **A:**\\n\\n**b**\\\\nc\\\\n*d*'",
                "<p><b>Note:</b>text <b>Note:</b> text (<i>so</i>)a</p> | <strong>Note:</strong>text **Note:** text (*so*)a",
                "<p>a<span><b>(b)</b></span>c</p> | a<strong>(b)</strong>c",
                "<h2>In C#</h2> | '## In C\\#'",
                "<pre><code class='language-python'>a\\n  b</code></pre> | ```python\\na\\n  b\\n```",
                "<blockquote><p>a</p><p>b</p></blockquote> | > a\\n>\\n> b",
                "<code>a`b</code> | ``a`b``",
                "<img src='x y.png' alt='a [b]'> | ![a [b]](assets/x%20y.png)",
                "<a href='https://a.org/b_(c)'>there</a> | [there](https://a.org/b_%28c%29)",
                "x<sub>1</sub> | x<sub>1</sub>",
                "\\(a_1*b\\) and $5 | $a_1*b$ and \\$5",
                "\\[x\\] $$y$$ | $$x$$ $$y$$",
                "2 * 3 _ 4 &lt;b&gt; c_d &amp;amp; | '2 \\* 3 \\_ 4 \\<b> c_d \\&amp;'",
                "1. not a list | 1\\. not a list",
                "# no title | \\# no title",
                "- no item | \\- no item",
                "<mark>a</mark> <del>b</del> | <mark>a</mark> <del>b</del>",
                "<span style='font-weight: bold'>a</span> b | **a** b",
                "<span style='font-weight:700;font-style:italic'>a</span> b | ***a*** b",
                "<b><span style='font-weight:bold'>a</span></b> b | **a** b",
                "<dl><dt>Term</dt><dd>What it is</dd></dl> | **Term**\\n\\nWhat it is",
                "<details><summary>More <b>of</b> it</summary><p>a</p>b</details> | :::{dropdown} More **of** it\\na\\n\\nb\\n:::",
                "<details><summary>A</summary><details><summary>B</summary>c</details></details> | ::::{dropdown} A\\n:::{dropdown} B\\nc\\n:::\\n::::"
            })
    void htmlIsSaidInMarkdown(String html, String expected) {
        assertThat(markdown(html.replace("\\n", "\n"))).isEqualTo(expected.replace("\\n", "\n"));
        assertThat(heard).isEmpty();
    }

    @Test
    void tablesStayTables() {
        assertThat(markdown("<table><tr><th>a</th><th>b|c</th></tr><tr><td>1</td></tr></table>"))
                .isEqualTo("| a | b\\|c |\n| --- | --- |\n| 1 |  |");
    }

    @Test
    void aCaptionStandsAboveItsTable() {
        assertThat(
                        markdown(
                                "<table><caption>Rates</caption><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>"))
                .isEqualTo("Rates\n\n| a |\n| --- |\n| 1 |");
        assertThat(heard).isEmpty();
    }

    @Test
    void whatStandsInCellsStaysInOneLine() {
        assertThat(markdown("<table><tr><th>a</th><th>b</th></tr><tr><td><h3>c</h3><p>d</p><p>e<br>f</p></td>"
                        + "<td><ul><li>g</li><li><b>h</b></li></ul><pre>i\n  j</pre></td></tr></table>"))
                .isEqualTo("| a | b |\n| --- | --- |\n" + "| **c**<br>d<br>e<br>f | • g<br>• **h**<br>`i`<br>`j` |");
    }

    @Test
    void tablesThatOnlyArrangeBecomeATextWithAllThatIsInThem() {
        assertThat(
                        markdown(
                                "<table><tr><td><h3>a</h3><ul><li>b</li></ul></td><td><img src='c.png' alt='c'></td></tr></table>"))
                .isEqualTo("### a\n\n- b\n\n![c](assets/c.png)");
        assertThat(markdown("<table><caption>Out</caption><tr><td>a<table><tr><th>b</th></tr><tr><td>"
                        + "<a href='https://example.org/'>c</a></td></tr></table></td></tr></table>"))
                .isEqualTo("Out\n\na\n\n| b |\n| --- |\n| [c](https://example.org/) |");
        assertThat(heard).containsExactly("plainer table", "plainer table");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<mfrac><mn>1</mn><mn>2</mn></mfrac><mo>+</mo><msqrt><mi>x</mi></msqrt> ; \\frac{1}{2}+\\sqrt{x}",
                "<msup><mi>a</mi><mn>2</mn></msup><mo>\u2062</mo><mi>sin</mi><mi>b</mi> ; {a}^{2}\\sin b",
                "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover> ; ∑_{i=1}^{n}",
                "<mover><mi>v</mi><mo>→</mo></mover><mroot><mi>x</mi><mn>3</mn></mroot> ; \\vec{v}\\sqrt[3]{x}",
                "<mfenced open='[' close=']'><mi>a</mi><mi>b</mi></mfenced> ; \\left[a,b\\right]",
                "<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr></mtable> ; \\begin{matrix}1 & 2\\end{matrix}",
                "<mtext>50% {x}</mtext> ; \\text{50\\% \\{x\\}}"
            })
    void mathMlIsSaidInTex(String math, String tex) {
        assertThat(markdown("<math>" + math + "</math>")).isEqualTo("$" + tex + "$");
        assertThat(heard).isEmpty();
    }

    @Test
    void mathMlThatIsNotKnownIsLostAndHeardOf() {
        assertThat(markdown("<math><mglyph>x</mglyph></math>")).isEqualTo("x");
        assertThat(markdown("<math><mfrac><mn>1</mn></mfrac></math>")).isEqualTo("1");
        assertThat(markdown("<math>" + "<mrow>".repeat(400) + "<mi>x</mi>" + "</mrow>".repeat(400) + "</math>"))
                .isEqualTo("x");
        assertThat(heard).containsExactly("lost math", "lost math", "lost math");
    }

    @Test
    void whatMarkdownHasNoWordForIsHeardOf() {
        assertThat(markdown("<u>a</u><span style='color:red'>b</span><script>alert(1)</script>"
                        + "<iframe src='x'>c</iframe><img src='gone.png' alt='d'><a href='javascript:x'>e</a>"))
                .isEqualTo("abde");
        assertThat(heard)
                .containsExactly(
                        "plainer u", "plainer span style", "lost script", "lost iframe", "lost a javascript:x");
    }

    /** What is written as HTML and read again is the same Markdown. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "one **two** *three* `four`\n\nfive",
                "- a\n- b",
                "1. a\n2. b",
                "> a",
                "```python\na < b\n```",
                "$a_1$ and\n\n$$\\frac{1}{2} < x$$",
                "[there](https://example.org/a)",
                "2 \\* 3 \\< \\$5 & \"x\"",
                "| a | b |\n| --- | --- |\n| 1 | 2 |",
                "x<sub>1</sub>"
            })
    void markdownComesBack(String markdown) {
        assertThat(markdown(MarkdownXhtml.blocks(markdown))).isEqualTo(markdown.replace("\\<", "<"));
    }
}
