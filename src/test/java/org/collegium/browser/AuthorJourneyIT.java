package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("journey")
class AuthorJourneyIT {

    private static final String AUTHOR = "author@example.org";
    private static final Path SMALL = Path.of("src", "test", "resources", "courses", "small");

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @TempDir
    private Path folder;

    @Test
    void aRealCourseComesInIsLookedAtKeyedPublishedAndFound() {
        Path zip = RealCourse.zipped(RealCourse.folder(), folder.resolve("scikit-learn-mooc.zip"));
        try (Visitor author = Visitor.at(application)) {
            AuthoringOnScreen studio = new AuthoringOnScreen(author.signInAs(AUTHOR));
            Page page = author.page();
            studio.upload(zip);
            studio.heading(Pattern.compile("Imported: scikit-learn-mooc.zip"));
            assertThat(studio.counted("Units")).containsText("78");
            assertThat(studio.counted("Questions")).containsText("57");
            assertThat(studio.counted("Without a key")).containsText("57");
            assertThat(studio.counted("Code cells")).containsText("354");
            theReportLeadsToThePlace(author);

            String draft = studio.openDraft();
            looksAsLearnersWillSeeIt(author, studio, draft);

            page.navigate(draft);
            author.settled();
            assertThat(page.getByText("57 questions")).isVisible();
            Map<String, List<Set<String>>> keys = studio.keyEverything();
            Assertions.assertThat(keys.values().stream().mapToInt(List::size).sum())
                    .isEqualTo(57);
            assertThat(page).hasURL(draft);
            studio.addDetails();
            assertThat(page.getByText("Nothing stands in the way.")).isVisible();
            studio.publish();

            author.chooseInCourseMenu("Runs");
            page.waitForURL(Pattern.compile(".*/runs$"));
            assertThat(page.locator(".c-table")).containsText("By oneself");
            assertThat(page.locator(".c-table")).containsText("Open");

            isFound(author);
            studio.upload(zip);
            studio.heading(Pattern.compile("Nothing new in scikit-learn-mooc.zip"));
            page.navigate(draft);
            author.settled();
            studio.retire();
        }
    }

    @Test
    void everyFaultIsToldAtItsPlaceAndTheMendedCourseComesIn() throws IOException {
        Path course = copyOfSmallCourse();
        replace(course.resolve("course.yaml"), "level: introductory", "level: easy");
        replace(course.resolve("course.yaml"), "effortHours: 1.5", "effortHours: many");
        Files.writeString(
                course.resolve("quizzes/check.yaml"),
                Files.readString(course.resolve("quizzes/check.yaml"))
                        .replaceFirst("(?m)^( *(?:- )?)type: \\S+", "$1type: riddle"));
        Path zip = RealCourse.zipped(course, folder.resolve("faulty.zip"));
        try (Visitor author = Visitor.at(application)) {
            AuthoringOnScreen studio = new AuthoringOnScreen(author.signInAs(AUTHOR));
            Page page = author.page();
            studio.upload(zip);
            studio.heading(Pattern.compile("Not imported: faulty.zip"));
            Locator faults = page.locator(".c-report-fault");
            assertThat(faults).hasCount(3);
            for (int i = 0; i < 3; i++) {
                assertThat(faults.nth(i).locator(".c-report-place")).hasText(Pattern.compile("Line \\d+, column \\d+"));
                assertThat(faults.nth(i).locator("p")).hasCount(2);
            }
            assertThat(page.locator(".c-report-file h2")).hasText(new String[] {"course.yaml", "quizzes/check.yaml"});
            assertThat(studio.finding("easy")).isVisible();
            assertThat(studio.finding("effortHours")).isVisible();
            assertThat(studio.finding("riddle")).isVisible();
            nothingCameIn(author);

            RealCourse.zipped(copyOfSmallCourse(), zip);
            studio.upload(zip);
            studio.heading(Pattern.compile("Imported: faulty.zip"));
            studio.upload(zip);
            studio.heading(Pattern.compile("Nothing new in faulty.zip"));
            studio.openDraft();
            page.getByText("Discard the draft").click();
            page.getByText("Discard it").click();
            page.waitForURL(Pattern.compile(".*/studio/courses$"));
            nothingCameIn(author);
        }
    }

