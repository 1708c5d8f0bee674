package org.collegium.courses.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.collegium.shared.RuleViolation;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class BroughtLabTest {

    @Test
    void aNotebookAloneGetsADefinition() {
        BroughtLab lab = BroughtLab.of("my squares.ipynb", bytes("{}"), "Squares: the \"first\"");

        assertThat(text(lab.definition()))
                .contains("format: collegium-lab/1")
                .contains("title: \"Squares: the \\\"first\\\"\"")
                .contains("notebook: lab.ipynb")
                .doesNotContain("files:");
        assertThat(lab.files()).extracting(SourceFile::path).containsExactly("lab.ipynb");
    }

    @Test
    void anArchiveIsReadFromTheFolderOfItsDefinition() throws IOException {
        BroughtLab lab = BroughtLab.of(
                "lab.zip",
                zip(Map.of(
                        "course/README.md", "Read me",
                        "course/lab/lab.yaml", "title: Squares",
                        "course/lab/work.ipynb", "{}",
                        "course/lab/data/one.csv", "1")),
                "Something");

        assertThat(text(lab.definition())).isEqualTo("title: Squares");
        assertThat(lab.files()).extracting(SourceFile::path).containsExactlyInAnyOrder("work.ipynb", "data/one.csv");
    }

    @Test
    void anArchiveWithoutADefinitionTakesItsOnlyNotebookAndAllElseAsData() throws IOException {
        BroughtLab lab = BroughtLab.of("lab.zip", zip(Map.of("work.ipynb", "{}", "one.csv", "1")), "Squares");

        assertThat(text(lab.definition())).contains("notebook: work.ipynb").contains("files: [\"one.csv\"]");
    }

    @Test
    void whatIsNoLabIsRefusedWithItsReason() throws IOException {
        byte[] two = zip(Map.of("one.ipynb", "{}", "two.ipynb", "{}"));
        assertThatThrownBy(() -> BroughtLab.of("lab.zip", two, "Two"))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> {
                    assertThat(refused.code()).isEqualTo("courses.outline.lab-notebooks");
                    assertThat(refused.arguments()).containsExactly(2);
                });
        byte[] outside = zip(Map.of("../evil.ipynb", "{}"));
        assertThatThrownBy(() -> BroughtLab.of("lab.zip", outside, "Evil"))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refused -> assertThat(refused.code()).isEqualTo("courses.draft.file-broken"));
        assertThatThrownBy(() -> BroughtLab.of("lab.zip", bytes("no archive"), "None"))
                .isInstanceOf(RuleViolation.class);
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(bytes(file.getValue()));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(SourceFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }
}
