package org.collegium.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.collegium.content.TextFixtures.html;
import static org.collegium.content.TextFixtures.render;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("attack")
class HostileTextTests {

    /** Scripts, frames and addresses in every way that Markdown and HTML know. */
    private static final List<String> TEXTS = List.of(
            "<script>alert(1)</script>",
            "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
            "<img src=x onerror=alert(1)>",
            "<img src=\"x\" ONERROR='alert(1)'>",
            "<svg onload=alert(1)><script>alert(1)</script></svg>",
            "<svg><style><img src=x onerror=alert(1)></style></svg>",
            "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<a href=\"jav\tascript:alert(1)\">x</a>",
            "<a href=\"&#106;avascript:alert(1)\">x</a>",
            "<a href=\" javascript:alert(1)\">x</a>",
            "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>",
            "<a href=\"vbscript:x\">x</a>",
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))",
            "[x](&#x6A;avascript:alert(1))",
            "[x](java\\script:alert(1))",
            "[x](<java\tscript:alert(1)>)",
            "[x](data:text/html,<script>alert(1)</script>)",
            "![x](javascript:alert(1))",
            "![x](data:image/svg+xml;base64,PHN2Zz4=)",
            "![x](data:text/html;base64,PHN2Zz4=)",
            "![x](a.png){onerror=alert(1)}",
            "<javascript:alert(1)>",
            "<iframe src=\"javascript:alert(1)\"></iframe>",
            "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
            "<object data=\"javascript:alert(1)\"></object>",
            "<embed src=\"data:text/html,x\">",
            "<form action=\"javascript:alert(1)\"><input type=submit formaction=javascript:alert(1)></form>",
            "<base href=\"https://evil.example/\">",
            "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
            "<link rel=stylesheet href=https://evil.example/x.css>",
            "<div style=\"background:url(javascript:alert(1))\">x</div>",
            "<div id=\"outlet\" class=\"overlay\" tabindex=5 contenteditable autofocus onfocus=alert(1)>x</div>",
            "<video src=\"data:text/html,x\" onerror=alert(1)></video>",
            "<video><source onerror=alert(1)></video>",
            "<details ontoggle=alert(1) open>x</details>",
            "```{figure} javascript:alert(1)\n:alt: \"><script>alert(1)</script>\n```",
            "```{image} data:text/html,x\n```",
            "```{video} javascript:alert(1)\n```",
            "```{note} <img src=x onerror=alert(1)>\n```",
            "```{note}\n:class: \"><script>alert(1)</script>\n:name: \"onmouseover=alert(1)\n```",
            "```{raw} html\n<script>alert(1)</script>\n```",
            "```\"><script>alert(1)</script>\nx\n```",
            "{download}`x <javascript:alert(1)>`",
            "{doc}`x <data:text/html,x>`",
            "{ref}`\"><script>alert(1)</script>`",
            "$</span><script>alert(1)</script>$",
            "$$\n</span><script>alert(1)</script>\n$$ (\"><script>)",
            "# <img src=x onerror=alert(1)>\n\n## <script>alert(1)</script> {#\"onclick=x}",
            "[^<script>]: x\n\ny[^<script>]",
            "(\"onclick=alert(1))=\n## x",
            "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
            "---\ntitle: <script>alert(1)</script>\n---\nx",
            "<!--><script>alert(1)</script>-->",
            "<!-- --!><script>alert(1)</script> -->",
            "<![CDATA[<script>alert(1)</script>]]>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
            "<a href='x' \"onclick=alert(1)//'>y</a>",
            "<img alt=\"`><script>alert(1)</script>\" src=x>",
            "<textarea></p><script>alert(1)</script></textarea>",
            "<p title=\"<img src=x onerror=alert(1)>\">x</p>");

    static Stream<String> texts() {
        return TEXTS.stream();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void nothingThatRunsComesThrough(String text) {
        assertHarmless(render(text).html());
        assertThat(render(text).html()).doesNotContain("data:image/svg");
    }

    /** Each of the two walls holds alone: what the writers let through, before the sanitiser has seen it. */
    @ParameterizedTest
    @MethodSource("texts")
    void nothingThatRunsIsWritten(String text) {
        assertHarmless(TextFixtures.unsanitised(text));
    }

    /** And what the sanitiser lets through of a page that no writer has looked at. */
    @ParameterizedTest
    @MethodSource("texts")
    void nothingThatRunsIsLeftBehindByTheSanitiser(String text) {
        assertHarmless(Sanitiser.clean(text));
        assertHarmless(Sanitiser.clean(
                HtmlRenderer.builder().build().render(Parser.builder().build().parse(text))));
    }

    /** Where a reference leads is for others to say; should one of them be wrong, the sanitiser is still behind. */
    @Test
    void anAddressThatRunsIsTakenOutWhoeverResolvedIt() {
        LinkResolver wrong = reference -> Optional.of(LinkTarget.of("javascript:alert(1)"));

        assertHarmless(
                new LessonRenderer().render("[x](a.md) ![y](b.png)", wrong).html());
        assertHarmless(new NotebookRenderer()
                .render(
                        NotebookTests.notebook(
                                "{\"cell_type\": \"markdown\", \"metadata\": {}, \"source\": [\"[x](a.md)\"]}"),
                        wrong)
                .html());
    }

    private static void assertHarmless(String html) {
        Document page = Jsoup.parseBodyFragment(html);
        assertThat(page.select(
                        "script, style, iframe, object, embed, form, input, base, meta, link, svg, math, template"))
                .isEmpty();
        for (Element element : page.body().getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).doesNotStartWith("on").isNotIn("style", "srcdoc", "formaction");
                assertThat(attribute.getValue().strip().toLowerCase(Locale.ROOT).replaceAll("\\s", ""))
                        .as(attribute.getKey())
                        .doesNotStartWith("javascript:")
                        .doesNotStartWith("vbscript:")
                        .doesNotStartWith("data:text");
            }
            if (element.hasAttr("id")) {
                assertThat(element.id()).startsWith(Slugs.PREFIX);
            }
        }
    }

    @Test
    void idsOfATextNeverMeetThoseOfThePage() {
        Document page =
                html("## outlet", "", "<div id=\"main\">x</div>", "", "<a name=\"location\"></a>", "", "(body)=");

        assertThat(page.select("[id]").eachAttr("id")).allMatch(id -> id.startsWith("t-"));
        assertThat(page.select("[name]")).isEmpty();
    }

    static Stream<Arguments> deepTexts() {
        int n = 1_000;
        return Stream.of(
                Arguments.of("quotes", "> ".repeat(n) + "deep"),
                Arguments.of("tight quotes", ">".repeat(50 * n) + "deep"),
                Arguments.of("lists", "- ".repeat(n) + "deep"),
                Arguments.of(
                        "directives",
                        String.join(
                                        "\n",
                                        IntStream.range(0, n)
                                                .mapToObj(i -> ":".repeat(n + 3 - i) + "{note}")
                                                .toList())
                                + "\ndeep"),
                Arguments.of("divisions", "::: note\n".repeat(n) + "deep\n" + ":::\n".repeat(n)),
                Arguments.of("equal fences", "```{note}\n".repeat(n) + "deep"),
                Arguments.of("emphasis", "*a **b ".repeat(20 * n) + "deep" + "** *".repeat(20 * n)),
                Arguments.of("stars", "*".repeat(50 * n) + "deep" + "*".repeat(50 * n)),
                Arguments.of("brackets", "[".repeat(50 * n) + "deep" + "](x)".repeat(20 * n)),
                Arguments.of("pictures", "![".repeat(20 * n) + "deep" + "](x)".repeat(20 * n)),
                Arguments.of("raw elements", "<div>".repeat(20 * n) + "deep"),
                Arguments.of("inline elements", "x<b><i>".repeat(20 * n) + "deep"),
                Arguments.of("unfinished tags", "x <a ".repeat(20 * n) + "deep"),
                Arguments.of("unfinished comments", "x <!-- ".repeat(20 * n) + "deep"),
                Arguments.of("dollars", "$a ".repeat(50 * n) + "deep"),
                Arguments.of("escaped dollars", "$" + "\\$".repeat(50 * n) + "deep"),
                Arguments.of("double dollars", "x $$".repeat(50 * n) + "deep"),
                Arguments.of("braces", "{a".repeat(50 * n) + "deep"),
                Arguments.of("open roles", "{a}`".repeat(50 * n) + "deep"),
                Arguments.of(
                        "backticks",
                        IntStream.range(1, 600).mapToObj("`"::repeat).reduce("deep", (a, b) -> a + " " + b)),
                Arguments.of("tables", "|".repeat(5 * n) + "\n" + "|-".repeat(5 * n) + "|\n" + "|deep\n".repeat(2)),
                Arguments.of("headings", "# deep\n".repeat(10 * n)),
                Arguments.of("footnotes", "x[^a]\n\n".repeat(10 * n) + "[^a]: deep[^a]"),
                Arguments.of("definitions", "[a]: b\n".repeat(20 * n) + "\ndeep"),
                Arguments.of("scripts", "<script>".repeat(20 * n) + "deep"),
                Arguments.of("colons", ":::\n".repeat(20 * n) + "deep"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deepTexts")
    void depthAndRepetitionNeitherOverflowNorTakeLong(String name, String text) {
        render("warm");
        long start = System.nanoTime();

        assertThatCode(() -> render(text)).doesNotThrowAnyException();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void nestingBeyondTheLimitIsReportedAndItsTextStays() {
        RenderedText text = render("*a **b ".repeat(500) + "deep" + "** *".repeat(500));

        assertThat(html(text).text()).contains("deep");
        assertThat(text.faults()).extracting(TextFault::code).contains("too-deep");
    }

    @Test
    void muchEmphasisSideBySideIsNotDeep() {
        RenderedText text = render("*a* **b** [c](d.md) ".repeat(250));

        assertThat(html(text).select("em")).hasSize(250);
        assertThat(text.faults()).isEmpty();
    }
}
