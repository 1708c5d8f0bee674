package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.collegium.courses.ImportOutcome.Accepted;
import org.collegium.courses.exports.CourseText;
import org.collegium.source.FaultSeverity;
import org.collegium.source.ImportFault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A course that is really taught, imported whole and counted a second time by other means. */
@Tag("unit")
class JupyterBookCorpusTest {

    private static final Pattern FILE = Pattern.compile("file: (\\S+)");

    private static Path book;
    private static Accepted outcome;
    private static List<Path> pages;

    @BeforeAll
    static void readIt() throws IOException {
        book = ImportFixtures.corpus("scikit-learn-mooc");
        long start = System.nanoTime();
        outcome = (Accepted) ImportFixtures.read(book);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        pages = pages();
    }

    /** The pages as a person would find them: named in the contents, or lying beside those. */
    private static List<Path> pages() throws IOException {
        Set<Path> found = new HashSet<>();
        for (String folder : List.of("jupyter-book", "python_scripts")) {
            try (Stream<Path> files = Files.walk(book.resolve(folder))) {
                files.filter(file -> file.toString().matches(".*\\.(md|py)")).forEach(found::add);
            }
        }
        return found.stream().sorted().toList();
    }

    @Test
    void itIsWrittenAsTheSameCourseAgain() {
        CourseText text = new CourseText(outcome.manifest(), outcome.files().values(), ImportFixtures.formats());

        assertThat(text.write(outcome.described())).satisfies(written -> {
            assertThat(written.exact()).isTrue();
            assertThat(written.file().bytes())
                    .isEqualTo(outcome.described().orElseThrow().bytes());
        });
        assertThat(text.write(Optional.empty()).exact()).isTrue();
    }

    @Test
    void everyPageOfTheBookArrives() {
        assertThat(outcome.report().counts().pages()).isEqualTo(pages.size());
        assertThat(outcome.manifest().units()).hasSize(pages.size());
        assertThat(outcome.report().importable()).isTrue();
    }

    @Test
    void whatTheContentsNameComesInTheirOrderAndHierarchy() throws IOException {
        List<String> named = new ArrayList<>();
        List<Integer> depths = new ArrayList<>();
        for (String line : Files.readAllLines(book.resolve("jupyter-book/_toc.yml"))) {
            Matcher file = FILE.matcher(line);
            if (file.find() && !file.group(1).equals("python_scripts/blood_transfusion")) {
                named.add(file.group(1).replaceFirst("\\.md$", ""));
                depths.add(line.indexOf('-'));
            }
        }
        List<String> arrived = outcome.manifest().units().stream()
                .filter(unit -> unit.required())
                .map(unit -> unit.file().replaceFirst("^jupyter-book/", "").replaceFirst("\\.[a-z]+$", ""))
                .toList();
        assertThat(arrived.getFirst()).isEqualTo("toc");
        assertThat(arrived.subList(1, arrived.size())).isEqualTo(named);
        long nested = outcome.manifest().sections().stream()
                .flatMap(section -> section.units().stream())
                .mapToLong(unit -> unit.withNested().count() - 1)
                .sum();
        assertThat(nested).isEqualTo(depths.stream().filter(depth -> depth >= 4).count());
        assertThat(outcome.manifest().sections())
                .extracting(CourseSection::title)
                .containsExactly(
                        "Start",
                        "Setting the stage",
                        "Machine Learning Concepts",
                        "The predictive modeling pipeline",
                        "Selecting the best model",
                        "Hyperparameter tuning",
                        "Final exercise",
                        "Concluding remarks",
                        "Appendix",
                        "Outside the table of contents");
    }

