package org.collegium.courses.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.collegium.FullApplicationTest;
import org.collegium.courses.CoursesPermissions;
import org.collegium.partners.Partner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

        assertThat(heading()).isEqualTo("This import is not known any more");
    }

    @SuppressWarnings("unchecked")
    private void choose(Partner wanted) {
        ((Select<Partner>) find(Select.class).single()).setValue(wanted);
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
