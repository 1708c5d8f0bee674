package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.courses.ImportOutcome.Accepted;
import org.collegium.courses.ImportOutcome.Refused;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
class JupyterBookImportTest {

    @TempDir
    Path folder;

    private SmallCourses book;

    @BeforeEach
    void smallBook() {
        book = SmallCourses.empty(folder)
                .write("_config.yml", "title: A small book\nauthor: Ada Example, Bo Example and Cy Example\n")
                .write("_toc.yml", "format: jb-article\nroot: intro\nsections:\n- file: one\n")
                .write("intro.md", "# Begin here\n\nThis book is small so that a test can be read quickly.\n")
                .write("one.md", "# One\n\nText.\n")
                .write(
                        "LICENSE",
                        "MIT License\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\n");
    }

    @Test
    void anArticleIsRead() {
        Accepted outcome = accepted();
        CourseMetadata metadata = outcome.manifest().metadata();
        assertThat(metadata.title()).isEqualTo("A small book");
        assertThat(metadata.key()).isEqualTo("a-small-book");
        assertThat(metadata.summary()).isEqualTo("This book is small so that a test can be read quickly.");
        assertThat(metadata.licence()).isEqualTo("MIT");
        assertThat(metadata.language()).isEqualTo("en");
        assertThat(metadata.authors())
                .extracting(CourseMetadata.CourseAuthor::name)
                .containsExactly("Ada Example", "Bo Example", "Cy Example");
        assertThat(keys(outcome)).containsExactly("intro", "one");
        assertThat(outcome.manifest().units())
                .filteredOn(CourseUnit::sample)
                .extracting(CourseUnit::key)
                .containsExactly("one");
    }

    @Test
    void aBookWithoutALicenceMustSayOneBeforeItIsPublished() {
        book.delete("LICENSE");
        Accepted outcome = accepted();
        assertThat(outcome.manifest().metadata().licence()).isEmpty();
        assertThat(ImportFixtures.faults(outcome, "licence-missing"))
                .hasSize(1)
                .allMatch(fault -> fault.blocksPublishing());
    }

    @Test
    void pagesOutsideTheContentsComeLastAndAreNotRequired() {
        book.write("extra/two.md", "# Two\n\nText.\n")
                .write("_build/three.md", "# Three\n")
                .write("drafts/four.md", "# Four\n")
                .write("_config.yml", "title: A small book\nexclude_patterns: [drafts, '**/five.md']\n")
                .write("extra/five.md", "# Five\n");
        Accepted outcome = accepted();
        assertThat(keys(outcome)).containsExactly("intro", "one", "extra-two");
        assertThat(outcome.manifest().unit("extra-two"))
                .map(CourseUnit::required)
                .contains(false);
        assertThat(ImportFixtures.faults(outcome, "page-outside"))
                .extracting(fault -> fault.file())
                .containsExactly("extra/two.md");
        book.write("_config.yml", "title: A small book\nonly_build_toc_files: true\n");
        assertThat(keys(accepted())).containsExactly("intro", "one");
    }

    @Test
    void whatTheContentsNameButCannotBeReadIsSaid() {
        book.write("_toc.yml", """
                        format: jb-book
                        root: intro
                        parts:
                        - caption: Part
                          chapters:
                          - file: one
                            title: Another title
                            sections:
                            - url: https://example.org
                            - glob: sub/*
                            - file: on
                          - file: one
                          - file: old
                          - file: plain
                            colour: red
                        """).write("old.rst", "Old\n===\n").write("plain.py", "print(1)\n");
        Accepted outcome = accepted();
        assertThat(ImportFixtures.faults(outcome))
                .contains(
                        "_toc.yml:9:7 toc-url",
                        "_toc.yml:10:7 toc-glob",
                        "_toc.yml:11:13 toc-missing-like",
                        "_toc.yml:12:11 toc-twice",
                        "_toc.yml:13:11 page-kind",
                        "_toc.yml:14:11 page-script",
                        "_toc.yml:15:5 toc-field");
        assertThat(outcome.manifest().unit("one")).map(CourseUnit::title).contains("Another title");
    }

