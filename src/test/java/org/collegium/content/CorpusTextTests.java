package org.collegium.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.collegium.content.TextFixtures.EVERYTHING_EXISTS;
import static org.collegium.content.TextFixtures.html;
import static org.collegium.content.TextFixtures.visibleProse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real courses, rendered whole: nothing of their notation may be left in what a reader sees. */
@Tag("unit")
class CorpusTextTests {

    private static final Pattern LEFTOVER =
            Pattern.compile(":::|```|~~~\\{|\\$\\$|\\{(?:admonition|note|tip|math|ref|doc|figure)\\}|\\{alt=|\\{#\\w");

    private static List<Path> files(String course, String... endings) {
        Path corpus = TextFixtures.corpus();
        assumeThat(corpus).as("the corpus of real courses").isDirectory();
        try (Stream<Path> all = Files.walk(corpus.resolve(course))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void assertNothingIsLeft(Path file, RenderedText text) {
        Document page = html(text);
        assertThat(LEFTOVER.matcher(visibleProse(page)).results().map(found -> found.group()))
                .as(file.toString())
                .isEmpty();
        assertThat(page.select("h1, script, style, iframe")).as(file.toString()).isEmpty();
        assertThat(page.select("[id]").eachAttr("id")).as(file.toString()).doesNotHaveDuplicates();
    }

    @Test
    void everyPageOfTheJupyterBookIsRendered() {
        List<Path> pages = files("scikit-learn-mooc/jupyter-book", ".md");
        for (Path page : pages) {
            RenderedText text = new LessonRenderer().render(read(page), EVERYTHING_EXISTS);

            assertNothingIsLeft(page, text);
            assertThat(text.title()).as(page.toString()).isNotEmpty();
            assertThat(text.faults())
                    .as(page.toString())
                    .extracting(TextFault::code)
                    .doesNotContain("directive-unclosed", "directive-stray", "math-unclosed", "too-deep");
        }
        assertThat(pages).hasSizeGreaterThan(30);
    }

    @Test
    void everyAdmonitionOfTheJupyterBookIsFound() {
        Pattern opening = Pattern.compile("(?m)^`{3,}\\{(?:admonition|note|tip|caution|warning)\\}");
        for (Path page : files("scikit-learn-mooc/jupyter-book", ".md")) {
            String source = read(page);

            assertThat(new LessonRenderer().inspect(source).admonitions())
                    .as(page.toString())
                    .isEqualTo((int) opening.matcher(source).results().count());
        }
    }

    @Test
    void everyLessonForBeginnersIsRendered() {
        List<Path> pages = files("ai-for-beginners", ".md");
        for (Path page : pages) {
            assertNothingIsLeft(page, new LessonRenderer().render(read(page), EVERYTHING_EXISTS));
        }
        assertThat(pages).hasSizeGreaterThan(30);
    }

    @Test
    void everyPictureForBeginnersIsCounted() {
        Pattern picture = Pattern.compile("!\\[[^\\]]*\\]\\(|<img ");
        for (Path page : files("ai-for-beginners", "README.md")) {
            String source = read(page);

            assertThat(new LessonRenderer().inspect(source).figures())
                    .as(page.toString())
                    .isEqualTo((int) picture.matcher(source).results().count());
        }
    }

    @Test
    void everyEpisodeOfTheCarpentriesIsRendered() {
        Pattern division = Pattern.compile("(?m)^:{3,}\\s*[a-z]+\\s*$");
        List<Path> episodes = files("carpentries-ml/episodes", ".md");
        for (Path episode : episodes) {
            String source = read(episode);
            RenderedText text = new LessonRenderer().render(source, EVERYTHING_EXISTS);

            assertNothingIsLeft(episode, text);
            assertThat(text.title()).isNotEmpty();
            assertThat(text.facts().admonitions()).as(episode.toString()).isEqualTo((int)
                    division.matcher(source).results().count());
            assertThat(html(text).select(".callout")).hasSize(text.facts().admonitions());
        }
        assertThat(episodes).hasSizeGreaterThan(5);
    }

    @Test
    void everyReferenceIsWhereTheReportSaysItIs() {
        for (Path page : files("ai-for-beginners", "README.md")) {
            String source = read(page);
            List<String> lines = source.lines().toList();
            for (Reference reference : new LessonRenderer().inspect(source).references()) {
                String line = lines.get(reference.line() - 1);
                assertThat(line.substring(reference.column() - 1))
                        .as(page + ":" + reference.line() + " " + reference.destination())
                        .matches("(?s)(!?\\[|<|https?://|www\\.|[\\w.+-]+@).*");
            }
        }
    }

    private static Notebook notebook(Path file) {
        return switch (new NotebookReader().read(file.toString(), read(file))) {
            case NotebookReading.Read read -> read.notebook();
            case NotebookReading.Refused refused -> throw new AssertionError(file + ": " + refused.fault());
        };
    }

    @Test
    void everyScriptOfTheJupyterBookIsRendered() {
        List<Path> scripts = files("scikit-learn-mooc/python_scripts", ".py");
        for (Path script : scripts) {
            String source = read(script);
            RenderedText text = new NotebookRenderer().render(notebook(script), EVERYTHING_EXISTS);

            assertNothingIsLeft(script, text);
            assertThat(text.title()).as(script.toString()).isNotEmpty();
            assertThat(text.facts().codeCells()).as(script.toString()).isEqualTo((int) source.lines()
                    .filter(line -> line.matches("# %%( (?!\\[markdown).*)?"))
                    .count());
            assertThat(text.facts().admonitions()).as(script.toString()).isEqualTo((int)
                    source.lines().filter(line -> line.startsWith("# ```{")).count());
        }
        assertThat(scripts).hasSizeGreaterThan(30);
    }

    @Test
    void everyNotebookIsRendered() {
        for (String course : List.of("scikit-learn-mooc", "ai-for-beginners", "nbgrader-ps1")) {
            for (Path file : files(course, ".ipynb")) {
                Notebook notebook = notebook(file);
                RenderedText text = new NotebookRenderer().render(notebook, EVERYTHING_EXISTS);

                assertNothingIsLeft(file, text);
                assertThat(text.facts().codeCells()).as(file.toString()).isEqualTo((int) notebook.cells().stream()
                        .filter(cell -> cell.kind() == Notebook.Kind.CODE)
                        .count());
            }
        }
    }
}
