package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.collegium.courses.ImportOutcome.Accepted;
import org.collegium.courses.ImportOutcome.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
class RepositoryImportTest {

    private static final String NOTEBOOK =
            "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\"1\\n\"], \"outputs\": [], \"metadata\": {}}], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 4}";

    private static final String FRENCH =
            "La glace se forme par le bas, et elle est plus épaisse au bord du lac que dans les endroits où il y a un courant. Ce n'est pas une règle pour tous les lacs, mais on le voit sur la plupart. ";

    @TempDir
    Path folder;

    private SmallCourses source;

    @BeforeEach
    void nothingYet() {
        source = SmallCourses.empty(folder);
    }

    private Accepted accepted() {
        ImportOutcome outcome = source.read();
        assertThat(outcome).withFailMessage(() -> outcome.report().text()).isInstanceOf(Accepted.class);
        return (Accepted) outcome;
    }

    private static List<String> files(Accepted outcome) {
        return outcome.manifest().units().stream().map(CourseUnit::file).toList();
    }

    @Test
    void languageAndSummaryAreThoseOfMostPages() {
        String english =
                "Ice grows slowly, and it does so from below, as the water that is under it gives its warmth to the air above. "
                        .repeat(4);
        source.write("README.md", "# 冰\n\n" + "冰是怎样从下面慢慢地长出来的，这门课会告诉你。".repeat(5) + "\n")
                .write("1-a/README.md", "# Growing\n\n" + english + "\n")
                .write("2-b/README.md", "# Melting\n\n" + english + "\n");
        assertThat(accepted().manifest().metadata().language()).isEqualTo("en");
        assertThat(accepted().manifest().metadata().summary()).startsWith("Ice grows slowly");
        source.write("1-a/README.md", "# Croître\n\n" + FRENCH.repeat(2) + "\n")
                .write("2-b/README.md", "# Fondre\n\n" + FRENCH.repeat(2) + "\n");
        assertThat(accepted().manifest().metadata().language()).isEqualTo("fr");
        assertThat(accepted().manifest().metadata().summary()).startsWith("La glace");
    }

    @Test
    void aSinglePageIsACourseAndSoIsASingleNotebook() {
        source.write("ice.md", "# How ice grows\n\nIce grows slowly, and it does so from below.\n");
        Accepted page = accepted();
        assertThat(page.manifest().metadata().title()).isEqualTo("How ice grows");
        assertThat(page.manifest().metadata().summary()).isEqualTo("Ice grows slowly, and it does so from below.");
        assertThat(files(page)).containsExactly("ice.md");
        source.delete("ice.md").write("ice.ipynb", NOTEBOOK);
        assertThat(accepted().manifest().units())
                .singleElement()
                .satisfies(unit -> assertThat(unit.title()).isEqualTo("Ice"));
        source.write(
                "ice.ipynb",
                NOTEBOOK.replace(
                        "[{\"cell_type\": \"code\"",
                        "[{\"cell_type\": \"markdown\", \"source\": [\"# How ice grows\"], \"metadata\": {}}, {\"cell_type\": \"code\""));
        assertThat(accepted().manifest().metadata().title()).isEqualTo("How ice grows");
    }

    @Test
    void slidesInMarkdownBecomeALesson() {
        source.write("a.png", "png").write("ice.md", """
                ---
                marp: true
                theme: gaia
                ---

                <!-- _class: lead
                paginate: true -->

                # How ice grows

                ---

                ## From below

                ![bg right:40%](a.png) ![w:300 A lake](a.png)

                <!-- Speak slowly.
                Very. -->

                ```
                ---
                ```

                ---

                Ice grows slowly, and it does so from below.

                ---

                <!-- _class: lead -->

                ## From above
                """);
        Accepted outcome = accepted();
        assertThat(outcome.manifest().units())
                .singleElement()
                .satisfies(unit -> assertThat(unit.title()).isEqualTo("How ice grows"));
        assertThat(ImportFixtures.text(outcome, "ice.md")).endsWith("""
                        # How ice grows



                        ## From below

                        ![](a.png) ![A lake](a.png)




                        ```
                        ---
                        ```

                        ---

                        Ice grows slowly, and it does so from below.





                        ## From above
                        """).doesNotContain("Speak", "lead");
        assertThat(ImportFixtures.faults(outcome)).contains("ice.md slides-markdown", "ice.md:18 slides-notes");
        assertThat(ImportFixtures.faults(outcome, "slides-markdown").getFirst().arguments())
                .containsExactly("4");
        ImportedTexts.assertReadable(outcome, 1);

        source.write("ice.md", """
                ---
                type: slide
                ---

                # Ice

                --

                Grows.

                Note: slowly
                and well

                ---

                Melts in spring, as it always has.
                """);
        assertThat(ImportFixtures.text(accepted(), "ice.md"))
                .contains("# Ice", "Grows.", "Melts")
                .doesNotContain("slowly", "and well");
    }

