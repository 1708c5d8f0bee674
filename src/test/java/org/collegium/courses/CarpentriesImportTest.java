package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.collegium.courses.ImportOutcome.Accepted;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lessons of the Carpentries: a real one, counted a second time by other means, and a small one with everything odd. */
@Tag("unit")
class CarpentriesImportTest {

    private static final Pattern DIVISION = Pattern.compile("(?m)^:{3,}\\s*([a-z]+)\\s*$");

    @TempDir
    Path folder;

    private static Accepted accepted(ImportOutcome outcome) {
        assertThat(outcome).withFailMessage(() -> outcome.report().text()).isInstanceOf(Accepted.class);
        return (Accepted) outcome;
    }

    private static String text(Accepted outcome, String path) {
        return ImportFixtures.text(outcome, path);
    }

    private static long divisions(String text, String name) {
        return DIVISION.matcher(text)
                .results()
                .filter(found -> found.group(1).equals(name))
                .count();
    }

    @Test
    void aRealLessonArrivesWholeAndInOrder() throws IOException {
        Path lesson = ImportFixtures.corpus("carpentries-ml");
        Accepted outcome = accepted(ImportFixtures.read(lesson));
        List<String> episodes = new ArrayList<>();
        for (String line : Files.readAllLines(lesson.resolve("config.yaml"))) {
            if (line.matches("- [0-9].*\\.md")) {
                episodes.add("episodes/" + line.substring(2));
            }
        }
        CourseSection section = outcome.manifest().sections().get(1);
        assertThat(section.units())
                .extracting(CourseUnit::file)
                .isEqualTo(episodes)
                .hasSize(9);

        String all = "";
        int figures = 0;
        int minutes = 0;
        int objectives = 0;
        Set<String> shown = new HashSet<>();
        for (String episode : episodes) {
            String text = Files.readString(lesson.resolve(episode));
            all += text;
            Matcher picture =
                    Pattern.compile("!\\[[^\\]]*]\\(([^)\\s]+)[^)]*\\)").matcher(text);
            while (picture.find()) {
                figures++;
                shown.add("episodes/" + picture.group(1));
            }
            for (String line : text.lines().toList()) {
                minutes +=
                        line.matches("(teaching|exercises): [0-9]+") ? Integer.parseInt(line.replaceAll("\\D", "")) : 0;
            }
            String goals = text.substring(text.indexOf("objectives"));
            objectives += (int) goals.substring(0, goals.indexOf("\n:::"))
                    .lines()
                    .filter(line -> line.startsWith("- "))
                    .count();
        }
        assertThat(outcome.report().counts().activities().figures())
                .isEqualTo(figures)
                .isPositive();
        assertThat(outcome.files().keySet()).containsAll(shown);
        assertThat(section.units().stream().mapToInt(CourseUnit::minutes).sum()).isEqualTo(minutes);
        assertThat(outcome.manifest().metadata().outcomes()).hasSize(objectives);
        assertThat(outcome.manifest().metadata().licence()).isEqualTo("CC-BY-4.0");
        assertThat(outcome.manifest().metadata().authors()).hasSize(11);
        assertThat(outcome.report().publishable()).isTrue();

        String made = outcome.manifest().units().stream()
                .map(unit -> text(outcome, unit.file()))
                .collect(Collectors.joining());
        for (String name : List.of("callout", "challenge", "keypoints", "objectives", "questions")) {
            String more = name.equals("callout") ? Files.readString(lesson.resolve("learners/setup.md")) : "";
            assertThat(divisions(made, name))
                    .as(name)
                    .isEqualTo(divisions(all + more, name))
                    .isPositive();
        }
        assertThat(divisions(made, "solution")).isZero();
        assertThat(outcome.manifest().units())
                .filteredOn(unit -> unit.solutionOf() != null)
                .hasSize((int) divisions(all, "solution"))
                .allSatisfy(unit -> assertThat(outcome.manifest().unit(String.valueOf(unit.solutionOf())))
                        .map(CourseUnit::exercise)
                        .contains(true));
        assertThat(words(made)).containsAllEntriesOf(words(all));
        ImportedTexts.assertReadable(outcome, 29);
    }

