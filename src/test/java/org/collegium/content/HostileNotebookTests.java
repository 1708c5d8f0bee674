package org.collegium.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.collegium.content.TextFixtures.html;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.collegium.content.Notebook.Cell;
import org.collegium.content.Notebook.Kind;
import org.collegium.content.Notebook.Output;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("attack")
class HostileNotebookTests {

    private static RenderedText render(Output... outputs) {
        Cell cell = new Cell(Kind.CODE, "x", 0, 0, OptionalInt.empty(), List.of(), List.of(outputs), Map.of());
        return new NotebookRenderer().render(new Notebook("", "python", List.of(cell)), LinkResolver.none());
    }

    private static Output shown(String type, String content) {
        return new Output.Shown(Map.of(type, content), false, "");
    }

    static Stream<Output> hostileOutputs() {
        List<String> texts = List.of(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<table><tr><td onclick=alert(1)><a href=javascript:alert(1)>x</a></td></tr></table>",
                "<table class=dataframe><tr><td><script>alert(1)</script><iframe src=//evil.example></td></tr></table>",
                "<a href='jav&#x09;ascript:alert(1)'>x</a>",
                "<img src='data:text/html;base64,PHNjcmlwdD4='><img src='data:image/svg+xml,<svg onload=alert(1)>'>",
                "<img src='https://evil.example/pixel.gif'>",
                "<div style='position:fixed;inset:0'>x</div><style>*{display:none}</style>",
                "<svg onload=alert(1)><foreignObject><script>alert(1)</script></foreignObject></svg>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<form action=//evil.example><input name=p></form>",
                "</section></div><script>alert(1)</script>",
                "\u001b]8;;javascript:alert(1)\u0007x\u001b]8;;\u0007");
        List<String> types = List.of(
                "text/html",
                "text/markdown",
                "text/latex",
                "text/plain",
                "image/svg+xml",
                "image/png",
                "application/javascript",
                "application/x-<script>alert(1)</script>");
        return texts.stream()
                .flatMap(text -> Stream.concat(
                        types.stream().map(type -> shown(type, text)),
                        Stream.of(new Output.Printed(text, text), new Output.Failed(text, text, text))));
    }

    @ParameterizedTest
    @MethodSource("hostileOutputs")
    void nothingThatRunsOrCallsHomeComesThrough(Output output) {
        Document page = html(render(output));

        assertThat(page.select("script, style, iframe, svg, math, form, input, object, embed"))
                .isEmpty();
        assertThat(page.select("body > *")).hasSize(1);
        for (Element element : page.body().getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).doesNotStartWith("on").isNotEqualTo("style");
                assertThat(attribute.getValue().toLowerCase(Locale.ROOT)).doesNotStartWith("javascript:");
            }
        }
        assertThat(page.select("img").eachAttr("src"))
                .allMatch(source -> source.matches("data:image/(png|jpeg|gif|webp|svg\\+xml);base64,.*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<table><tr><td>", "<b><i>", "</p>", "<a href=x>", "&lt;", "<!--", "<p x=\""})
    void depthAndRepetitionInOutputsNeitherOverflowNorTakeLong(String part) {
        render(shown("text/html", "warm"));
        String content = part.repeat(390_000 / part.length());
        long start = System.nanoTime();

        assertThatCode(() -> render(shown("text/html", content), shown("text/markdown", content)))
                .doesNotThrowAnyException();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aNotebookOfVeryManyCellsIsRenderedInTime() {
        String cells = "{\"cell_type\": \"markdown\", \"source\": \"## Same\"},".repeat(20_000);
        String json = "{\"nbformat\": 4, \"cells\": [" + cells + "{}]}";
        long start = System.nanoTime();

        Notebook notebook = NotebookTests.read(json);
        RenderedText text = new NotebookRenderer().render(notebook, LinkResolver.none());

        assertThat(text.facts().headings()).hasSize(20_000);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void jsonThatIsNestedTooDeeplyIsRefused() {
        assertThat(new NotebookReader().read("a.ipynb", "[".repeat(100_000)))
                .isInstanceOf(NotebookReading.Refused.class);
    }
}