    @Test
    void aHostileArchiveIsRefusedWithItsReason() throws IOException {
        Path zip = folder.resolve("hostile.zip");
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip)) {
            for (String name : List.of("course.yaml", "../../etc/cron.d/evil")) {
                out.putArchiveEntry(new ZipArchiveEntry(name));
                out.write(Files.readAllBytes(SMALL.resolve("course.yaml")));
                out.closeArchiveEntry();
            }
        }
        try (Visitor author = Visitor.at(application)) {
            AuthoringOnScreen studio = new AuthoringOnScreen(author.signInAs(AUTHOR));
            studio.upload(zip);
            studio.heading(Pattern.compile("Not imported: hostile.zip"));
            assertThat(studio.finding("evil")).isVisible();
            assertThat(author.page().getByText("Nothing was changed.")).isVisible();
            nothingCameIn(author);
        }
    }

    private static void theReportLeadsToThePlace(Visitor author) {
        Page page = author.page();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Warnings")))
                .click();
        Locator place = page.locator("a.c-report-place", new Page.LocatorOptions().setHasText("Line "))
                .first();
        String line = place.innerText().replaceAll("(?s)\\D*(\\d+).*", "$1");
        place.click();
        page.waitForURL(Pattern.compile(".*/source\\?.*"));
        author.settled();
        assertThat(page.locator(".c-source-marked")).isInViewport();
        Assertions.assertThat(page.url()).endsWith("line=" + line);
        page.goBack();
        author.settled();
    }

    private static void looksAsLearnersWillSeeIt(Visitor author, AuthoringOnScreen studio, String draft) {
        Page page = author.page();
        studio.unit("Preprocessing numerical features").click();
        page.waitForURL(Pattern.compile(".*/units/.*"));
        author.settled();
        assertThat(page.locator("collegium-prose pre code").first()).isVisible();
        Locator figure = page.locator("collegium-prose img").first();
        figure.scrollIntoViewIfNeeded();
        page.waitForFunction("() => document.querySelector('collegium-prose img').naturalWidth > 0");
        page.navigate(draft);
        author.settled();
        studio.unit("Exercise M1.02").click();
        page.waitForURL(Pattern.compile(".*/units/.*"));
        assertThat(page.getByText("Learners say at the end that they tried this"))
                .isVisible();
        page.locator(".c-notice a").click();
        author.settled();
        assertThat(page.getByText(Pattern.compile("For learners this opens after they have tried")))
                .isVisible();
        assertThat(page.locator("collegium-prose")).isVisible();
    }

    private static void isFound(Visitor author) {
        Page page = author.page();
        author.open("/?q=scikit+lern");
        page.locator(".cat-card", new Page.LocatorOptions().setHasText(RealCourse.TITLE))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(RealCourse.TITLE))
                .first()
                .click();
        author.settled();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(RealCourse.TITLE);
    }

    private static void nothingCameIn(Visitor author) {
        author.open("/studio/courses?q=journey");
        assertThat(author.page().getByText("Nothing fits")).isVisible();
    }

    private Path copyOfSmallCourse() throws IOException {
        Path copy = Files.createTempDirectory(folder, "course");
        try (Stream<Path> files = Files.walk(SMALL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(SMALL.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        replace(copy.resolve("course.yaml"), "key: small-course", "key: journey-course");
        replace(copy.resolve("course.yaml"), "title: A small course", "title: A course of the journey");
        replace(copy.resolve("course.yaml"), "partner: north-lakes\n", "partner: north-lakes-university\n");
        return copy;
    }

    private static void replace(Path file, String old, String other) throws IOException {
        String text = Files.readString(file);
        Assertions.assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, other));
    }
}
