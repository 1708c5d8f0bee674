package org.collegium.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.demonstration.LabStory.HandedIn;
import org.collegium.labs.GradeReport;
import org.collegium.labs.Lab;
import org.collegium.labs.LabFixtures;
import org.collegium.labs.LabGrader;
import org.collegium.labs.LabReader;
import org.collegium.labs.work.NotebookView;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the demonstration's learners hand in fits its labs and its people, and earns what is written beside it. */
@Tag("oracle")
class DemoLabWorkTests {

    private static final Path COURSE = Path.of("demo/courses/first-course-in-machine-learning");
    private static final String RUN = "machine-learning-open";
    private static final LabStory LABS = read(DemonstrationFiles::labs);
    private static final Story STORY = read(DemonstrationFiles::story);

    /** Reads one of the files of the demonstration. */
    private interface Reading<T> {
        T of(DemonstrationFiles files) throws IOException;
    }

    private static <T> T read(Reading<T> reading) {
        try (DemonstrationFiles files = DemonstrationFiles.unpack()) {
            return reading.of(files);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void whoHandsInIsInTheRunOnThatDayAndHasNotLeft() {
        Map<String, Story.Enrolment> enrolments = STORY.learners().stream()
                .flatMap(person -> person.joinedRuns().stream()
                        .filter(enrolment -> enrolment.run().equals(RUN))
                        .map(enrolment -> Map.entry(person.email(), enrolment)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(LABS.handedIn()).hasSizeGreaterThan(80).allSatisfy(told -> {
            Story.Enrolment enrolment = Objects.requireNonNull(enrolments.get(told.person()), told.toString());
            assertThat(enrolment.withdrew()).as(told.toString()).isNull();
            assertThat(told.day())
                    .as(told.toString())
                    .isGreaterThan(enrolment.joined())
                    .isLessThan(0);
        });
        assertThat(LABS.handedIn()).isSortedAccordingTo(Comparator.comparing(HandedIn::day));
    }

    @Test
    void everyWorkIsHandedInAndTypedIntoCellsThatAreTheLearners() {
        assertThat(LABS.works()).hasSize(5);
        LABS.works()
                .forEach((key, works) -> works.forEach((name, work) -> {
                    assertThat(LABS.handedIn())
                            .as(key + " " + name)
                            .anySatisfy(told ->
                                    assertThat(told.lab() + " " + told.work()).isEqualTo(key + " " + name));
                    assertThat(NotebookView.of(lab(key)).stream()
                                    .filter(NotebookView.Cell::learners)
                                    .map(NotebookView.Cell::key))
                            .as(key + " " + name)
                            .containsAll(work.cells().keySet());
                }));
        assertThat(LABS.handedIn())
                .allSatisfy(told -> assertThat(LABS.cells(told)).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("labs")
    void everyWorkEarnsWhatIsWrittenBesideIt(String key) {
        Lab lab = lab(key);
        try (LabGrader grader = LabFixtures.grader(0)) {
            LABS.works().getOrDefault(key, Map.of()).forEach((name, work) -> {
                GradeReport.Graded report =
                        LabFixtures.graded(grader.grade(lab.plan(), LabFixtures.written(lab.plan(), work.cells())));
                assertThat(report.points())
                        .as(key + " " + name + ": " + report.cells())
                        .isEqualTo(work.points());
            });
        }
    }

    static List<String> labs() {
        return LABS.works().keySet().stream().sorted().toList();
    }

    private static Lab lab(String key) {
        try (Stream<String> lines = Files.lines(COURSE.resolve("course.yaml"))) {
            List<String> all = lines.toList();
            int at = all.indexOf("      - key: " + key);
            String path = all.get(at + 1).strip().replaceFirst("^lab: ", "");
            return LabReader.read(source(path).orElseThrow(), DemoLabWorkTests::source, fault -> {})
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<SourceFile> source(String path) {
        Path file = COURSE.resolve(path);
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(SourceFile.of(path, Files.readAllBytes(file)))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