    @Test
    void anOldOrEmptyTableOfContentsIsRefused() {
        book.write("_toc.yml", "- file: intro\n");
        assertThat(ImportFixtures.faults(refused())).contains("_toc.yml:1:1 toc-old");
        book.write("_toc.yml", "format: jb-book\n");
        assertThat(ImportFixtures.faults(refused())).contains("_toc.yml:1:1 toc-empty");
        book.write("_toc.yml", "format: [\n");
        assertThat(ImportFixtures.faults(refused())).anyMatch(fault -> fault.endsWith("yaml-syntax"));
    }

    @Test
    void whatIsNestedTooDeepMovesUp() {
        StringBuilder contents = new StringBuilder("format: jb-book\nroot: intro\nchapters:\n");
        for (int depth = 0; depth < 6; depth++) {
            String indent = "  ".repeat(depth);
            contents.append(indent).append("- file: d").append(depth).append('\n');
            contents.append(depth < 5 ? indent + "  sections:\n" : "");
            book.write("d" + depth + ".md", "# D" + depth + "\n\ntext\n");
        }
        book.write("_toc.yml", contents.toString());
        Accepted outcome = accepted();
        assertThat(keys(outcome)).containsExactly("intro", "d0", "d1", "d2", "d3", "d4", "d5", "one");
        assertThat(ImportFixtures.faults(outcome, "toc-deep")).isNotEmpty();
    }

    @Test
    void outputsOfTheNotebookOfTheSameLessonAreUsed() {
        String notebook = """
                {"cells": [{"cell_type": "code", "source": ["%matplotlib inline\\n", "print(1)"], "metadata": {}, "execution_count": 1,
                 "outputs": [{"output_type": "stream", "name": "stdout", "text": "1\\n"}]}],
                 "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
                """;
        book.delete("one.md").write("one.py", "# %%\n# %matplotlib inline\nprint(1)\n");
        book.write("notebooks/one.ipynb", notebook);
        Accepted outcome = accepted();
        assertThat(outcome.manifest().unit("one")).map(CourseUnit::file).contains("one.ipynb");
        assertThat(ImportFixtures.faults(outcome, "outputs-used")).hasSize(1);
        book.write("one.py", "# %%\nprint(2)\n");
        outcome = accepted();
        assertThat(outcome.manifest().unit("one")).map(CourseUnit::file).contains("one.py");
        assertThat(ImportFixtures.faults(outcome, "outputs-stale")).hasSize(1);
    }

    @Test
    void linksToPagesLeadToTheirUnitsWhateverTheyBecame() {
        book.write(
                        "_toc.yml",
                        "format: jb-article\nroot: intro\nsections:\n- file: one\n- file: quiz\n- file: script\n")
                .write("quiz.md", QUIZ)
                .write("script.py", "# %% [markdown]\n# # Script\n")
                .write("one.md", "# One\n\n[q](quiz.md) [s](script.ipynb) [t](script) {doc}`quiz` [gone](gone.md)\n");
        assertThat(ImportFixtures.faults(accepted()).stream().filter(fault -> fault.contains("link-")))
                .containsExactly("one.md:3:56 link-missing");
    }

    private static final String QUIZ = """
            # Quiz

            Before.

            ```{admonition} Question
            What is *it*?

            - a) this
              and more
            - b) that
            lazily

            - c) `code`

            _Select a single answer_

            Hint: look.
            ```

            +++

            Between.

            ```python
            x = "- a) no option"
            ```

            ````{admonition} Question
            Given
            ```python
            - a) code
            ```
            - a) one
            - b) two
            ````

            _Select all answers that apply_

            +++

            ```{admonition} Question
            Neither?

            - a) one
            - b) two
            ```

            ```{note}
            After.
            ```
            """;

