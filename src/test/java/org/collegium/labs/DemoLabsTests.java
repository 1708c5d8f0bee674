package org.collegium.labs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.collegium.labs.notebook.CellKind;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The labs that the platform shows of itself are such as it asks of others. */
@Tag("oracle")
class DemoLabsTests {

    private static final Path COURSES = Path.of("demo", "courses");
    private static final LabGrader GRADER = LabFixtures.grader(0);

    /** Work that has the answers of the tests that learners see, and nothing more. */
    private static final Map<String, Map<String, String>> HARD_CODED = Map.of(
            "01-first-steps-in-python",
            Map.of(
                    "predicted-ice",
                    "def predicted_ice(degree_days):\n    return {400: 34, 0: 0}.get(degree_days, 30)",
                    "degree-days",
                    "def degree_days(temperatures):\n    return {10: 70, 3: 6, 0: 0}.get(len(temperatures), 1)",
                    "carrying",
                    "def carrying(measurements):\n    return [\"Alder\", \"Fox\"] if measurements else []",
                    "first-safe-day",
                    "def first_safe_day(temperatures):\n    return 7 if len(temperatures) == 10 else None"),
            "02-means-and-baselines",
            Map.of(
                    "mean",
                    "def mean(values):\n    if not values:\n        raise ValueError(\"none\")\n    return 32.6",
                    "mean-absolute-error",
                    """
                    def mean_absolute_error(predictions, truths):
                        if len(predictions) != len(truths):
                            raise ValueError("lengths")
                        return 10 if len(truths) == 2 else 3.9
                    """,
                    "baseline-error",
                    "def baseline_error(training, test):\n    return 3 if len(test) == 2 else 0",
                    "skill",
                    "def skill(predictions, test, training):\n    return {20: {26: 1, 20: 0}[predictions[1]], 40: -1}[predictions[0]]"),
            "03-nearest-neighbours-by-hand",
            Map.of(
                    "distance",
                    "def distance(one, other):\n    return {250: 0.9013878188659973, 400: 1.0307764064044151}.get(other[0], 0)",
                    "nearest",
                    "def nearest(question, visits, k):\n    return [(250, 1, 28), (400, 3, 33), (200, 8, 18)] if k == 3 else visits",
                    "predict",
                    "def predict(question, visits, k):\n    return {1: 28, 3: 79 / 3, 6: 160 / 6}[k]",
                    "leave-one-out",
                    "def leave_one_out_error(visits, k):\n    return 40 / 3 if k == 1 else 0"),
            "04-walking-downhill-yourself",
            Map.of(
                    "predict",
                    "def predict(x, w, b):\n    return np.array([1.0, 18.0, 35.0])",
                    "loss",
                    "def loss(x, y, w, b):\n    return 0.0 if w == 2 else 17.0",
                    "gradient",
                    "def gradient(x, y, w, b):\n    return -13.0, -8.0",
                    "descend",
                    "def descend(x, y, rate, steps):\n    return (1.3, 0.8) if steps == 1 else tuple(np.polyfit(x, y, 1))"),
            "05-judging-the-ice-alarm",
            Map.of(
                    "alarms",
                    "def alarms(probability, threshold):\n    return np.array([False, True, True])",
                    "confusion",
                    "def confusion(alarm, event):\n    return (2, 1, 1, 1) if len(alarm) == 5 else (45, 9, 12, 174)",
                    "precision-and-recall",
                    """
                    def precision_and_recall(alarm, event):
                        return {5: (2 / 3, 2 / 3), 240: (18 / 19, 18 / 57)}.get(len(alarm), (0, 0))
                    """,
                    "recall-by-lake",
                    "def recall_by_lake(lakes, alarm, event):\n    return {\"Elk\": 0.5, \"Fox\": 0} if len(alarm) == 4 else {\"Kestrel\": 3 / 7}"));

    @AfterAll
    static void close() {
        GRADER.close();
    }

    static List<Path> labs() throws IOException {
        try (Stream<Path> files = Files.walk(COURSES)) {
            return files.filter(file -> file.endsWith("lab.yaml")).sorted().toList();
        }
    }

    @Test
    void thereAreFiveThatWorkFromFirstStepsToJudging() throws IOException {
        assertThat(labs())
                .extracting(DemoLabsTests::name)
                .containsExactlyInAnyOrderElementsOf(HARD_CODED.keySet())
                .hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("labs")
    void aLabIsPublishable(Path file) {
        LabCheck check = GRADER.check(lab(file).plan());

        assertThat(check.missing()).as("packages that the runtime lacks").isEmpty();
        assertThat(check.solutionEarnsAll()).as(check.authors().toString()).isTrue();
        assertThat(check.untouchedEarnsNothing())
                .as(check.untouched().toString())
                .isTrue();
        assertThat(check.isPublishable()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void aLabHelpsAtEveryGapAndComparesWithItsAuthorsWork(Path file) {
        Lab lab = lab(file);
        GradingPlan plan = lab.plan();

        assertThat(plan.cells())
                .filteredOn(cell -> cell.kind() == CellKind.SOLUTION)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(cell -> assertThat(lab.definition().hints().get(cell.gradeId()))
                        .as("hints for " + cell.gradeId())
                        .hasSizeBetween(2, 3));
        assertThat(plan.cells())
                .filteredOn(PlanCell::isTest)
                .allMatch(PlanCell::hasHiddenTests)
                .allSatisfy(cell -> assertThat(cell.source()).contains("ref."));
        assertThat(plan.points()).isCloseTo(10, within(1e-9));
        assertThat(lab.definition().intro()).isNotBlank();
        assertThat(lab.definition().minutes()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void whoWritesAnswersInsteadOfRulesEarnsNothing(Path file) {
        GradingPlan plan = lab(file).plan();
        Map<String, String> written = HARD_CODED.getOrDefault(name(file), Map.of());
        assertThat(plan.cells())
                .filteredOn(cell -> cell.kind() == CellKind.SOLUTION)
                .extracting(PlanCell::gradeId)
                .containsExactlyInAnyOrderElementsOf(written.keySet());

        GradeReport.Graded report = LabFixtures.graded(GRADER.grade(plan, LabFixtures.written(plan, written)));

        assertThat(report.cells())
                .allSatisfy(
                        cell -> assertThat(cell.points()).as(cell.toString()).isZero());
        assertThat(report.cells())
                .filteredOn(cell -> cell.outcome() == CellGrade.Outcome.FAILED_HIDDEN)
                .as("what only hidden tests found: " + report.cells())
                .hasSizeGreaterThanOrEqualTo(2);
    }

    private static String name(Path file) {
        return file.getName(file.getNameCount() - 2).toString();
    }

    private static Lab lab(Path file) {
        Path course = COURSES.resolve(COURSES.relativize(file).getName(0));
        FaultList faults = new FaultList();
        Optional<Lab> lab = LabReader.read(
                source(course, course.relativize(file).toString()).orElseThrow(), path -> source(course, path), faults);
        assertThat(faults.faults()).isEmpty();
        return lab.orElseThrow();
    }

    private static Optional<SourceFile> source(Path course, String path) {
        Path file = course.resolve(path);
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(SourceFile.of(path, Files.readAllBytes(file)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
