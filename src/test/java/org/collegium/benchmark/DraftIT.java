package org.collegium.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.collegium.browser.Browsers;
import org.collegium.browser.BuiltApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An author opens the draft of a long course from the list of courses, in Chromium: from the click until its outline is painted. */
@Tag("benchmark")
class DraftIT {

    private static final int CHAPTERS = 10;
    private static final int LESSONS = 10;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 15;

    /** Milliseconds from the click until the outline is painted. */
    private static final int AIM = 300;

    /** Clicks a link and waits until so many units are painted; milliseconds by the clock of the page. */
    private static final String OPENED = """
            units => new Promise(resolve => {
              const link = [...document.querySelectorAll("main a[href*='studio/courses/']")]
                .find(one => one.textContent.includes('Many lessons'));
              const began = performance.now();
              const look = () => document.querySelectorAll('.c-outline-unit').length >= units
                ? requestAnimationFrame(() => resolve(performance.now() - began))
                : requestAnimationFrame(look);
              link.click();
              look();
            })
            """;

    private final BuiltApplication application =
            BuiltApplication.startedIn(Path.of("target", "draft-data"), "--collegium.demonstration=true");

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        application.close();
    }

    @Test
    void aDraftOfManyLessonsIsOpened() throws IOException {
        Timings all = new Timings();
        Measured.Cpu before = Measured.cpu(application);
        try (BrowserContext context = Browsers.chromium().newContext()) {
            context.setDefaultTimeout(120_000);
            Page page = context.newPage();
            page.navigate(application.address() + "/sign-in");
            page.locator("#email").fill("author@example.org");
            page.locator("#password").fill("open-lake-winter");
            page.locator("form.c-form button[type=submit]").first().click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.navigate(application.address() + "/studio/courses/import");
            page.locator("c-course-upload input[type=file]").setInputFiles(zipped());
            page.getByText("Open the draft").click();
            page.waitForURL(Pattern.compile(".*/studio/courses/[0-9a-f-]{36}$"));
            int units = page.locator(".c-outline-unit").count();
            assertThat(units).isGreaterThanOrEqualTo(CHAPTERS * LESSONS);
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                page.navigate(application.address() + "/studio/courses?q=Many+lessons");
                page.getByText("Many lessons").first().waitFor();
                if (round == 0) {
                    before = Measured.cpu(application);
                }
                int millis = ((Number) page.evaluate(OPENED, units)).intValue();
                if (round >= 0) {
                    all.add("draft", millis);
                }
            }
            Measured.Cpu used = Measured.cpu(application).since(before);
            Measured.tell(
                    "a draft of " + units + " units is opened",
                    String.format(
                            Locale.ROOT,
                            "median %d ms, slowest %d, %d rounds; processor time of list and draft %.0f ms (application),"
                                    + " %.0f (database)",
                            all.percentile(0.5),
                            all.percentile(1),
                            ROUNDS,
                            used.application().toMillis() / (double) ROUNDS,
                            used.database().toMillis() / (double) ROUNDS));
        }
        assertThat(all.percentile(0.5)).isLessThan(AIM);
    }

    /** A plain repository: a folder for each chapter, a page for each lesson. */
    private Path zipped() throws IOException {
        Path zip = folder.resolve("many-lessons.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream archive = new ZipOutputStream(out)) {
            write(archive, "README.md", "# Many lessons\n\nA course with many lessons.\n");
            for (int chapter = 1; chapter <= CHAPTERS; chapter++) {
                for (int lesson = 1; lesson <= LESSONS; lesson++) {
                    write(
                            archive,
                            String.format(Locale.ROOT, "%02d-chapter/%02d-lesson.md", chapter, lesson),
                            "# Lesson %d of chapter %d\n\nSome text.\n".formatted(lesson, chapter));
                }
            }
        }
        return zip;
    }

    private static void write(ZipOutputStream archive, String name, String text) throws IOException {
        archive.putNextEntry(new ZipEntry(name));
        archive.write(text.getBytes(StandardCharsets.UTF_8));
        archive.closeEntry();
    }
}