    @Test
    void figuresCodeCellsFormulasAndQuestionsAreAsManyAsInTheSource() throws IOException {
        int figures = 0;
        int cells = 0;
        int questions = 0;
        int formulas = 0;
        for (Path page : pages) {
            String text = Files.readString(page);
            boolean script = page.toString().endsWith(".py");
            String prose = script ? comments(text) : text;
            figures += count(prose, "!\\[[^\\]]*]\\([^)]+\\)")
                    + count(prose, "<img\\b")
                    + count(prose, "\\{(?:figure|image)}");
            formulas += count(prose, "(?<![\\w\\\\$])\\$(?=[^\\s$0-9])[^$\\n]*[^\\s$\\\\]\\$(?!\\w)")
                    + count(prose, "(?m)^\\$\\$")
                    + count(prose, "\\{math}");
            cells += script ? count(text, "(?m)^# %%(?:$| (?!\\[markdown]))") : 0;
            questions += count(text, "(?m)^`{3,}\\{admonition} Question$");
        }
        var counts = outcome.report().counts().activities();
        assertThat(counts.figures()).isEqualTo(figures).isPositive();
        assertThat(counts.codeCells()).isEqualTo(cells).isPositive();
        assertThat(counts.formulas()).isEqualTo(formulas);
        assertThat(counts.questions()).isEqualTo(questions).isEqualTo(57);
        assertThat(counts.unkeyedQuestions()).isEqualTo(57);
        assertThat(outcome.manifest().units().stream()
                        .mapToInt(CourseUnit::questions)
                        .sum())
                .isEqualTo(57);
    }

    private static String comments(String script) {
        return script.lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^# ?", ""))
                .collect(Collectors.joining("\n"));
    }

    private static int count(String text, String pattern) {
        return (int) Pattern.compile(pattern).matcher(text).results().count();
    }

    @Test
    void everyQuestionKeepsAllItsOptions() throws IOException {
        int options = 0;
        int inQuizzes = 0;
        for (Path page : pages) {
            options += count(Files.readString(page), "(?m)^- [a-z]\\) ");
        }
        for (var file : outcome.files().entrySet()) {
            if (file.getKey().endsWith(".yaml")) {
                inQuizzes += count(
                        new String(file.getValue().bytes(), java.nio.charset.StandardCharsets.UTF_8),
                        "(?m)^      - key: ");
            }
        }
        assertThat(inQuizzes).isEqualTo(options).isPositive();
    }

    @Test
    void everySolutionIsLinkedToItsExercise() {
        List<CourseUnit> solutions = outcome.manifest().units().stream()
                .filter(unit -> unit.file().contains("_sol_"))
                .toList();
        assertThat(solutions).hasSize(6).allSatisfy(solution -> {
            CourseUnit exercise = outcome.manifest()
                    .unit(String.valueOf(solution.solutionOf()))
                    .orElseThrow();
            assertThat(exercise.file()).isEqualTo(solution.file().replace("_sol_", "_ex_"));
            assertThat(exercise.exercise()).isTrue();
        });
    }

    @Test
    void whatIsMissingOrUnknownIsInTheReportWithItsPlace() {
        assertThat(places("data-missing"))
                .hasSize(17)
                .allMatch(place -> place.startsWith("python_scripts/"))
                .contains("python_scripts/parameter_tuning_manual.py:29:29");
        assertThat(places("toc-missing-like")).containsExactly("jupyter-book/_toc.yml:90:13");
        assertThat(places("text-directive-unknown")).containsExactly("jupyter-book/appendix/notebook_timings.md:3:1");
        assertThat(places("slides-linked"))
                .contains("jupyter-book/ml_concepts/slides.md:11:1")
                .hasSize((int)
                        pages.stream().filter(JupyterBookCorpusTest::hasSlides).count());
        assertThat(places("question-unkeyed")).hasSize(57).contains("jupyter-book/ml_concepts/quiz_intro_01.md:15:1");
        assertThat(places("page-redirect")).containsExactly("jupyter-book/appendix/toc_redirect.md");
        assertThat(places("text-html-unwrapped")).isEmpty();
        assertThat(places("link-as-text")).hasSize(3);
        assertThat(outcome.report().faults()).allSatisfy(fault -> {
            assertThat(fault.reason()).isNotBlank();
            assertThat(fault.remedy()).isNotBlank();
            if (fault.line() > 0) {
                assertThat(lines(fault)).isGreaterThanOrEqualTo(fault.line());
            }
        });
    }