    @Test
    void foldersComeInTheOrderOfTheirNumbersWithWhatTheyHoldUnderTheirPage() {
        source.write("10-late/README.md", "# Late\n")
                .write("2-early/README.md", "# Early\n")
                .write("2-early/01-a/README.md", "# A\n")
                .write("2-early/01-a/work.ipynb", NOTEBOOK)
                .write("2-early/01-a/assignment.md", "# Do it\n")
                .write("2-early/01-a/lab/README.md", "# Lab\n")
                .write("notes/extra.md", "# Extra\n")
                .write("CONTRIBUTING.md", "# How to help\n")
                .write("2-early/README.fr.md", "# Tôt\n")
                .write(".github/ISSUE.md", "# Bug\n");
        Accepted outcome = accepted();
        assertThat(files(outcome))
                .containsExactly(
                        "2-early/README.md",
                        "2-early/01-a/README.md",
                        "2-early/01-a/work.ipynb",
                        "2-early/01-a/assignment.md",
                        "2-early/01-a/lab/README.md",
                        "10-late/README.md",
                        "notes/extra.md");
        assertThat(outcome.manifest().unit("2-early-01-a-readme").orElseThrow().units())
                .hasSize(3);
        assertThat(outcome.manifest().unit("notes-extra"))
                .map(CourseUnit::required)
                .contains(false);
        assertThat(ImportFixtures.faults(outcome))
                .contains(
                        "CONTRIBUTING.md repository-about",
                        "2-early/README.fr.md repository-translation",
                        "notes/extra.md repository-beside");
    }

    @Test
    void linksToFoldersToOwnAddressesAndWithOtherCapitalsLeadToWhatIsHere() {
        source.write("01-a/README.md", """
                # A

                [next](../02-b/) and [that](https://github.com/some/repo/blob/main/02-b/README.md#part)
                and [this](https://github.com/fork/repo/tree/main/02-b) but
                [not this](https://github.com/some/other/blob/main/02-b/README.md).

                ![seen](Images/One.PNG)

                ```
                [code](../02-b/)
                ```
                """)
                .write("02-b/README.md", "# B\n\n## Part\n")
                .write("01-a/images/one.png", "no picture, but a file");
        Accepted outcome = accepted();
        String text = ImportFixtures.text(outcome, "01-a/README.md");
        assertThat(text)
                .contains(
                        "[next](../02-b/README.md)",
                        "[that](../02-b/README.md#part)",
                        "[this](../02-b/README.md)",
                        "(https://github.com/some/other/blob/main/02-b/README.md)",
                        "![seen](images/one.png)");
        assertThat(ImportFixtures.faults(outcome)).contains("01-a/README.md:7:9 link-case");
        assertThat(outcome.files()).containsKey("01-a/images/one.png");
        ImportedTexts.assertReadable(outcome, 2);
    }

    @Test
    void whatCannotBeReadOfAQuizIsSaid() {
        source.write(
                        "README.md",
                        "# Course\n\n[Quiz](https://example.org/quiz/7) [Other](https://example.org/quiz/9)\n")
                .write("q/one.json", """
                        [{"title": "T", "complete": "Done", "quizzes": [{"id": 7, "title": "First", "quiz": [
                          {"questionText": "1 < 2 * 3?", "answerOptions": [
                            {"answerText": "yes_sir_", "isCorrect": "true"}, {"answerText": "no", "isCorrect": "false"}]},
                          {"questionText": "Alone", "answerOptions": [{"answerText": "yes", "isCorrect": true}]},
                          {"questionText": "Both?", "answerOptions": [
                            {"answerText": "a", "isCorrect": true}, {"answerText": "b", "isCorrect": true}]}]},
                          {"id": 7, "title": "Second", "quiz": [
                          {"questionText": "Open?", "answerOptions": [{"answerText": "a"}, {"answerText": "b"}]}]},
                          {"id": 8, "title": "Empty", "quiz": []}]}]
                        """)
                .write("q/two.json", "{\"answerOptions\": [}");
        Accepted outcome = accepted();
        assertThat(outcome.report().counts().activities().questions()).isEqualTo(3);
        assertThat(outcome.report().counts().activities().unkeyedQuestions()).isEqualTo(1);
        assertThat(ImportFixtures.faults(outcome))
                .contains(
                        "README.md:3:44 repository-quiz-link",
                        "q/one.json:1:2 repository-quiz-fields",
                        "q/one.json:4:3 repository-question",
                        "q/one.json:7:10 repository-quiz-twice",
                        "q/one.json:9:3 repository-quiz-size",
                        "q/two.json repository-quiz-unreadable");
        assertThat(files(outcome)).containsExactly("README.md", "q/one-7.yaml", "q/one-x1.yaml");
        ImportedTexts.assertReadable(outcome, 5);
    }

    @Test
    void whereThereIsNoPageThereIsNoCourse() {
        source.write("data.csv", "1,2\n");
        assertThat(source.read()).isInstanceOf(Refused.class);
        source.write("LICENSE.md", "# MIT\n").write(".hidden/a.md", "# A\n");
        assertThat(ImportFixtures.faults(source.read(), "format-unknown")).hasSize(1);
    }
}
