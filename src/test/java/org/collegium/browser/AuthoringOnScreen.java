package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Studio, as authors use it. */
final class AuthoringOnScreen {

    private static final Pattern COURSE = Pattern.compile(".*/studio/courses/[0-9a-f-]{36}$");
    private static final Pattern RUNNING = Pattern.compile(".*/studio/courses/import/[0-9a-f-]{36}$");

    private final Visitor author;
    private final Page page;

    AuthoringOnScreen(Visitor author) {
        this.author = author;
        this.page = author.page();
    }

    /** Uploads a zip and waits for what becomes of it. */
    void upload(Path zip) {
        author.open("/studio/courses/import");
        page.locator("c-course-upload input[type=file]").setInputFiles(zip);
        page.waitForURL(RUNNING);
        heading(Pattern.compile("^(Imported|Not imported|Nothing new).*"));
        author.settled();
    }

    Locator heading(Pattern text) {
        Locator heading = page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
        assertThat(heading).hasText(text);
        return heading;
    }

    /** How much of something the report counts. */
    Locator counted(String what) {
        return page.locator(
                ".c-report-counts > div",
                new Page.LocatorOptions()
                        .setHas(page.locator("dt", new Page.LocatorOptions().setHasText(exactly(what)))));
    }

    /** The findings of the report that say something. */
    Locator finding(String text) {
        return page.locator(".c-report-fault", new Page.LocatorOptions().setHasText(text));
    }

    /** From the report to the draft; returns its address. */
    String openDraft() {
        page.getByText("Open the draft").click();
        page.waitForURL(COURSE);
        author.settled();
        return page.url();
    }

    /** A unit in the outline of the draft. */
    Locator unit(String title) {
        return page.locator(".c-outline-unit > a", new Page.LocatorOptions().setHasText(exactly(title)))
                .first();
    }

    /**
     * Keys every question by keyboard alone, beginning with the first quiz that needs it: the first option is right, and
     * where several may be, the second too.
     *
     * @return the right options of each question, by the title of the quiz
     */
    Map<String, List<Set<String>>> keyEverything() {
        Map<String, List<Set<String>>> keys = new LinkedHashMap<>();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Key the questions"))
                .click();
        page.waitForURL(Pattern.compile(".*/edit$"));
        while (page.url().endsWith("/edit")) {
            String address = page.url();
            assertThat(page.locator(".c-keys")).isVisible();
            author.settled();
            String quiz = page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                    .innerText();
            keys.put(quiz, keyOne());
            page.keyboard().press("Enter");
            page.waitForURL(url -> !url.equals(address));
            author.settled();
        }
        return keys;
    }

    private List<Set<String>> keyOne() {
        List<Set<String>> keys = new ArrayList<>();
        Locator questions = page.locator("[data-keyed]");
        int number = questions.count();
        for (int i = 0; i < number; i++) {
            Locator question = questions.nth(i);
            if (i > 0) {
                page.keyboard().press("Enter");
            }
            assertThat(question.and(page.locator(":focus, :focus-within"))).hasCount(1);
            page.keyboard().press("a");
            if (question.locator("vaadin-checkbox").count() > 1) {
                page.keyboard().press("b");
            }
            assertThat(question).hasAttribute("data-keyed", "true");
            keys.add(question
                    .locator("vaadin-radio-button[checked], vaadin-checkbox[checked]")
                    .locator("collegium-prose")
                    .allInnerTexts()
                    .stream()
                    .map(String::strip)
                    .collect(Collectors.toSet()));
        }
        return keys;
    }

    /** Says what the imported course lacks, and that passing the quizzes earns a certificate. */
    void addDetails() {
        author.chooseInCourseMenu("Details");
        page.waitForURL(Pattern.compile(".*/details$"));
        author.settled();
        page.getByLabel("Outcomes").fill("Build a predictive model with scikit-learn.\nJudge how well it does.");
        page.getByText("Whoever passes every required quiz earns a certificate").click();
        page.getByText("Save the details").click();
        page.waitForURL(COURSE);
        author.settled();
        assertThat(page.getByText("The course does not say what")).hasCount(0);
    }

    /** Publishes the draft that is open. */
    void publish() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publish"))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publish version 1"))
                .click();
        assertThat(page.getByText("Version 1 is published.")).isVisible();
        author.settled();
    }

    /** Takes the course out of the catalogue, so that other journeys find it as it was. */
    void retire() {
        page.getByText("Retire the course").click();
        page.getByText("Retire it now").click();
        assertThat(page.getByText("The course has left the catalogue.")).isVisible();
    }

    /** The browser reads the pattern, so it is quoted as JavaScript does; titles may begin with a picture. */
    private static Pattern exactly(String text) {
        return Pattern.compile("^\\W*" + text.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0") + "$");
    }
}
