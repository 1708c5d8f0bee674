package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.collegium.courses.ImportOutcome.Refused;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a course, reading it ends with a report and never with an exception. */
@Tag("attack")
class MutatedCoursesTest {

    private static final int ROUNDS = Integer.getInteger("collegium.fuzz.rounds", 120);
    private static final String[] SPICE = {
        "```",
        ":::",
        "{",
        "}",
        "[",
        "](",
        ")",
        "![",
        "$",
        "$$",
        "|",
        "-",
        "- a) ",
        "#",
        "# %%",
        "---",
        "\n",
        "\n\n",
        "\t",
        "  ",
        "\"",
        "'",
        "&a ",
        "*a",
        "!!x ",
        "<<: ",
        "? ",
        ": ",
        "\\",
        "\0",
        "\uFEFF",
        "\u202e",
        "<iframe src=\"x?file=../y.md\"></iframe>",
        "<script>",
        "{admonition} Question",
        "_Select a single answer_",
        "../",
        "../../../",
        "999999999999999999999",
        ".nan",
        "null",
        "true",
        "units:",
        "{ref}`",
        "cells",
        "1e400",
        "é",
        "😀",
        "\ud800"
    };

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aMutatedCourseIsReadToTheEnd(int seed) throws IOException {
        SmallCourses.small(folder);
        mutate(new Random(seed));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6})
    void aMutatedBookIsReadToTheEnd(int seed) throws IOException {
        SmallCourses.empty(folder)
                .write(
                        "_config.yml",
                        "title: B\nauthor: A and B\nexclude_patterns: [x, '**/y*']\nsphinx: {config: {language: nl}}\n")
                .write("_toc.yml", """
                        format: jb-book
                        root: intro
                        parts:
                        - caption: P
                          chapters:
                          - file: a_ex_1
                            sections:
                            - file: a_sol_1
                          - file: quiz
                        """)
                .write("intro.md", "# I\n\nText $x$ ![a](f.svg)\n\n<iframe src=\"s/i.html?file=quiz.md\"></iframe>\n")
                .write("f.svg", "<svg/>")
                .write("a_ex_1.py", "# ---\n# jupyter: {}\n# ---\n# %% [markdown]\n# # E\n# %%\nopen(\"../d.csv\")\n")
                .write(
                        "a_sol_1.ipynb",
                        "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\"1\\n\"], \"outputs\": []}], \"metadata\": {}, \"nbformat\": 4}")
                .write(
                        "quiz.md",
                        "# Q\n\n```{admonition} Question\nWhat?\n\n- a) one\n- b) two\n\n_Select a single answer_\n```\n")
                .write("LICENSE", "Attribution 4.0 International");
        mutate(new Random(seed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"repository", "carpentries", "cartridge", "olx", "moodle"})
    void aMutatedCourseOfAnotherPlatformIsReadToTheEnd(String platform) throws IOException {
        SmallCourses source = SmallCourses.empty(folder);
        switch (platform) {
            case "repository" ->
                source.write("1-a/README.md", "# A\n\n[q](https://example.org/quiz/7) ![p](P.PNG) [b](../2-b/)\n")
                        .write("2-b/README.md", "# B\n\n[own](https://github.com/o/r/blob/main/1-a/README.md)\n")
                        .write("1-a/p.png", "x")
                        .write(
                                "2-b/n.ipynb",
                                "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": [\"# N\\n\"]}], \"metadata\": {}, \"nbformat\": 4}")
                        .write(
                                "q.json",
                                "[{\"quizzes\": [{\"id\": 7, \"title\": \"A: Pre Quiz\", \"quiz\": [{\"questionText\": \"Q?\", \"answerOptions\": ["
                                        + "{\"answerText\": \"a\", \"isCorrect\": true}, {\"answerText\": \"b\", \"isCorrect\": false}]}]}]}]");
            case "carpentries" ->
                source.write("config.yaml", "carpentry: lc\ntitle: T\nlang: en\nepisodes:\n- a.md\n")
                        .write("AUTHORS", "Ada Example\n")
                        .write("episodes/a.md", """
                                ---
                                title: A
                                teaching: 5
                                ---

                                ::: objectives
                                - Do
                                :::

                                :::: challenge
                                ## C
                                Text
                                ::: solution
                                ## S
                                ```r
                                1
                                ```
                                :::
                                ::::

                                ::: instructor
                                x
                                :::

                                {: .callout}
                                """);
            case "cartridge" ->
                source.write(
                                "imsmanifest.xml",
                                "<manifest xmlns=\"imscc\"><organizations><organization><item><item identifierref=\"p\"><title>P</title></item><item identifierref=\"q\"><title>Q</title>"
                                        + "</item></item></organization></organizations><resources><resource identifier=\"p\" type=\"webcontent\" href=\"p.html\"/>"
                                        + "<resource identifier=\"q\" type=\"imsqti_xmlv1p2\" href=\"q.xml\"/></resources></manifest>")
                        .write(
                                "p.html",
                                "<title>P</title><h1>P</h1><p>\\(x\\) <a href=\"p.html\">p</a><img src=\"x.png\"></p><table><tr><td>1</td></tr></table>")
                        .write(
                                "q.xml",
                                "<questestinterop><assessment title=\"Q\"><section><item ident=\"i\"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel>"
                                        + "<fieldentry>multiple_choice_question</fieldentry></qtimetadatafield></qtimetadata></itemmetadata><presentation><material><mattext>Q?</mattext></material>"
                                        + "<response_lid ident=\"r\"><render_choice><response_label ident=\"1\"><material><mattext>a</mattext></material></response_label><response_label ident=\"2\">"
                                        + "<material><mattext>b</mattext></material></response_label></render_choice></response_lid></presentation><resprocessing><respcondition><conditionvar>"
                                        + "<varequal respident=\"r\">1</varequal></conditionvar><setvar>100</setvar></respcondition></resprocessing></item></section></assessment></questestinterop>");
            case "olx" ->
                source.write(
                                "course.xml",
                                "<course url_name=\"r\" org=\"O\"><chapter display_name=\"C\"><sequential display_name=\"S\"><vertical url_name=\"v\"/></sequential></chapter></course>")
                        .write(
                                "vertical/v.xml",
                                "<vertical display_name=\"V\"><html url_name=\"h\"/><problem url_name=\"p\"/><video youtube=\"1.00:PK-2DBIVDO8\"/></vertical>")
                        .write("html/h.xml", "<html filename=\"h\"/>")
                        .write("html/h.html", "<p>[mathjaxinline]x[/mathjaxinline] <a href=\"/jump_to_id/v\">v</a></p>")
                        .write(
                                "problem/p.xml",
                                "<problem weight=\"2\"><p>Q?</p><multiplechoiceresponse><choicegroup><choice correct=\"true\">a</choice><choice correct=\"false\">b</choice></choicegroup>"
                                        + "</multiplechoiceresponse><numericalresponse answer=\"[1,2]\"><label>N</label></numericalresponse></problem>");
            default ->
                source.write(
                                "moodle_backup.xml",
                                "<moodle_backup><information><contents><activities><activity><moduleid>1</moduleid><modulename>page</modulename><title>P</title>"
                                        + "<directory>activities/page_1</directory></activity><activity><moduleid>2</moduleid><modulename>quiz</modulename><title>Q</title><directory>activities/quiz_2</directory>"
                                        + "</activity></activities><sections><section><directory>sections/section_1</directory></section></sections></contents></information></moodle_backup>")
                        .write(
                                "sections/section_1/section.xml",
                                "<section><number>0</number><name>S</name><sequence>1,2</sequence></section>")
                        .write(
                                "activities/page_1/page.xml",
                                "<activity contextid=\"9\"><page><name>P</name><content>&lt;p&gt;@@PLUGINFILE@@/x&lt;/p&gt;</content></page></activity>")
                        .write(
                                "activities/quiz_2/quiz.xml",
                                "<activity><quiz><timelimit>60</timelimit><question_instances><question_instance><questionid>3</questionid><maxmark>1</maxmark></question_instance></question_instances></quiz></activity>")
                        .write(
                                "questions.xml",
                                "<question_categories><question id=\"3\"><questiontext>Q?</questiontext><qtype>truefalse</qtype><answers><answer id=\"1\"><answertext>True</answertext><fraction>1</fraction></answer>"
                                        + "</answers><truefalse><trueanswer>1</trueanswer></truefalse></question></question_categories>");
        }
        assertThat(ImportFixtures.read(folder)).isInstanceOf(ImportOutcome.Accepted.class);
        mutate(new Random(platform.hashCode()));
    }

    private void mutate(Random random) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        for (int round = 0; round < ROUNDS; round++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] before = Files.readAllBytes(file);
            Files.write(file, mutated(before, random));
            long start = System.nanoTime();
            ImportOutcome outcome = ImportFixtures.read(folder);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertThat(outcome.report().text()).isNotBlank();
            assertThat(outcome.report().json()).isNotBlank();
            assertThat(outcome instanceof Refused).isEqualTo(!outcome.report().importable());
            if (random.nextInt(3) > 0) {
                Files.write(file, before);
            }
        }
    }

    private static byte[] mutated(byte[] text, Random random) {
        StringBuilder changed = new StringBuilder(new String(text, StandardCharsets.UTF_8));
        for (int i = random.nextInt(5); i >= 0; i--) {
            int at = random.nextInt(changed.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> changed.insert(at, SPICE[random.nextInt(SPICE.length)]);
                case 1 -> changed.delete(at, Math.min(changed.length(), at + random.nextInt(20)));
                case 2 ->
                    changed.insert(at, changed.substring(at, Math.min(changed.length(), at + random.nextInt(60))));
                default -> changed.insert(at, SPICE[random.nextInt(SPICE.length)].repeat(random.nextInt(40)));
            }
        }
        byte[] bytes = changed.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(10) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    @Test
    void filesMadeToTakeLongDoNot() {
        String[] slow = {
            "[".repeat(200_000),
            "- ".repeat(100_000),
            "> ".repeat(100_000),
            "<iframe ".repeat(50_000),
            "*a **b ".repeat(50_000),
            "`".repeat(100_000) + "x",
            "\n".repeat(300_000),
            " ".repeat(300_000),
            "a/".repeat(100_000) + ".csv",
            "![".repeat(50_000),
            "```{admonition} Question\n- a) x\n- b) y\n```\n".repeat(3_000),
            ":::{note}\n".repeat(5_000),
            "$".repeat(100_000),
            "{ref}`".repeat(50_000),
            "{ref}`a`\n".repeat(50_000),
            "|a|b|\n".repeat(50_000),
            "<br>\n".repeat(60_000),
            "# a\n".repeat(50_000)
        };
        for (String text : slow) {
            SmallCourses book = SmallCourses.empty(folder)
                    .write("_toc.yml", "format: jb-article\nroot: intro\nsections:\n- file: one\n- file: two\n")
                    .write(
                            "_config.yml",
                            "title: \"" + text.replace("\n", " ").substring(0, Math.min(2000, text.length())) + "\"\n")
                    .write("intro.md", "# I\n\n" + text)
                    .write("one.md", text)
                    .write("two.py", "# %% [markdown]\n# " + text.replace("\n", "\n# ") + "\n# %%\n" + text);
            long start = PROCESSOR.getCurrentThreadCpuTime();
            ImportOutcome outcome = book.read();
            assertThat(Duration.ofNanos(PROCESSOR.getCurrentThreadCpuTime() - start))
                    .as("processor time for " + text.substring(0, 10))
                    .isLessThan(Duration.ofSeconds(15));
            assertThat(outcome.report().text()).isNotBlank();
        }
    }
}
