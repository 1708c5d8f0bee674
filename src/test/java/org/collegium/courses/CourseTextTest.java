package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.collegium.courses.ImportOutcome.Accepted;
import org.collegium.courses.exports.CourseText;
import org.collegium.courses.exports.CourseText.Written;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is exported is imported as the same course, and its course.yaml is changed only where it must be. */
@Tag("unit")
class CourseTextTest {

    private static final Path DEMO = Path.of("demo", "courses", "first-course-in-machine-learning");

    static List<Path> courses() throws java.io.IOException {
        return DemoCoursesTest.courses();
    }

    @ParameterizedTest
    @MethodSource("courses")
    void aCourseAsItWasBroughtKeepsItsFileByteForByte(Path folder) {
        Accepted brought = accepted(folder);

        Written written = write(brought.manifest(), brought, brought.described());

        assertThat(written.exact()).isTrue();
        assertThat(written.file().bytes())
                .isEqualTo(brought.described().orElseThrow().bytes());
    }

    @ParameterizedTest
    @MethodSource("courses")
    void aCourseWithoutItsFileIsDescribedAnew(Path folder) {
        Accepted brought = accepted(folder);

        assertThat(write(brought.manifest(), brought, Optional.empty()).exact()).isTrue();
    }

    @Test
    void aDetailChangedInStudioLeavesAllOtherLinesAsTheyWere() {
        Accepted brought = accepted(DEMO);
        SourceFile commented = with(
                brought,
                text -> "# Ours.\r\n"
                        + text.replace("\n", "\r\n").replace("sections:", "# The outline.\r\nsections:")
                        + "# The end.\r\n");
        CourseMetadata said = brought.manifest().metadata();
        CourseManifest wanted = new CourseManifest(
                new CourseDetails(
                                "Models: \"a beginning\"",
                                said.summary(),
                                "Two lines,\nand # no comment.",
                                List.of("Tell a model from a rule: by its data.", "- and more"),
                                said.authors(),
                                said.language(),
                                said.level(),
                                said.audience(),
                                7.5,
                                List.of(),
                                said.skills(),
                                said.licence(),
                                null)
                        .in(said),
                brought.manifest().sections(),
                brought.manifest().files());

        Written written = write(wanted, brought, Optional.of(commented));

        String text = new String(written.file().bytes(), StandardCharsets.UTF_8);
        assertThat(written.exact()).isTrue();
        assertThat(text)
                .startsWith("# Ours.\r\n")
                .contains("\r\n# The outline.\r\nsections:\r\n")
                .endsWith("# The end.\r\n")
                .contains("\r\neffortHours: 7.5\r\n")
                .doesNotContain("certificate:");
        assertThat(outline(text)).isEqualTo(outline(new String(commented.bytes(), StandardCharsets.UTF_8)));
    }

    @Test
    void aLessonChangedInStudioKeepsItsTitleItsTimeAndItsPictures() {
        Accepted brought = accepted(DEMO);
        CourseManifest manifest = brought.manifest();
        CourseUnit unit = manifest.units().stream()
                .filter(one -> one.kind().equals("lesson"))
                .filter(one -> text(Objects.requireNonNull(brought.files().get(one.file())))
                        .contains("]("))
                .findFirst()
                .orElseThrow();
        SourceFile lesson = SourceFile.of(unit.file(), "# Another title\n\nShort.\n");
        Accepted edited = with(brought, lesson);

        Written written = write(edited.manifest(), edited, brought.described());

        assertThat(written.exact()).isTrue();
        assertThat(text(written.file()).lines().filter(line -> line.startsWith("#")))
                .containsExactlyElementsOf(text(brought.described().orElseThrow())
                        .lines()
                        .filter(line -> line.startsWith("#"))
                        .toList());
        assertThat(text(written.file())).contains("format: collegium-course/1");
    }

    @Test
    void anotherOutlineIsWrittenAnewAndTheRestStays() {
        Accepted brought = accepted(DEMO);
        CourseManifest manifest = brought.manifest();
        List<CourseSection> turned = manifest.sections().reversed();
        SourceFile commented = with(brought, text -> "# Ours.\n" + text);

        Written written = write(
                new CourseManifest(manifest.metadata(), turned, manifest.files()), brought, Optional.of(commented));

        assertThat(written.exact()).isTrue();
        assertThat(text(written.file())).startsWith("# Ours.\n");
    }

    @Test
    void aFileInAnotherStyleIsDescribedAnew() {
        Accepted brought = accepted(DEMO);
        SourceFile broken = SourceFile.of("course.yaml", "{format: collegium-course/1, key: other, sections: []}");

        assertThat(write(brought.manifest(), brought, Optional.of(broken)).exact())
                .isTrue();
    }

    static Written write(CourseManifest wanted, Accepted brought, Optional<SourceFile> described) {
        return new CourseText(wanted, brought.files().values(), ImportFixtures.formats()).write(described);
    }

    private static Accepted accepted(Path folder) {
        ImportOutcome outcome =
                ImportFixtures.imports().read(folder, ImportOptions.standard(), ImportWatch.NOBODY, found -> found);
        return (Accepted) outcome;
    }

    private static SourceFile with(Accepted brought, UnaryOperator<String> change) {
        return SourceFile.of(
                "course.yaml", change.apply(text(brought.described().orElseThrow())));
    }

    /** The same with another content of a unit's file, as Studio keeps it. */
    private static Accepted with(Accepted brought, SourceFile file) {
        Map<String, CourseFile> kept = new HashMap<>(brought.manifest().files());
        kept.computeIfPresent(
                file.path(), (path, before) -> new CourseFile(path, file.sha256(), file.size(), before.mediaType()));
        TreeMap<String, SourceFile> files = new TreeMap<>(brought.files());
        files.put(file.path(), file);
        return new Accepted(
                new CourseManifest(
                        brought.manifest().metadata(), brought.manifest().sections(), kept),
                files,
                brought.report(),
                brought.described());
    }

    private static String outline(String text) {
        return text.substring(text.indexOf("\nsections:"));
    }

    private static String text(SourceFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }
}
