package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.collegium.courses.CourseMetadata.Audience;
import org.collegium.courses.CourseMetadata.CertificateRule;
import org.collegium.courses.CourseMetadata.CertificateRule.Requirement;
import org.collegium.courses.CourseMetadata.CourseAuthor;
import org.collegium.courses.CourseMetadata.CourseSkill;
import org.collegium.courses.ImportOutcome.Accepted;
import org.collegium.courses.ImportOutcome.Refused;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("unit")
class CourseFormatTest {

    private static final String COURSE = "course.yaml";

    @TempDir
    Path folder;

    @Test
    void allThatACourseSaysArrives() {
        Accepted outcome = (Accepted) ImportFixtures.read(SmallCourses.SMALL);
        CourseMetadata metadata = outcome.manifest().metadata();
        assertThat(metadata.key()).isEqualTo("small-course");
        assertThat(metadata.partner()).isEqualTo("north-lakes");
        assertThat(metadata.authors())
                .containsExactly(new CourseAuthor("Ada Example", "Lecturer", "https://example.org/ada"));
        assertThat(metadata.audience()).containsExactly(Audience.STUDENTS, Audience.PUBLIC);
        assertThat(metadata.effortHours()).isEqualTo(1.5);
        assertThat(metadata.skills()).containsExactly(new CourseSkill("tell-apart", "Tell things apart", null));
        assertThat(metadata.certificate()).isEqualTo(new CertificateRule(Requirement.QUIZZES, 0.5));
        assertThat(outcome.manifest().sections()).hasSize(2).first().satisfies(section -> {
            assertThat(section.summary()).isEqualTo("To begin with.");
            assertThat(section.units())
                    .extracting(CourseUnit::key)
                    .containsExactly("welcome", "try-it", "try-it-solution");
        });
        assertThat(outcome.manifest().units())
                .containsExactly(
                        unit("welcome", "Welcome", "lesson", "lessons/welcome.md", 1, 0, closer()),
                        closer(),
                        unit("try-it", "Try it", "notebook", "notebooks/try.py", 1, 0),
                        unit("try-it-solution", "Try it: a solution", "notebook", "notebooks/try-solution.ipynb", 1, 0),
                        unit("check", "Check yourself", "quiz", "quizzes/check.yaml", 3, 2));
        assertThat(outcome.report().counts().activities())
                .isEqualTo(new org.collegium.activity.ActivityCounts(2, 3, 3, 2, 0));
    }

    private static CourseUnit closer() {
        return new CourseUnit(
                "look-closer",
                "A closer look",
                "lesson",
                "lessons/closer.md",
                9,
                false,
                false,
                false,
                null,
                0,
                List.of());
    }

    private static CourseUnit unit(
            String key, String title, String kind, String file, int minutes, int questions, CourseUnit... below) {
        return new CourseUnit(
                key,
                title,
                kind,
                file,
                minutes,
                key.equals("welcome"),
                true,
                key.equals("try-it"),
                key.equals("try-it-solution") ? "try-it" : null,
                questions,
                List.of(below));
    }

    @Test
    void itCarriesWhatItsUnitsPointAtAndSaysWhatItLeavesOut() {
        Accepted outcome = (Accepted) ImportFixtures.read(SmallCourses.SMALL);
        assertThat(outcome.files())
                .containsOnlyKeys(
                        "assets/cover.svg",
                        "assets/numbers.csv",
                        "assets/square.svg",
                        "assets/table.csv",
                        "lessons/closer.md",
                        "lessons/welcome.md",
                        "notebooks/try-solution.ipynb",
                        "notebooks/try.py",
                        "quizzes/check.yaml");
        assertThat(outcome.manifest().files().keySet())
                .isEqualTo(outcome.files().keySet());
        assertThat(outcome.manifest().files().values())
                .extracting(file -> file.path() + " " + file.mediaType())
                .contains("assets/square.svg image/svg+xml", "notebooks/try.py text/x-python");
        assertThat(ImportFixtures.faults(outcome)).containsExactly("assets/forgotten.txt file-unused");
    }

