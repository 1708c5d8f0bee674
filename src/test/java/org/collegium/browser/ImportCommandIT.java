package org.collegium.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operator's command in a process of its own, against the running platform; {@code ChaosIT} runs it where none is. */
@Tag("journey")
class ImportCommandIT {

    private static final String PARTNER = "nyota-institute";

    @TempDir
    private Path folder;

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();
    private LargeCourse course;

    @BeforeEach
    void thereIsACourse() throws Exception {
        course = LargeCourse.in(folder, "course-by-command");
    }

    @Test
    void aFolderComesInOnceAndTheSameZipOrFolderChangesNothing() throws Exception {
        ImportProcess first = ImportProcess.run(application, course.folder(), "--partner", PARTNER);
        assertThat(first.exitCode()).as(first.toString()).isZero();
        assertThat(first.out()).contains("units").endsWith("A new course with a draft was made.\n");
        assertThat(first.problems()).isEmpty();

        ImportProcess again = ImportProcess.run(application, course.folder(), "--partner=" + PARTNER);
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).endsWith("Nothing has changed since the last import.\n");

        ImportProcess zip = ImportProcess.run(application, course.zipped(), "--partner", PARTNER, "--json");
        JsonNode json = JsonMapper.shared().readTree(zip.out());
        assertThat(zip.exitCode()).isZero();
        assertThat(json.path("outcome").asString()).isEqualTo("unchanged");
        assertThat(json.path("report").path("importable").asBoolean()).isTrue();
        assertThat(json.path("report").path("counts").path("units").asInt()).isGreaterThan(50);
    }

    @Test
    void aBlockingFaultEndsItWithOneAndTheReport() throws Exception {
        Path broken = Files.createDirectories(folder.resolve("broken"));
        Files.writeString(broken.resolve("course.yaml"), "format: collegium-course/1\nkey: Not A Key\n");

        ImportProcess text = ImportProcess.run(application, broken, "--partner", PARTNER);
        assertThat(text.exitCode()).isEqualTo(1);
        assertThat(text.out()).contains("course.yaml:2").endsWith("Nothing was imported.\n");

        ImportProcess json = ImportProcess.run(application, broken, "--partner", PARTNER, "--json");
        assertThat(json.exitCode()).isEqualTo(1);
        assertThat(JsonMapper.shared().readTree(json.out()).path("outcome").asString())
                .isEqualTo("refused");
    }

    @Test
    void aWrongCallEndsItWithTwoAndOneSentence() throws Exception {
        ImportProcess nobody = ImportProcess.run(application, course.folder(), "--partner", "nobody");
        assertThat(nobody.exitCode()).isEqualTo(2);
        assertThat(nobody.problems()).isEqualTo("There is no partner nobody.\n");

        ImportProcess incomplete = ImportProcess.run(application, course.folder());
        assertThat(incomplete.exitCode()).isEqualTo(2);
        assertThat(incomplete.problems()).startsWith("The partner is missing.\n");
        assertThat(incomplete.out()).isEmpty();
    }
}
