package org.collegium.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.collegium.content.TextFixtures.EVERYTHING_EXISTS;
import static org.collegium.content.TextFixtures.first;
import static org.collegium.content.TextFixtures.html;

import java.util.List;
import java.util.OptionalInt;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class NotebookTests {

    private static final String ESCAPE = "\\u001b";

    static Notebook notebook(String... cells) {
        return read("""
                {"nbformat": 4, "nbformat_minor": 5,
                 "metadata": {"language_info": {"name": "python"}},
                 "cells": [%s]}""".formatted(String.join(",", cells)));
    }

    static Notebook read(String json) {
        return switch (new NotebookReader().read("a.ipynb", json)) {
            case NotebookReading.Read read -> read.notebook();
            case NotebookReading.Refused refused -> throw new AssertionError(refused.fault());
        };
    }

    static String code(String source, String... outputs) {
        return """
                {"cell_type": "code", "execution_count": 3, "metadata": {}, "source": ["%s"], "outputs": [%s]}""".formatted(source, String.join(",", outputs));
    }

    static String shown(String data) {
        return "{\"output_type\": \"display_data\", \"metadata\": {}, \"data\": {%s}}".formatted(data);
    }

    static RenderedText render(Notebook notebook) {
        return new NotebookRenderer().render(notebook, EVERYTHING_EXISTS);
    }

    @Test
    void textAndCodeStandInOrderWithTheirOutputs() {
        RenderedText text = render(notebook(
                """
                {"cell_type": "markdown", "metadata": {}, "source": ["# A *title*\\n", "\\n", "See {ref}`later`."]}""",
                code(
                        "print(1 < 2)",
                        "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": [\"Tr\", \"ue\\n\"]}",
                        "{\"output_type\": \"execute_result\", \"execution_count\": 3, \"metadata\": {}, \"data\": {\"text/plain\": [\"42\"]}}"),
                """
                {"cell_type": "markdown", "metadata": {}, "source": "(later)=\\n## Later"}"""));
        Document page = html(text);

        assertThat(text.title()).isEqualTo("A title");
        assertThat(first(page, "section.cell .cell-input code.language-python").text())
                .isEqualTo("print(1 < 2)");
        assertThat(first(page, ".cell-input .cell-label").text()).isEqualTo("In [3]");
        assertThat(page.select(".cell-output pre").eachText()).containsExactly("True", "42");
        assertThat(first(page, "a[href=#t-later]").text()).isEqualTo("Later");
        assertThat(text.facts().codeCells()).isEqualTo(1);
        assertThat(text.faults()).isEmpty();
    }

    @Test
    void faultsAndReferencesNameTheirCellAndLine() {
        RenderedText text = render(notebook(code("x"), """
                {"cell_type": "markdown", "metadata": {}, "source": "One\\n\\n{foo}`bar` [x](y.md)"}"""));

        assertThat(text.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.cell()).isEqualTo(2);
            assertThat(fault.line()).isEqualTo(3);
            assertThat(fault.code()).isEqualTo("role-unknown");
        });
        assertThat(text.facts().references()).containsExactly(new Reference("y.md", 3, 12, Reference.Kind.LINK, 2));
    }

    @Test
    void picturesAreShownFromTheNotebookItself() {
        Document page = html(render(notebook(
                code("plot()", shown("\"image/png\": \"iVBORw0KGgo=\\n\", \"text/plain\": \"<Figure>\"")),
                code("draw()", shown("\"image/svg+xml\": [\"<svg onload='alert(1)'>\", \"</svg>\"]")),
                """
                {"cell_type": "markdown", "metadata": {}, "source": "![held](attachment:a.png) ![lost](attachment:b.png)",
                 "attachments": {"a.png": {"image/png": "AAAA"}}}""")));

        assertThat(page.select("img").eachAttr("src"))
                .satisfiesExactly(
                        png -> assertThat(png).isEqualTo("data:image/png;base64,iVBORw0KGgo="),
                        svg -> assertThat(svg).startsWith("data:image/svg+xml;base64,"),
                        held -> assertThat(held).isEqualTo("data:image/png;base64,AAAA"));
        assertThat(page.select("img").eachAttr("alt")).doesNotContain("");
        assertThat(page.text()).doesNotContain("<Figure>");
        assertThat(first(page, ".broken").text()).isEqualTo("lost");
    }

    @Test
    void aPictureSaysWhatTheAltOfItsMetadataSays() {
        Document page = html(render(notebook(code("plot()", """
                {"output_type": "display_data", "data": {"image/png": "AAAA"},
                 "metadata": {"image/png": {"alt": "A line that \\"climbs\\"."}}}"""))));

        assertThat(page.select("img").eachAttr("alt")).containsExactly("A line that \"climbs\".");
    }

    @Test
    void tablesOfDataFramesAreSanitisedAndCanBeScrolled() {
        RenderedText text = render(notebook(code(
                "df",
                shown("\"text/html\": [\"<div><style scoped>.x{}</style><table class='dataframe' id='main' border='1'>"
                        + "<tr><th onclick='x()'>a</th></tr><tr><td><a href='javascript:x()'>1</a></td></tr></table></div>\"],"
                        + "\"text/plain\": \"PLAIN\""))));
        Document page = html(text);

        assertThat(first(page, ".cell-output .table-region[tabindex=0] table th")
                        .text())
                .isEqualTo("a");
        assertThat(text.html())
                .doesNotContain("style")
                .doesNotContain("onclick")
                .doesNotContain("javascript");
        assertThat(page.select("#main, .dataframe")).isEmpty();
        assertThat(page.text()).doesNotContain("PLAIN");
        assertThat(text.faults()).isEmpty();
    }

    @Test
    void whatNeedsScriptsIsShownAsTextAndSaysSo() {
        RenderedText text = render(notebook(
                code(
                        "w",
                        shown(
                                "\"application/vnd.jupyter.widget-view+json\": {\"model_id\": \"1\"}, \"text/plain\": \"HBox()\"")),
                code("p", shown("\"text/html\": \"<script>alert(1)</script><div></div>\", \"text/plain\": \"Plot\"")),
                code("j", shown("\"application/javascript\": \"alert(1)\"")),
                code("u", shown("\"application/x-own\": \"?\""))));

        assertThat(html(text).select(".cell-text").eachText()).containsExactly("HBox()", "Plot");
        assertThat(html(text).select(".cell-note")).hasSize(4);
        assertThat(text.html()).doesNotContain("alert");
        assertThat(text.faults())
                .extracting(TextFault::code)
                .containsExactly(
                        "notebook-output-scripted",
                        "notebook-output-scripted",
                        "notebook-output-scripted",
                        "notebook-output-dropped");
        assertThat(text.faults()).extracting(TextFault::cell).containsExactly(1, 2, 3, 4);
    }

    @Test
    void errorsAreReadable() {
        Document page = html(render(notebook(code("1/0", """
                {"output_type": "error", "ename": "ZeroDivisionError", "evalue": "division by zero",
                 "traceback": ["%1$s[0;31m----%1$s[0m", "%1$s[0;31mZeroDivisionError%1$s[0m: division by zero"]}""".formatted(ESCAPE)))));

        assertThat(first(page, ".cell-failed pre").wholeText()).isEqualTo("----\nZeroDivisionError: division by zero");
        assertThat(first(page, ".cell-failed .cell-label").text()).isEqualTo("Error [3]");
    }

    @Test
    void progressBarsShowOnlyTheirLastState() {
        assertThat(TerminalText.plain("a\r\nb\n 10%\r 50%\r100%\nabx\bc\u001B[1mbold\u001B[0m\u0007"))
                .isEqualTo("a\nb\n100%\nabcbold");
    }

    @Test
    void veryLargeOutputsAreShortenedAndSaySo() {
        RenderedText text = render(notebook(code(
                "x",
                "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": \"%s end\"}"
                        .formatted("line\\n".repeat(20_000)))));

        assertThat(text.html().length()).isLessThan(30_000);
        assertThat(html(text).select(".cell-text").text()).endsWith("end");
        assertThat(first(html(text), ".cell-note").text()).startsWith("Shortened: ");
        assertThat(text.faults()).extracting(TextFault::code).containsExactly("notebook-output-shortened");
    }

    @Test
    void formulasAndMarkdownAmongOutputsAreRendered() {
        Document page = html(render(notebook(
                code("e", shown("\"text/latex\": \"$\\\\displaystyle x^{2}$\", \"text/plain\": \"x**2\"")),
                code("m", shown("\"text/markdown\": \"## Found *it*\", \"text/plain\": \"M\"")))));

        assertThat(first(page, ".cell-output .math[data-display=true]").text()).isEqualTo("x^{2}");
        assertThat(first(page, ".cell-output h2 em").text()).isEqualTo("it");
    }

    @Test
    void tagsHideAndRemoveParts() {
        String tagged = """
                {"cell_type": "code", "execution_count": null, "metadata": {"tags": ["%s"]}, "source": "x",
                 "outputs": [{"output_type": "stream", "name": "stdout", "text": "y"}]}""";
        Document page = html(render(notebook(
                tagged.formatted("hide-input"),
                tagged.formatted("remove-input"),
                tagged.formatted("hide-output"),
                tagged.formatted("remove-cell"))));

        assertThat(page.select("details.cell-input > summary").eachText()).containsExactly("In");
        assertThat(page.select(".cell-input")).hasSize(2);
        assertThat(page.select("details.cell-output")).hasSize(1);
        assertThat(page.select("section.cell")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "not json",
                "{\"nbformat\": 3, \"worksheets\": []}",
                "{\"nbformat\": 4}",
                "{\"nbformat\": \"4\", \"cells\": []}"
            })
    void whatIsNoNotebookIsRefusedWithAReason(String text) {
        assertThat(new NotebookReader().read("a.ipynb", text))
                .isInstanceOfSatisfying(NotebookReading.Refused.class, refused -> {
                    assertThat(refused.fault().code()).startsWith("notebook-");
                    assertThat(refused.fault().remedy()).isNotBlank();
                });
    }

    @Test
    void brokenJsonIsReportedAtItsPlace() {
        NotebookReading reading = new NotebookReader().read("a.ipynb", "{\n  \"cells\": [\n    nope\n");

        assertThat(reading)
                .isInstanceOfSatisfying(
                        NotebookReading.Refused.class,
                        refused -> assertThat(refused.fault().line()).isEqualTo(3));
    }

    @Test
    void oddShapesAreBorne() {
        Notebook odd = notebook(
                "{}",
                "{\"cell_type\": \"code\", \"source\": null, \"outputs\": [{}, {\"output_type\": \"x\"}]}",
                "{\"cell_type\": \"markdown\", \"source\": {\"a\": 1}, \"attachments\": 5, \"metadata\": []}",
                "7");

        assertThat(odd.cells()).hasSize(4);
        assertThat(render(odd).faults()).isEmpty();
    }

    @Test
    void percentScriptsAreNotebooks() {
        Notebook notebook = script("""
                # ---
                # jupyter:
                #   kernelspec:
                #     display_name: Python 3
                #     language: python
                # ---

                # %% [markdown]
                # # The title
                #
                # Text with
                #   indent

                # %% tags=["hide-input"]
                # %matplotlib inline
                # !pip install x
                # a comment
                import x


                x.run()

                # %%
                # %%bash
                # ls

                # %% [markdown] {"tags": ["a", "b"]}
                \"""
                Also *text*
                \"""
                # %% [raw]
                # raw
                """);

        assertThat(notebook.cells())
                .extracting(Notebook.Cell::kind)
                .containsExactly(
                        Notebook.Kind.MARKDOWN,
                        Notebook.Kind.CODE,
                        Notebook.Kind.CODE,
                        Notebook.Kind.MARKDOWN,
                        Notebook.Kind.RAW);
        assertThat(notebook.cells().get(0).source()).isEqualTo("# The title\n\nText with\n  indent");
        assertThat(notebook.cells().get(1).source())
                .isEqualTo("%matplotlib inline\n!pip install x\n# a comment\nimport x\n\n\nx.run()");
        assertThat(notebook.cells().get(1).tags()).containsExactly("hide-input");
        assertThat(notebook.cells().get(2).source()).isEqualTo("%%bash\nls");
        assertThat(notebook.cells().get(3).source()).isEqualTo("Also *text*\n");
        assertThat(notebook.cells().get(3).tags()).containsExactly("a", "b");
        assertThat(notebook.cells().get(1).count()).isEqualTo(OptionalInt.empty());
    }

    @Test
    void faultsInScriptsNameTheLineOfTheFile() {
        RenderedText text = render(script("""
                # %%
                x = 1

                # %% [markdown]
                # # Title
                #
                # See {foo}`bar`.
                """));

        assertThat(text.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(7);
            assertThat(fault.column()).isEqualTo(7);
            assertThat(fault.cell()).isEqualTo(2);
        });
        assertThat(text.title()).isEqualTo("Title");
    }

    @Test
    void aScriptWithoutCellsIsOneCell() {
        Notebook notebook = script("import x\nx.run()\n");

        assertThat(notebook.cells()).extracting(Notebook.Cell::source).isEqualTo(List.of("import x\nx.run()"));
        assertThat(new NotebookReader().hasCells("x\n# %%\ny")).isTrue();
        assertThat(new NotebookReader().hasCells("x\n# 5%% of\ny")).isFalse();
    }

    private static Notebook script(String text) {
        return ((NotebookReading.Read) new NotebookReader().read("a.py", text)).notebook();
    }
}
