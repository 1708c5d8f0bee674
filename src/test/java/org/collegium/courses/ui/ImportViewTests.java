package org.collegium.courses.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.importing.ImportJobs;
import org.collegium.courses.importing.ImportingFixtures;
import org.collegium.identity.Access;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("view")
@FullApplicationTest
class ImportViewTests extends StudioViewTest {

    private static final String COURSE = ImportingFixtures.COURSE;

    @Autowired
    private ImportJobs jobs;

    @Autowired
    private Access access;

    @TempDir
    private Path folder;

    @Test
    void aFileIsSentByATicketForThePartner() {
        navigate(ImportView.class);

        CourseUpload upload = find(CourseUpload.class).single();
        assertThat(upload.getElement().getAttribute("data-ticket")).hasSizeGreaterThan(50);
        assertThat(upload.getElement().getAttribute("data-texts")).contains("Choose a file");
        assertThat(upload.getElement().getAttribute("data-unfinished")).isEqualTo("[]");
    }

    @Test
    void aZipBecomesADraft() throws Exception {
        follow(uploaded(COURSE));
        waitForTheEnd();

        assertThat(heading()).isEqualTo("Imported: course.zip");
        assertThat(page()).contains("There is a new course with a draft. The course: A first course.", "Units");
        String draft = links().stream()
                .filter(link -> link.matches("/studio/courses/[0-9a-f-]{36}"))
                .findFirst()
                .orElseThrow();
        UI.getCurrent().navigate(draft.substring(1));
        assertThat(heading()).isEqualTo("A first course");
    }

    @Test
    void whatIsRefusedSaysWhereAndWhy() throws Exception {
        follow(uploaded(COURSE.replace("one.md", "two.md")));
        waitForTheEnd();

        assertThat(heading()).isEqualTo("Not imported: course.zip");
        assertThat(page())
                .contains("Nothing was changed.")
                .contains("lessons/two.md")
                .contains("Line 13");
    }

    @Test
    void whatIsMissingInTheDetailsLeadsThereForThoseWhoMayEdit() throws Exception {
        follow(uploaded(COURSE.replaceFirst("(?m)^licence: .*\\R", "")));
        waitForTheEnd();
        assertThat(page()).contains("Nothing says under which licence", "Open the details of the course");
        String details = links().stream()
                .filter(link -> link.endsWith("/details"))
                .findFirst()
                .orElseThrow();
        String report = details.substring(1).replace("/details", "/report");

        signIn(partner, CoursesPermissions.VIEW_DRAFT);
        UI.getCurrent().navigate(report);
        assertThat(page()).contains("Nothing says under which licence");
        assertThat(links()).noneMatch(link -> link.endsWith("/details"));
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
    void staffOfThePartnerSeeItInTheListAndOthersSeeNothing() throws Exception {
        UUID id = uploaded(COURSE);
        follow(id);
        waitForTheEnd();
        signIn(partner, AUTHOR);
        navigate(ImportListView.class);
        assertThat(page()).contains("course.zip").contains("New course");
        follow(id);
        assertThat(heading()).isEqualTo("Imported: course.zip");

        signIn(CoursesFixtures.partner(beans), AUTHOR);
        navigate(ImportListView.class);
        assertThat(page()).contains("No imports").doesNotContain("course.zip");
        follow(id);
        assertThat(heading()).isEqualTo("Page not found");
    }

    @Test
    void whoeverWasElsewhereIsToldOfTheEndAndTakesNote() throws Exception {
        UUID id = uploaded(COURSE);
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (jobs.find(id).orElseThrow().goesOn() && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }

        navigate(CourseListView.class);
        assertThat(page()).contains("course.zip was imported as a new course.");
        test(find(Button.class)
                        .withCondition(button -> button.getAriaLabel()
                                .filter(label -> label.contains("course.zip"))
                                .isPresent())
                        .single())
                .click();
        navigate(CourseListView.class);
        assertThat(page()).doesNotContain("course.zip was imported");
    }

    private UUID uploaded(String course) {
        return ImportingFixtures.uploaded(
                beans,
                partner.id(),
                access.current().orElseThrow().account(),
                "course.zip",
                ImportingFixtures.zip(course, "# One\n\nText.\n"));
    }

    private static void follow(UUID id) {
        UI.getCurrent().navigate(CoursesNavigation.running(id).substring(1));
    }

    private void choose(Partner wanted) {
        find(PartnerField.class).single().setValue(wanted);
    }

    private void waitForTheEnd() throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (heading().startsWith("Importing") && Instant.now().isBefore(end)) {
            Thread.sleep(50);
            ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), false));
        }
    }
}