    @Test
    void theSameFilesGiveTheSameManifestAndOtherFilesAnother() {
        Accepted one = (Accepted) ImportFixtures.read(SmallCourses.SMALL);
        Accepted copy = (Accepted) SmallCourses.small(folder).read();
        assertThat(copy.manifest().json()).isEqualTo(one.manifest().json());
        assertThat(copy.manifest().hash()).isEqualTo(one.manifest().hash()).hasSize(64);
        assertThat(CourseManifest.parse(one.manifest().json())).isEqualTo(one.manifest());
        assertThat(CourseManifest.parse(one.manifest().json()).json())
                .isEqualTo(one.manifest().json());
        Accepted changed = (Accepted) SmallCourses.small(folder)
                .replace("assets/table.csv", "1,2", "1,3")
                .read();
        assertThat(changed.manifest().hash()).isNotEqualTo(one.manifest().hash());
    }

    @Test
    void aCoverThatMakesPagesSlowIsRefused() {
        String large = "<svg xmlns='http://www.w3.org/2000/svg'><!--" + "x".repeat(1 << 20) + "--></svg>";
        ImportOutcome outcome =
                SmallCourses.small(folder).write("assets/cover.svg", large).read();
        assertThat(ImportFixtures.faults(outcome)).contains("course.yaml:21:8 cover-too-large");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                // what, old, new, faults
                Arguments.of("key: welcome", "key: try-it", "course.yaml:40:14 unit-twice"),
                Arguments.of("key: last", "key: first", "course.yaml:46:10 section-twice"),
                Arguments.of("lessons/welcome.md", "lessons/welcom.md", "course.yaml:32:17 file-missing-like"),
                Arguments.of("lessons/welcome.md", "../welcome.md", "course.yaml:32:17 file-outside"),
                Arguments.of(
                        "lesson: lessons/welcome.md", "lesson: notebooks/try.py", "notebooks/try.py kind-extension"),
                Arguments.of("quiz: quizzes/check.yaml", "quiz: lessons/closer.md", "lessons/closer.md kind-extension"),
                Arguments.of("solutionOf: try-it", "solutionOf: try", "course.yaml:45:21 solution-unknown"),
                Arguments.of("solutionOf: try-it", "solutionOf: welcome", "course.yaml:45:21 solution-of-no-exercise"),
                Arguments.of("exercise: true", "solutionOf: try-it-solution", "course.yaml:42:21 solution-circle"),
                Arguments.of("language: en", "language: xx", "course.yaml:12:11 language-unknown"),
                Arguments.of("licence: CC-BY-4.0", "licence: CC-BY", "course.yaml:20:10 licence-unknown-like"),
                Arguments.of("licence: CC-BY-4.0", "licence: My-Own", "course.yaml:20:10 licence-unknown"),
                Arguments.of("licence: CC-BY-4.0\n", "", "course.yaml:1:1 licence-missing"),
                Arguments.of("partner: north-lakes", "partner: other", "course.yaml:7:10 partner-differs"),
                Arguments.of(
                        "cover: assets/cover.svg", "cover: assets/numbers.csv", "course.yaml:21:8 cover-no-picture"),
                Arguments.of(
                        "cover: assets/cover.svg",
                        "cover: assets/cover.svg\ncoverAlt: ''",
                        "course.yaml:22:11 yaml-minlength"),
                Arguments.of(
                        "cover: assets/cover.svg", "cover: assets/covers.svg", "course.yaml:21:8 file-missing-like"),
                Arguments.of("assets/*.csv", "data/*.csv", "course.yaml:25:9 files-none"),
                Arguments.of("key: tell-apart", "key: tell", "quizzes/check.yaml:10:14 skill-unknown"),
                Arguments.of("topics: [testing]", "topics: testing", "course.yaml:16:9 yaml-type"),
                Arguments.of("level: introductory", "level: introductry", "course.yaml:13:8 yaml-choice-like"),
                Arguments.of("effortHours: 1.5", "effortHours: 0", "course.yaml:15:14 yaml-minimum"),
                Arguments.of("  minimumScore: 0.5", "  minimumscore: 0.5", "course.yaml:24:3 yaml-unknown-like"),
                Arguments.of("key: small-course", "key: Small course", "course.yaml:2:6 yaml-pattern"),
                Arguments.of("title: A small course\n", "", "course.yaml:1:1 yaml-required"),
                Arguments.of(
                        "language: en", "language: en\nvariantOf: small-course", "course.yaml:13:12 variant-of-itself"),
                Arguments.of("        quiz: quizzes/check.yaml", "        title: x", "course.yaml:49:9 yaml-one-of"),
                Arguments.of("        sample: true\n", "", "course.yaml:27:5 no-sample"),
                Arguments.of("effortHours: 1.5\n", "", "course.yaml:1:1 effort-estimated"),
                Arguments.of("  - Tell a lesson from a quiz.", "", "course.yaml:5:10 outcomes-missing"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultInTheCourseIsFoundAtItsPlace(String old, String other, String expected) {
        ImportOutcome outcome =
                SmallCourses.small(folder).replace(COURSE, old, other).read();
        assertThat(ImportFixtures.faults(outcome)).contains(expected);
        boolean error = outcome.report().faults().stream()
                .anyMatch(fault -> fault.severity() == org.collegium.source.FaultSeverity.ERROR);
        assertThat(outcome).isInstanceOf(error ? Refused.class : Accepted.class);
    }

    static Stream<Arguments> faultsInFiles() {
        String welcome = "lessons/welcome.md";
        return Stream.of(
                Arguments.of(welcome, "[name](closer)", "[name](nowhere.md)", "lessons/welcome.md:3:52 link-missing"),
                Arguments.of(
                        welcome,
                        "../assets/table.csv",
                        "assets/table.csv",
                        "lessons/welcome.md:3:76 link-missing-like"),
                Arguments.of(
                        welcome, "../assets/table.csv", "../../table.csv", "lessons/welcome.md:3:76 link-leaves-like"),
                Arguments.of(welcome, "../assets/table.csv", "../assets", "lessons/welcome.md:3:76 link-folder"),
                Arguments.of(welcome, "../assets/square.svg", "square.png", "lessons/welcome.md:5:1 link-missing"),
                Arguments.of(welcome, "Read on", "{ref}`no-label`", "lessons/welcome.md:3:1 label-missing"),
                Arguments.of(welcome, "{note}", "{nota}", "lessons/welcome.md:7:1 text-directive-unknown"),
                Arguments.of("notebooks/try.py", "numbers.csv", "none.csv", "notebooks/try.py:5:15 data-missing"),
                Arguments.of(
                        "notebooks/try-solution.ipynb",
                        "table.csv",
                        "none.csv",
                        "notebooks/try-solution.ipynb:9 link-missing"),
                Arguments.of(
                        "notebooks/try-solution.ipynb",
                        "\"nbformat\": 4",
                        "\"nbformat\": 3",
                        "notebooks/try-solution.ipynb:1:1 text-notebook-version"),
                Arguments.of("quizzes/check.yaml", "square.svg", "none.svg", "quizzes/check.yaml:9:7 link-missing"),
                Arguments.of("quizzes/check.yaml", ", correct: true", "", "quizzes/check.yaml:4:5 question-unkeyed"),
                Arguments.of(
                        "quizzes/check.yaml",
                        "type: numeric",
                        "type: numerical",
                        "quizzes/check.yaml:15:11 yaml-choice-like"));
    }

    @ParameterizedTest
    @MethodSource("faultsInFiles")
    void aFaultInAFileIsFoundAtItsPlace(String file, String old, String other, String expected) {
        ImportOutcome outcome =
                SmallCourses.small(folder).replace(file, old, other).read();
        assertThat(ImportFixtures.faults(outcome)).contains(expected);
    }

    @Test
    void aLabelMayBeTheKeyOfAUnitOrStandInTheText() {
        ImportOutcome outcome = SmallCourses.small(folder)
                .replace("lessons/welcome.md", "Read on", "{ref}`x <look-closer>`, {ref}`eq-one`")
                .replace("lessons/welcome.md", "b^2 = c^2\n$$", "b^2 = c^2\n$$ (eq-one)")
                .read();
        assertThat(ImportFixtures.faults(outcome)).containsExactly("assets/forgotten.txt file-unused");
    }

    @Test
    void everyFaultIsSaidAtOnce() {
        ImportOutcome outcome = SmallCourses.small(folder)
                .replace(COURSE, "language: en", "language: xx")
                .replace(COURSE, "lessons/closer.md", "lessons/further.md")
                .replace("quizzes/check.yaml", "type: single", "type: multi")
                .delete("assets/square.svg")
                .read();
        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(ImportFixtures.faults(outcome))
                .contains(
                        "course.yaml:12:11 language-unknown",
                        "course.yaml:37:21 file-missing-like",
                        "lessons/welcome.md:5:1 link-missing",
                        "quizzes/check.yaml:5:11 yaml-choice");
    }

    @Test
    void unitsMayNestFourDeepAndNoDeeper() {
        StringBuilder units = new StringBuilder();
        for (int depth = 1; depth <= 5; depth++) {
            String indent = " ".repeat(4 * depth);
            units.append(indent)
                    .append("units:\n")
                    .append(indent)
                    .append("  - key: d")
                    .append(depth)
                    .append('\n');
            units.append(indent).append("    lesson: lessons/l").append(depth).append(".md\n");
            SmallCourses.empty(folder).write("lessons/l" + depth + ".md", "# L\n\ntext\n");
        }
        SmallCourses.empty(folder).write(COURSE, """
                format: collegium-course/1
                key: deep
                title: Deep
                summary: Deep
                language: en
                level: introductory
                audience: [students]
                sections:
                  - key: s
                    title: S
                """ + units);
        assertThat(ImportFixtures.faults(ImportFixtures.read(folder))).contains("course.yaml:24:25 units-deep");
    }

    @Test
    void thePartnerMayBeSaidInEitherPlaceButMustBeSaid() {
        SmallCourses course = SmallCourses.small(folder).replace(COURSE, "partner: north-lakes\n", "");
        assertThat(((Accepted) course.read()).manifest().metadata().partner()).isEqualTo("north-lakes");
        ImportOutcome outcome =
                ImportFixtures.imports().read(folder, ImportOptions.standard(), ImportWatch.NOBODY, result -> result);
        assertThat(ImportFixtures.faults(outcome)).contains("course.yaml:1:1 partner-missing");
    }

    @Test
    void aFolderThatHoldsNoCourseSaysSo() {
        assertThat(ImportFixtures.faults(
                        SmallCourses.empty(folder).write("a/table.csv", "x").read()))
                .containsExactly(" format-unknown");
        assertThat(ImportFixtures.faults(ImportFixtures.read(folder.resolve("none"))))
                .containsExactly(" source-missing");
    }

    @Test
    void aLinkedFolderIsReadWhereItIsLinked() throws java.io.IOException {
        SmallCourses course =
                SmallCourses.small(folder).replace("lessons/welcome.md", "../assets/square.svg", "pictures/square.svg");
        java.nio.file.Files.createSymbolicLink(folder.resolve("lessons/pictures"), Path.of("../assets"));
        Accepted outcome = (Accepted) course.read();
        assertThat(outcome.files()).containsKeys("lessons/pictures/square.svg", "assets/square.svg");
    }
}
