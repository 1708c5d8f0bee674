package org.collegium.courses.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.collegium.FullApplicationTest;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.Access;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("view")
@FullApplicationTest
class ImportViewTests extends StudioViewTest {

    private static final String COURSE = """
            format: collegium-course/1
            key: first-course
            title: A first course
            summary: Learn what a model is.
            language: en
            level: introductory
            audience: [students]
            sections:
              - key: start
                title: Start
                units:
                  - key: one
                    lesson: lessons/one.md
            """;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Access access;

    @TempDir
    private Path folder;

    @Test
    void aZipBecomesADraft() throws Exception {
        navigate(ImportView.class);

        test(find(Upload.class).single()).upload("course.zip", "application/zip", zip(COURSE));
        waitForTheEnd();

        assertThat(heading()).isEqualTo("Imported: course.zip");
        assertThat(page()).contains("There is a new course with a draft.").contains("Units");
        String draft = links().stream()
                .filter(link -> link.matches("/studio/courses/[0-9a-f-]{36}"))
                .findFirst()
                .orElseThrow();
        UI.getCurrent().navigate(draft.substring(1));
        assertThat(heading()).isEqualTo("A first course");
    }

    @Test
    void whatIsRefusedSaysWhereAndWhy() throws Exception {
        navigate(ImportView.class);

        test(find(Upload.class).single())
                .upload("course.zip", "application/zip", zip(COURSE.replace("one.md", "two.md")));
        waitForTheEnd();

        assertThat(heading()).isEqualTo("Not imported: course.zip");
        assertThat(page())
                .contains("Nothing was changed.")
                .contains("lessons/two.md")
                .contains("Line 13");
    }

    @Test
    void anOperatorImportsAFolderOfTheServerForAnyPartner() throws Exception {
        Files.createDirectories(folder.resolve("lessons"));
        Files.writeString(folder.resolve("course.yaml"), COURSE);
        Files.writeString(folder.resolve("lessons/one.md"), "# One\n\nText.\n");
        signInEverywhere(CoursesPermissions.EDIT, CoursesPermissions.VIEW_DRAFT, CoursesPermissions.IMPORT_FOLDER);
        navigate(ImportView.class);

        press("Import it");
        assertThat(field(TextField.class, "Path").isInvalid()).isTrue();
        choose(partner);
        test(field(TextField.class, "Path")).setValue(folder.toString());
        press("Import it");
        waitForTheEnd();

        assertThat(page()).contains("There is a new course with a draft.");
    }

    @Test
    void authorsAreNotOfferedFoldersOfTheServer() {
        navigate(ImportView.class);

        assertThat(page()).doesNotContain("From a folder of the server");
    }

    @Test
    void anImportIsSeenByWhoeverBeganItOnly() throws Exception {
        navigate(ImportView.class);
        test(find(Upload.class).single()).upload("course.zip", "application/zip", zip(COURSE));
        String address = UI.getCurrent().getActiveViewLocation().getPath();
        waitForTheEnd();
        signIn(partner, AUTHOR);

        UI.getCurrent().navigate(address);

        assertThat(heading()).isEqualTo("Page not found");
    }

    @Test
    void whoeverWaitedForAnImportThatDiedWithThePlatformIsToldAndTakesNote() {
        UUID died = begun("course.zip", "5 minute");

        navigate(CourseListView.class);
        assertThat(page()).contains("The import of course.zip was interrupted");
        UI.getCurrent().navigate(CoursesNavigation.running(died).substring(1));
        assertThat(heading()).isEqualTo("Interrupted: course.zip");
        assertThat(page()).contains("Nothing was changed").contains("Hand it over again");

        navigate(ImportView.class);
        assertThat(page()).contains("The import of course.zip was interrupted");
        test(find(Button.class)
                        .withCondition(button -> button.getAriaLabel()
                                .filter(label -> label.contains("course.zip"))
                                .isPresent())
                        .single())
                .click();
        navigate(CourseListView.class);
        assertThat(page()).doesNotContain("was interrupted");
    }

    @Test
    void nobodyWaitsForEverForWordFromAnotherMachine() {
        UUID elsewhere = begun("course.zip", "1 second");
        UI.getCurrent().navigate(CoursesNavigation.running(elsewhere).substring(1));
        assertThat(heading()).isEqualTo("Importing course.zip");
        assertThat(UI.getCurrent().getPollInterval()).isPositive();

        jdbc.sql("update course_import set alive_at = alive_at - interval 1 minute where id = ?")
                .param(elsewhere)
                .update();
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), false));

        assertThat(heading()).isEqualTo("Interrupted: course.zip");
        assertThat(UI.getCurrent().getPollInterval()).isNegative();
    }

    @Test
    void interruptedImportsOfOthersAreNotShown() {
        UUID died = begun("course.zip", "5 minute");
        signIn(partner, AUTHOR);

        navigate(CourseListView.class);
        assertThat(page()).doesNotContain("was interrupted");
        UI.getCurrent().navigate(CoursesNavigation.running(died).substring(1));
        assertThat(heading()).isEqualTo("Page not found");
    }

    /** An import of the current person, of which a node that is no more had last said a word so long ago. */
    private UUID begun(String name, String ago) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into course_import (id, account_id, name, started_at, alive_at) values (?, ?, ?,"
                        + " utc_timestamp(6) - interval 10 minute, utc_timestamp(6) - interval " + ago + ")")
                .params(id, access.current().orElseThrow().account().value(), name)
                .update();
        return id;
    }

    private void choose(Partner wanted) {
        find(PartnerField.class).single().setValue(wanted);
    }

    private void waitForTheEnd() throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (heading().startsWith("Importing") && Instant.now().isBefore(end)) {
            Thread.sleep(50);
            ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), false));
        }
    }

    private static byte[] zip(String course) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            archive.putNextEntry(new ZipEntry("course.yaml"));
            archive.write(course.getBytes(StandardCharsets.UTF_8));
            archive.closeEntry();
            archive.putNextEntry(new ZipEntry("lessons/one.md"));
            archive.write("# One\n\nText.\n".getBytes(StandardCharsets.UTF_8));
            archive.closeEntry();
        }
        return bytes.toByteArray();
    }
}
