package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partner adapts a course of another one, and takes in what is new there. */
@Tag("journey")
class ReuseJourneyIT {

    private static final String COURSE = """
        format: collegium-course/1
        key: rivers-and-rain
        title: Rivers and rain
        summary: SUMMARY
        outcomes: [Tell what a river does after rain.]
        authors: [{ name: Ada Example }]
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
                lesson: lessons/gauges.md
        """;

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @TempDir
    private Path folder;

    @Test
    void anAdaptedCourseTakesInWhatIsNewAndKeepsWhatWasChanged() throws IOException {
        try (Visitor theirs = Visitor.at(application);
                Visitor ours = Visitor.at(application)) {
            AuthoringOnScreen upstream = new AuthoringOnScreen(theirs.signInAs("author@example.org"));
            upstream.upload(course("Read the level of a river.", "A gauge shows the level."));
            String original = upstream.openDraft();
            upstream.publish();

            Page page = ours.signInAs("ravi.menon@example.org")
                    .open("/studio/library/" + original.substring(original.lastIndexOf('/') + 1) + "/adapt")
                    .page();
            page.getByLabel("Title").fill("Rivers of the delta");
            page.getByLabel("Key").fill("rivers-of-the-delta");
            page.getByLabel("What you will change").fill("Examples from the delta");
            ours.click(AriaRole.BUTTON, "Make the draft");
            page.waitForURL(Pattern.compile(".*/studio/courses/[0-9a-f-]{36}$"));
            ours.settled();
            String adapted = page.url();
            summarise(ours, "Read the level of an arm of the delta.");

            upstream.upload(
                    course("Read the level of a river, day by day.", "A gauge shows the level.\n\nRead it daily."));
            upstream.openDraft();
            theirs.click(AriaRole.BUTTON, "Publish");
            theirs.click(AriaRole.BUTTON, "Publish version 2");
            assertThat(theirs.page().getByText("Version 2 is published.")).isVisible();

            page.navigate(adapted);
            ours.settled();
            ours.click(AriaRole.LINK, "See what comes");
            Locator conflict = page.locator(".c-conflict");
            assertThat(conflict).hasCount(1);
            assertThat(conflict).containsText("an arm of the delta");
            assertThat(conflict).containsText("day by day");
            assertThat(page.getByText("Choose everywhere first")).isDisabled();
            Locator own = conflict.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Write your own"));
            own.focus();
            page.keyboard().press("Enter");
            page.getByLabel("Your text").fill("Read the level of an arm of the delta, day by day.");
            ours.click(AriaRole.BUTTON, "Use this text");
            assertThat(conflict).containsText("Your own text");
            ours.click(AriaRole.BUTTON, "Take it in");
            page.waitForURL(adapted);
            ours.settled();
            assertThat(page.getByText("Read the level of an arm of the delta, day by day."))
                    .isVisible();

            new AuthoringOnScreen(ours).publish();
            page.navigate(application.address() + "/courses/tidewheel-instruments/rivers-of-the-delta");
            assertThat(page.getByText("Adapted from Rivers and rain by")).isVisible();
            assertThat(page.getByText("Examples from the delta")).isVisible();
            page.navigate(adapted);
            ours.settled();
            new AuthoringOnScreen(ours).retire();
            theirs.page().navigate(original);
            theirs.settled();
            upstream.retire();
        }
    }

    private static void summarise(Visitor author, String summary) {
        Page page = author.page();
        String course = page.url();
        author.chooseInCourseMenu("Details");
        page.waitForURL(Pattern.compile(".*/details$"));
        author.settled();
        page.getByLabel("Summary").fill(summary);
        page.getByText("Save the details").click();
        page.waitForURL(course);
        author.settled();
    }

    private Path course(String summary, String lesson) throws IOException {
        Path course = folder.resolve("course");
        Files.createDirectories(course.resolve("lessons"));
        Files.writeString(course.resolve("course.yaml"), COURSE.replace("SUMMARY", summary));
        Files.writeString(course.resolve("lessons/gauges.md"), "# Gauges\n\n" + lesson + "\n");
        return RealCourse.zipped(course, folder.resolve("rivers.zip"));
    }
}