    /** The long words outside headings: nothing that an episode says may be lost. */
    private static Map<String, Long> words(String text) {
        return Pattern.compile("(?m)^(?!#|title:|teaching:|exercises:|:::).*$")
                .matcher(text)
                .results()
                .flatMap(line ->
                        Pattern.compile("[a-z]{12,}").matcher(line.group()).results())
                .map(java.util.regex.MatchResult::group)
                .distinct()
                .collect(Collectors.toMap(word -> word, word -> 1L));
    }

    @Test
    void whatLearnersShouldNotSeeOrNobodyWroteIsLeftOutAndSaid() {
        SmallCourses lesson = SmallCourses.empty(folder)
                .write("config.yaml", """
                        carpentry: 'incubator'
                        title: 'Ice'
                        license: 'CC-BY 4.0'
                        lang: es
                        episodes:
                        - growing.md
                        - melting.Rmd
                        - groving.md
                        """)
                .write("episodes/growing.md", """
                        ---
                        title: Growing
                        teaching: 10
                        exercises: 5
                        ---

                        ::: objectives

                        - Say how *ice*
                          grows.

                        :::

                        ::: instructor
                        Ask them first.
                        :::

                        ::::::::::::::: challenge

                        ## How thick?

                        Measure it: ![Ice](fig/ice.png){alt='Ice on a lake'}

                        :::::::: solution

                        ## Respuesta

                        ```python
                        ::: not a division
                        ```

                        ::: instructor
                        They will ask why.
                        :::

                        ::::::::

                        :::::::: solution
                        Or with a ruler.
                        ::::::::

                        ::::::::::::::::::

                        ::: challenge
                        Only think.
                        :::

                        ::: spoiler
                        ### More
                        Text
                        :::

                        > Older
                        > {: .callout}
                        """)
                .write("episodes/melting.Rmd", "---\ntitle: Melting\n---\n")
                .write("episodes/draft.md", "---\ntitle: Draft\n---\n\nText.\n")
                .write("episodes/fig/ice.png", "no picture")
                .write("instructors/notes.md", "---\ntitle: Notes\n---\n\nText.\n")
                .write(
                        "learners/setup.md",
                        "---\ntitle: Setup\n---\n\nFIXME\n\nThis is a placeholder file. Please add content here.\n")
                .write("learners/reference.md", "---\ntitle: Glossary\n---\n\n## Glossary\n\nIce\n: Water\n");
        Accepted outcome = accepted(lesson.read());
        assertThat(outcome.manifest().units())
                .extracting(CourseUnit::key)
                .containsExactly("growing", "growing-exercise-1", "growing-exercise-1-solution", "reference");
        assertThat(outcome.manifest().metadata().language()).isEqualTo("es");
        assertThat(outcome.manifest().metadata().outcomes()).containsExactly("Say how ice grows.");
        assertThat(text(outcome, "episodes/growing.md"))
                .contains("[How thick?](growing-exercise-1.md)", "Only think.", "::: spoiler", "> Older")
                .doesNotContain("Ask them first", "Measure it", "ruler", "{: .callout}");
        assertThat(text(outcome, "episodes/growing-exercise-1.md"))
                .startsWith("# How thick?\n")
                .contains("Measure it")
                .doesNotContain("Respuesta", "ruler");
        assertThat(text(outcome, "episodes/growing-exercise-1-solution.md"))
                .startsWith("# Respuesta\n")
                .contains("::: not a division", "Or with a ruler.")
                .doesNotContain("They will ask why");
        assertThat(ImportFixtures.faults(outcome))
                .contains(
                        "config.yaml:7:3 page-kind",
                        "config.yaml:8:3 toc-missing-like",
                        "episodes/draft.md carpentries-draft",
                        "episodes/growing.md:14:1 carpentries-instructor-note",
                        "episodes/growing.md:18:1 carpentries-exercise",
                        "episodes/growing.md:32:1 carpentries-instructor-note",
                        "episodes/growing.md:54:1 carpentries-kramdown",
                        "instructors/notes.md carpentries-instructors",
                        "learners/setup.md carpentries-placeholder")
                .doesNotContain("instructors/notes.md file-unused", "learners/setup.md file-unused");
        ImportedTexts.assertReadable(outcome, 4);
    }
}