    private static boolean hasSlides(Path page) {
        try {
            return Files.readString(page).contains("<iframe class=\"slides\"");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long lines(ImportFault fault) {
        try (Stream<String> lines = Files.lines(book.resolve(fault.file()))) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> places(String code) {
        return ImportFixtures.faults(outcome, code).stream()
                .map(fault -> fault.place().toString())
                .toList();
    }

    @Test
    void everyFigureThatALessonShowsIsCarried() throws IOException {
        Set<String> shown = new HashSet<>();
        for (Path page : pages) {
            Matcher picture =
                    Pattern.compile("!\\[[^\\]]*]\\((?!http)([^)\\s]+)\\)").matcher(Files.readString(page));
            while (picture.find()) {
                shown.add(picture.group(1).replaceFirst(".*/", ""));
            }
        }
        Set<String> carried = outcome.files().keySet().stream()
                .map(path -> path.replaceFirst(".*/", ""))
                .collect(Collectors.toSet());
        assertThat(carried).containsAll(shown);
    }

    @Test
    void itBlocksPublishingUntilQuestionsHaveKeysButNotTheImport() {
        assertThat(outcome.report().importable()).isTrue();
        assertThat(outcome.report().publishable()).isFalse();
        assertThat(outcome.report().count(FaultSeverity.ERROR)).isZero();
        assertThat(outcome.manifest().metadata().licence()).isEqualTo("CC-BY-4.0");
        assertThat(outcome.manifest().metadata().title()).isEqualTo("Scikit-learn course");
    }

    @Test
    void theSameImportTwiceGivesTheSameCourse(@TempDir Path folder) throws IOException {
        Accepted again = (Accepted) ImportFixtures.read(book);
        assertThat(again.manifest().hash()).isEqualTo(outcome.manifest().hash());
        assertThat(again.report()).isEqualTo(outcome.report());
        ImportOutcome zipped = ImportFixtures.read(zip(folder.resolve("book.zip")));
        assertThat(zipped).isInstanceOf(Accepted.class);
        assertThat(((Accepted) zipped).manifest().hash())
                .isEqualTo(outcome.manifest().hash());
        assertThat(CourseManifest.parse(outcome.manifest().json())).isEqualTo(outcome.manifest());
    }

    private static Path zip(Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target);
                ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out);
                Stream<Path> files = Files.walk(book)) {
            zip.setLevel(1);
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putArchiveEntry(new ZipArchiveEntry("mooc-main/" + book.relativize(file)));
                Files.copy(file, zip);
                zip.closeArchiveEntry();
            }
        }
        return target;
    }

    @Test
    void itCanBeLeftAtAnyTime() {
        List<String> read = new ArrayList<>();
        ImportOutcome left = ImportFixtures.imports()
                .read(
                        book,
                        ImportOptions.forPartner("north-lakes"),
                        (file, done, total) -> {
                            read.add(file);
                            assertThat(total).isEqualTo(pages.size());
                            return done < 10;
                        },
                        result -> result);
        assertThat(left).isInstanceOf(ImportOutcome.Refused.class);
        assertThat(ImportFixtures.faults(left, "import-cancelled")).hasSize(1);
        assertThat(read).hasSize(11);
    }

    @Test
    void theReportReadsWellInATerminal() {
        assertThat(Arrays.asList(outcome.report().text().split("\n")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
        assertThat(outcome.report().text()).contains("57 questions (57 without a key)");
        assertThat(outcome.report().json()).contains("\"questions\" : 57", "\"code\" : \"question-unkeyed\"");
    }
}
