package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two authors write one lesson at the same time, and pictures come into it by paste and by drop. */
@Tag("journey")
class CoAuthorJourneyIT {

    private static final String COURSE = """
        format: collegium-course/1
        key: written-by-two
        title: Written by two
        summary: Read the level of a river.
        language: en
        level: introductory
        audience: [public]
        licence: CC-BY-4.0
        sections:
          - key: first
            title: First things
            units:
              - key: gauges
                title: Gauges
                lesson: gauges.md
        """;

    /** Gives the editor a picture as the browser does when one is pasted or dropped at its end. */
    private static final String BRING = """
            async (editor, [way, colour]) => {
              const canvas = Object.assign(document.createElement('canvas'), { width: 60, height: 40 });
              const drawing = canvas.getContext('2d');
              drawing.fillStyle = colour;
              drawing.fillRect(0, 0, 60, 40);
              const png = await new Promise((done) => canvas.toBlob(done, 'image/png'));
              const files = new DataTransfer();
              files.items.add(new File([png], `${colour}.png`, { type: 'image/png' }));
              const { left, bottom } = editor.getBoundingClientRect();
              const event = way === 'paste'
                ? new ClipboardEvent('paste', { clipboardData: files, bubbles: true, cancelable: true })
                : new DragEvent('drop', { dataTransfer: files, clientX: left + 5, clientY: bottom - 5, bubbles: true, cancelable: true });
              editor.dispatchEvent(event);
            }
            """;

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @TempDir
    private Path folder;

    private Visitor aino;
    private String draft = "";

    @BeforeEach
    void aCourseHasALesson() throws IOException {
        Files.writeString(folder.resolve("course.yaml"), COURSE);
        Files.writeString(folder.resolve("gauges.md"), "# Gauges\n\nFirst line.\n\nMiddle line.\n\nLast line.\n");
        aino = Visitor.at(application).signedInAs("author@example.org");
        AuthoringOnScreen studio = new AuthoringOnScreen(aino);
        Path zip = Files.createTempDirectory(folder.getParent(), "zip").resolve("two.zip");
        studio.upload(RealCourse.zipped(folder, zip));
        draft = URI.create(studio.openDraft()).getPath();
    }

    @AfterEach
    void theDraftGoes() {
        aino.open(draft).page().getByText("Discard the draft").click();
        aino.page().getByText("Discard it").click();
        aino.page().waitForURL(Pattern.compile(".*/studio/courses$"));
        aino.close();
    }

    @Test
    void twoAuthorsOfALessonSeeEachOtherAndLoseNothing() {
        try (Visitor eeva = Visitor.at(application).signedInAs("partner-administrator@example.org")) {
            Page first = write(aino);
            Page second = write(eeva);
            assertThat(second.locator(".c-authors-here")).containsText("Aino Sarkela, in this lesson");
            assertThat(first.locator(".c-authors-here")).containsText("Eeva Rautasalo, in this lesson");

            type(first, "First line.", " Read daily.");
            type(second, "Last line.", " Write it down.");
            first.keyboard().press("Control+s");
            second.keyboard().press("Control+s");
            for (Page page : List.of(first, second)) {
                assertThat(page.locator(".cm-content")).containsText("First line. Read daily.");
                assertThat(page.locator(".cm-content")).containsText("Last line. Write it down.");
                assertThat(page.locator("c-lesson")).hasAttribute("data-state", "kept");
            }

            place(first, "Middle line.");
            place(second, "Middle line.");
            second.keyboard().insertText(" In the morning.");
            first.keyboard().insertText(" At noon.");
            first.keyboard().press("Control+s");
            second.keyboard().press("Control+s");
            assertThat(first.locator("c-lesson")).hasAttribute("data-state", Pattern.compile("kept|clash"));
            Page later = first.locator(".c-lesson-clash").count() > 0 ? first : second;
            Locator clash = later.locator(".c-lesson-clash");
            assertThat(clash).containsText("Middle line. At noon.");
            assertThat(clash).containsText("Middle line. In the morning.");
            assertThat(clash.getByRole(AriaRole.BUTTON)).isDisabled();
            clash.locator(".c-lesson-clash-both input").check();
            clash.getByRole(AriaRole.BUTTON).click();
            for (Page page : List.of(first, second)) {
                assertThat(page.locator(".cm-content")).containsText("Middle line. At noon.");
                assertThat(page.locator(".cm-content")).containsText("Middle line. In the morning.");
                assertThat(page.locator(".c-lesson-clash")).hasCount(0);
                assertThat(page.locator("c-lesson")).hasAttribute("data-state", "kept");
            }
        }
        assertThat(aino.open(draft + "/units/gauges").page().locator("collegium-prose"))
                .containsText(Pattern.compile("Read daily.*At noon.*Write it down", Pattern.DOTALL));
        assertThat(aino.page().locator("collegium-prose")).containsText("In the morning.");
    }

    @Test
    void picturesArePastedAndDroppedAndSayWhatTheyShow() {
        Page page = write(aino);
        place(page, "First line.");
        page.locator(".cm-content").evaluate(BRING, List.of("paste", "teal"));
        Locator asked = page.locator("dialog.c-lesson-alt");
        Locator insert = asked.locator("button[type=submit]");
        insert.click();
        assertThat(asked.getByRole(AriaRole.ALERT)).not().isEmpty();
        asked.locator("textarea").fill("A gauge at [high] water");
        insert.click();
        assertThat(asked).hasCount(0);
        isSeen(page, "#lesson-read img[alt='A gauge at [high] water']");

        page.locator(".cm-content").evaluate(BRING, List.of("drop", "maroon"));
        asked.locator("input[type=checkbox]").check();
        insert.click();
        isSeen(page, "#lesson-read img[alt='']");
        page.keyboard().press("Control+s");
        assertThat(page.locator("c-lesson")).hasAttribute("data-state", "kept");

        aino.open(draft + "/units/gauges");
        isSeen(page, "collegium-prose img[alt='A gauge at [high] water']");
        isSeen(page, "collegium-prose p:text('Last line.') ~ * img[alt='']");
    }

    private Page write(Visitor author) {
        Page page = author.open(draft + "/units/gauges/write").page();
        assertThat(page.locator(".cm-content")).containsText("Middle line.");
        return page;
    }

    /** The cursor goes behind the line. */
    private static void place(Page page, String line) {
        page.locator(".cm-line", new Page.LocatorOptions().setHasText(line)).click();
        page.keyboard().press("End");
    }

    private static void type(Page page, String line, String text) {
        place(page, line);
        page.keyboard().insertText(text);
    }

    private static void isSeen(Page page, String picture) {
        Locator shown = page.locator(picture);
        shown.scrollIntoViewIfNeeded();
        assertThat(shown).hasJSProperty("naturalWidth", 60);
    }
}