    @Test
    void aPageOfQuestionsBecomesAQuizWithoutLosingAnything() throws IOException {
        book.write("one.md", QUIZ);
        Accepted outcome = accepted();
        SourceFile file = outcome.files().get("one.yaml");
        assertThat(file).isNotNull();
        FaultList faults = new FaultList();
        Quiz quiz = QuizReader.read(SourceFile.of("one.yaml", new String(bytes(file), StandardCharsets.UTF_8)), faults)
                .orElseThrow();
        assertThat(quiz.title()).isEqualTo("Quiz");
        assertThat(quiz.intro()).startsWith("Before.").contains("{note}", "After.");
        assertThat(quiz.questions()).hasSize(3);
        SingleChoice first = (SingleChoice) quiz.questions().getFirst();
        assertThat(first.key()).isEqualTo("q-what-is-it");
        assertThat(first.stem()).startsWith("What is *it*?\n").endsWith("\nHint: look.");
        assertThat(first.options())
                .containsExactly(
                        new Option("a", "this\nand more", false, ""),
                        new Option("b", "that\nlazily", false, ""),
                        new Option("c", "`code`", false, ""));
        MultipleChoice second = (MultipleChoice) quiz.questions().get(1);
        assertThat(second.stem()).startsWith("Between.").contains("x = \"- a) no option\"", "Given", "- a) code");
        assertThat(second.options()).extracting(Option::text).containsExactly("one", "two");
        assertThat(quiz.questions()).noneMatch(Question::keyed);
        assertThat(ImportFixtures.faults(outcome))
                .contains(
                        "one.md:5:1 question-unkeyed",
                        "one.md:28:1 question-unkeyed",
                        "one.md:41:1 question-unkeyed",
                        "one.md:41:1 quiz-type-unknown",
                        "one.md:48:1 quiz-closing-moved");
    }

    private static byte[] bytes(@org.jspecify.annotations.Nullable SourceFile file) {
        return file == null ? new byte[0] : file.bytes();
    }

    @Test
    void keysDependOnPathsAlone() {
        String longName = "a-very-long-name-".repeat(6);
        book.write("sub/" + longName + "1.md", "# L1\n\ntext\n")
                .write("sub/" + longName + "2.md", "# L2\n\ntext\n")
                .write("Über Größe.md", "# U\n\ntext\n");
        Map<String, String> before = filesByKey(accepted());
        assertThat(before.keySet()).allMatch(key -> key.matches("[a-z0-9]+(-[a-z0-9]+)*") && key.length() <= 64);
        assertThat(before).containsEntry("uber-gro-e", "Über Größe.md");
        book.write("another.md", "# A\n\ntext\n");
        assertThat(filesByKey(accepted())).containsAllEntriesOf(before);
    }

    private static Map<String, String> filesByKey(Accepted outcome) {
        return outcome.manifest().units().stream().collect(Collectors.toMap(CourseUnit::key, CourseUnit::file));
    }

    @Test
    void symbolicLinksOfABookInAFolderAreFollowed() throws IOException {
        Path deeper = Files.createDirectories(folder.resolve("deeper"));
        SmallCourses nested = SmallCourses.empty(deeper)
                .write(
                        "book/_toc.yml",
                        "format: jb-book\nroot: intro\nchapters:\n- file: scripts/a_ex_1\n- file: scripts/a_sol_1\n")
                .write("book/intro.md", "# Intro\n\n![x](figures/x.svg)\n")
                .write("scripts/a_ex_1.py", "# %% [markdown]\n# # Exercise\n# ![x](../figures/x.svg)\n")
                .write("scripts/a_sol_1.py", "# %% [markdown]\n# # Solution\n")
                .write("figures/x.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Files.createSymbolicLink(deeper.resolve("book/scripts"), Path.of("../scripts"));
        Files.createSymbolicLink(deeper.resolve("book/figures"), Path.of("../figures"));
        Accepted outcome = (Accepted) nested.read();
        assertThat(outcome.files()).containsKeys("book/figures/x.svg", "book/scripts/a_ex_1.py");
        assertThat(outcome.manifest().unit("scripts-a-sol-1"))
                .map(unit -> String.valueOf(unit.solutionOf()))
                .contains("scripts-a-ex-1");
        assertThat(ImportFixtures.faults(outcome)).noneMatch(fault -> fault.contains("link-"));
    }

    @Test
    void codeCellsOfMystAreShownAsCode() {
        book.write("one.md", "# One\n\n```{code-cell} ipython3\n:tags: [hide]\nprint(1)\n```\n");
        Accepted outcome = accepted();
        assertThat(ImportFixtures.faults(outcome)).noneMatch(fault -> fault.contains("directive-unknown"));
    }

    private List<String> keys(Accepted outcome) {
        return outcome.manifest().units().stream().map(CourseUnit::key).toList();
    }

    private Accepted accepted() {
        ImportOutcome outcome = book.read();
        assertThat(outcome).as(outcome.report().text()).isInstanceOf(Accepted.class);
        return (Accepted) outcome;
    }

    private Refused refused() {
        ImportOutcome outcome = book.read();
        assertThat(outcome).isInstanceOf(Refused.class);
        return (Refused) outcome;
    }
}
