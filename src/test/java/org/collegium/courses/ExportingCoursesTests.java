package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.collegium.FullApplicationTest;
import org.collegium.identity.SystemActor;
import org.collegium.partners.Partner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

/** What is exported is imported as the same course. */
@Tag("module")
@FullApplicationTest
class ExportingCoursesTests {

    private static final String DESCRIPTION = """
        # Written by hand.
        format: collegium-course/1
        key: first-course
        title: A first course    # for now
        summary: Learn what a model is.
        outcomes: [Explain what a model is.]
        authors: [{ name: Ada Example }]
        language: en
        level: introductory
        audience: [students]
        licence: CC-BY-4.0

        # The outline.
        sections:
          - key: start
            title: Start
            units:
              - key: one
                lesson: lessons/one.md
                sample: true
              - key: quiz-models
                quiz: quizzes/models.yaml
        """;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private ExportingCourses exporting;

    @Autowired
    private ImportingCourses importing;

    @Autowired
    private Drafts drafts;

    @Autowired
    private SystemActor system;

    @TempDir
    private Path folder;

    private Partner partner;
    private CourseId course;

    @BeforeEach
    void thereIsACourse() throws IOException {
        partner = CoursesFixtures.partner(beans);
        Path source = folder.resolve("source");
        write(source.resolve("course.yaml"), DESCRIPTION);
        write(
                source.resolve("lessons/one.md"),
                "# One\n\n![A tree](../assets/tree.svg) and [data](../assets/data.csv).\n");
        write(source.resolve("assets/tree.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        write(source.resolve("assets/data.csv"), "0".repeat(12 << 20));
        write(source.resolve("quizzes/models.yaml"), CoursesFixtures.QUIZ);
        course = ((ImportResult.Created) imported(source)).course();
    }

    @Test
    void whatWasBroughtComesBackByteForByteAndIsNothingNew() throws IOException {
        Path zip = zip(draft());

        assertThat(imported(zip)).isInstanceOf(ImportResult.Unchanged.class);
        assertThat(draft().description().bytes()).isEqualTo(DESCRIPTION.getBytes(StandardCharsets.UTF_8));
        assertThat(draft().paths())
                .containsExactly("assets/data.csv", "assets/tree.svg", "lessons/one.md", "quizzes/models.yaml");
        assertThat(Files.mismatch(zip, zip(draft()))).isEqualTo(-1);
    }

    @Test
    void editsMadeInStudioComeBackAndAreNotAskedForAgain() throws IOException {
        String hash = edited();
        Path zip = zip(draft());

        assertThat(new String(draft().description().bytes(), StandardCharsets.UTF_8))
                .contains("# Written by hand.", "# The outline.", "title: Models");
        assertThat(imported(zip)).isInstanceOf(ImportResult.Unchanged.class);
        assertThat(found().edited()).isFalse();
        assertThat(found().hash()).isEqualTo(hash);
    }

    @Test
    void aVersionIsTheSameCourseForAnotherPartner() throws IOException {
        String hash = edited();
        CourseVersion version = CoursesFixtures.publish(beans, course);
        CourseExport export = asStaff(() -> exporting.find(course, new CourseEdition.OfVersion(1)))
                .orElseThrow();

        partner = CoursesFixtures.partner(beans);
        ImportResult there = imported(zip(export));

        assertThat(version.manifest().hash()).isEqualTo(hash);
        assertThat(there).isInstanceOf(ImportResult.Created.class);
        course = ((ImportResult.Created) there).course();
        assertThat(found().manifest().sections()).isEqualTo(version.manifest().sections());
        assertThat(found().manifest().files()).isEqualTo(version.manifest().files());
        assertThat(asStaff(() -> exporting.find(course, new CourseEdition.OfVersion(1))))
                .isEmpty();
    }

    @Test
    void onlyStaffOfThePartnerTakeACourseOut() {
        String elsewhere = CoursesPermissions.VIEW_DRAFT + "@"
                + CoursesFixtures.partner(beans).id();
        for (Set<String> held : java.util.List.of(Set.<String>of(), Set.of(elsewhere))) {
            assertThatThrownBy(() -> system.call(held, () -> exporting.find(course, new CourseEdition.OfDraft())))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> system.call(held, () -> exporting.find(course, new CourseEdition.OfVersion(1))))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> system.call(held, () -> exporting.find(partner.id(), "first-course")))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThat(system.call(
                        Set.of(CoursesPermissions.VIEW_DRAFT + "@" + partner.id()),
                        () -> exporting.find(partner.id(), "first-course")))
                .contains(course);
    }

    /** Changes the title and the lesson, which then no longer shows its picture, and returns the hash of the draft. */
    private String edited() {
        Draft before = found();
        CourseDetails details = EditedDetails.of(before).title("Models").build();
        system.run(Set.of(CoursesPermissions.EDIT), () -> drafts.describe(course, before.revision(), details));
        int revision = found().revision();
        system.run(
                Set.of(CoursesPermissions.EDIT),
                () -> drafts.replaceFile(
                        course,
                        revision,
                        "one",
                        ("# Another\n\n" + "word ".repeat(900)).getBytes(StandardCharsets.UTF_8)));
        return found().hash();
    }

    private Draft found() {
        return asStaff(() -> drafts.find(course)).orElseThrow();
    }

    private CourseExport draft() {
        CourseExport export = asStaff(() -> exporting.find(course, new CourseEdition.OfDraft()))
                .orElseThrow();
        assertThat(export.exact()).isTrue();
        return export;
    }

    private <T> Optional<T> asStaff(java.util.function.Supplier<Optional<T>> reading) {
        return system.call(Set.of(CoursesPermissions.VIEW_DRAFT), reading);
    }

    private Path zip(CourseExport export) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        export.writeZip(zip);
        return Files.write(Files.createTempFile(folder, "export-", ".zip"), zip.toByteArray());
    }

    private ImportResult imported(Path source) {
        return system.call(
                Set.of(CoursesPermissions.EDIT, CoursesPermissions.IMPORT_FOLDER),
                () -> importing.importPath(partner.id(), source, EditedThings.KEEP, ImportWatch.NOBODY));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
