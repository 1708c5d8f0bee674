package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.collegium.source.FaultSeverity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The courses written for this project are in its own format, without a fault. */
@Tag("unit")
class DemonstrationCoursesTest {

    static List<Path> courses() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("demo"))) {
            return files.filter(file -> file.endsWith("course.yaml"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("courses")
    void aDemonstrationCourseCanBeImportedAndPublished(Path course) {
        ImportOutcome outcome =
                ImportFixtures.imports().read(course, ImportOptions.standard(), ImportWatch.NOBODY, result -> result);
        assertThat(outcome).as(outcome.report().text()).isInstanceOf(ImportOutcome.Accepted.class);
        assertThat(outcome.report().publishable()).as(outcome.report().text()).isTrue();
        assertThat(outcome.report().count(FaultSeverity.WARNING))
                .as(outcome.report().text())
                .isZero();
        assertThat(outcome.report().counts().activities().unkeyedQuestions()).isZero();
    }
}
