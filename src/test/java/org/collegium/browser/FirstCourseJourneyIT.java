package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody without an account signs up, is appointed as an author, brings a course, mends what its report names, adds a quiz
 * and a lab; it is reviewed, published and learned with. What a person reads and types meanwhile is in
 * {@code docs/first-course.md}.
 */
@Tag("journey")
class FirstCourseJourneyIT {

    private static final String ADMINISTRATOR = "partner-administrator@example.org";
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final String REVIEWER = "sanna.virtala@example.org";
    private static final String LEARNER = "learner@example.org";
    private static final String TITLE = "A first course of an author";
    private static final Path SMALL = Path.of("src", "test", "resources", "courses", "small");
    private static final LocatorAssertions.IsVisibleOptions IN_THE_END =
            new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);

    private static final String NOTEBOOK = """
        {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
          {"cell_type": "code", "id": "a2", "execution_count": null, "outputs": [],
           "metadata": {"nbgrader": {"grade": false, "grade_id": "double", "locked": false, "schema_version": 3, "solution": true, "task": false}},
           "source": ["def double(n):\\n", "    ### BEGIN SOLUTION\\n", "    return 2 * n\\n", "    ### END SOLUTION"]},
          {"cell_type": "code", "id": "a3", "execution_count": null, "outputs": [],
           "metadata": {"nbgrader": {"grade": true, "grade_id": "double-test", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}},
           "source": ["assert double(2) == 4"]}
         ]}
        """;

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @TempDir
    private Path folder;

    @Test
    void aCourseIsBroughtMendedCompletedReviewedPublishedAndLearnedWith() throws IOException {
        String review;
        String draft;
        Instant begun = Instant.now();
        Newcomer nova = Newcomer.called("Nova Lindqvist");
        try (Visitor author = Visitor.at(application)) {
            nova.signUp(author);
            appoints(nova);
            AuthoringOnScreen studio = new AuthoringOnScreen(author);
            Page page = author.page();
            studio.upload(faultyCourse());
            studio.heading(Pattern.compile("Imported: first.zip"));
            assertThat(studio.finding("no skill tell-apart")).isVisible();
            draft = URI.create(studio.openDraft()).getPath();

            mendsWhatIsNamed(author, draft);
            addsAQuizFromTheBank(author);
            teachesWhatItsQuestionsAssess(author, draft);
            addsALab(author);
            movesByMouse(author);
            author.click(AriaRole.BUTTON, "Publish");
            author.click(AriaRole.BUTTON, "Cancel");
            review = submits(author);
        }
        approves(review);
        try (Visitor author = Visitor.at(application);
                Visitor learner = Visitor.at(application)) {
            AuthoringOnScreen studio = new AuthoringOnScreen(author.signInAs(nova.email()));
            author.open(draft);
            studio.publish();
            Assertions.assertThat(Duration.between(begun, Instant.now())).isLessThan(LONGEST);
            author.page().getByText("Its page in the catalogue").click();
            author.settled();
            assertThat(author.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText(TITLE);

            learner.signInAs(LEARNER).open("/courses/north-lakes-university/first-of-an-author");
            learner.page().getByText("Join the course").first().click();
            learner.page().waitForURL("**/learn/**");
            learner.open("/learn/north-lakes-university/first-of-an-author/doubling");
            assertThat(learner.page().locator("[data-cell='double'] .cm-content"))
                    .isVisible();

            author.open(draft);
            studio.retire();
        }
    }

    private void appoints(Newcomer newcomer) {
        try (Visitor administrator = Visitor.at(application)) {
            Page page = administrator
                    .signInAs(ADMINISTRATOR)
                    .open("/studio/organisation")
                    .page();
            page.getByLabel("E-mail address").fill(newcomer.email());
            page.locator("vaadin-select").first().click();
            page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("^Author")))
                    .click();
            administrator.click(AriaRole.BUTTON, "Appoint");
            assertThat(page.getByText(newcomer.name() + " is appointed: Author."))
                    .isVisible();
        }
    }

    /** The last unit of its section becomes the first, and Undo has it at the end again. */
    private static void movesByMouse(Visitor author) {
        Page page = author.page();
        Locator units = page.locator("[data-section]").last().locator(":scope > ol > [data-unit]");
        assertThat(units.last()).hasAttribute("data-unit", "doubling");
        Locator handle = units.last().locator("[data-handle]");
        handle.scrollIntoViewIfNeeded();
        BoundingBox from = handle.boundingBox();
        BoundingBox to = units.first().boundingBox();
        page.mouse().move(from.x + from.width / 2, from.y + from.height / 2);
        page.mouse().down();
        page.mouse().move(from.x, from.y - 15, new Mouse.MoveOptions().setSteps(4));
        page.mouse().move(to.x + to.width / 3, to.y + 5, new Mouse.MoveOptions().setSteps(10));
        assertThat(units.first()).hasClass(Pattern.compile(".*c-outline-before.*"));
        page.mouse().up();
        assertThat(units.first()).hasAttribute("data-unit", "doubling");
        author.click(AriaRole.BUTTON, "Undo");
        assertThat(units.last()).hasAttribute("data-unit", "doubling");
    }

    /** The report has named a skill that nobody teaches and missing outcomes; both are mended in the details. */
    private static void mendsWhatIsNamed(Visitor author, String draft) {
        Page page = author.page();
        assertThat(page.locator(".c-checks").getByText(Pattern.compile("The course teaches no skill \\W?tell-apart")))
                .isVisible();
        author.chooseInCourseMenu("Details");
        page.getByLabel("Outcomes").fill("Tell a lesson from a quiz.");
        Locator skill = page.getByLabel("Add a skill");
        skill.fill("Tell apart");
        skill.press("Enter");
        assertThat(page.getByLabel("Skill with the key tell-apart")).hasValue("Tell apart");
        page.getByText("Save the details").click();
        page.waitForURL(Pattern.compile(".*" + draft + "$"));
        author.settled();
        assertThat(page.getByText("The course teaches no skill")).hasCount(0);
    }

    private static void addsAQuizFromTheBank(Visitor author) {
        Page page = author.page();
        begins(author, "Questions again", "A quiz of questions from the question bank");
        Locator question = page.getByLabel("Question", new Page.GetByLabelOptions().setExact(true));
        for (int i = 0; i < 2; i++) {
            question.click();
            page.locator("vaadin-combo-box-item:not([hidden])").nth(i).click();
            assertThat(page.locator(".c-bank-chosen > li")).hasCount(i + 1);
        }
        author.click(AriaRole.BUTTON, "Add it");
        assertThat(page.locator("[data-unit='questions-again']")).containsText("2 questions");
    }

    /** Questions of another course name skills that this one does not teach yet. */
    private static void teachesWhatItsQuestionsAssess(Visitor author, String draft) {
        Page page = author.page();
        List<String> skills =
                page.locator(".c-checks").getByText("The course teaches no skill").allInnerTexts().stream()
                        .map(told -> told.replaceFirst("(?s).*no skill \\W?([a-z0-9-]+).*", "$1"))
                        .distinct()
                        .toList();
        Assertions.assertThat(skills).isNotEmpty();
        author.chooseInCourseMenu("Details");
        Locator add = page.getByLabel("Add a skill");
        for (String skill : skills) {
            add.fill(skill);
            add.press("Enter");
            assertThat(page.getByLabel("Skill with the key " + skill)).isVisible();
        }
        page.getByText("Save the details").click();
        page.waitForURL(Pattern.compile(".*" + draft + "$"));
        author.settled();
        assertThat(page.getByText("The course teaches no skill")).hasCount(0);
    }

    private void addsALab(Visitor author) throws IOException {
        Page page = author.page();
        begins(author, "Doubling", "A lab that I have");
        page.locator("vaadin-dialog vaadin-upload input[type=file]")
                .setInputFiles(Files.writeString(folder.resolve("doubling.ipynb"), NOTEBOOK));
        assertThat(page.locator("vaadin-upload-file[complete]")).isVisible();
        author.click(AriaRole.BUTTON, "Add it");
        assertThat(page.locator("[data-unit='doubling']")).isVisible();
        assertThat(page.getByText("Nothing stands in the way.")).isVisible(IN_THE_END);
    }

    private static void begins(Visitor author, String title, String what) {
        Page page = author.page();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Add a unit to")))
                .last()
                .click();
        page.getByRole(AriaRole.DIALOG)
                .getByLabel("Title", new Locator.GetByLabelOptions().setExact(true))
                .fill(title);
        page.getByLabel(what).check();
        author.settled();
    }

    private static String submits(Visitor author) {
        Page page = author.page();
        author.chooseInCourseMenu("Review");
        page.getByLabel("Note to the reviewers").fill("My first course.");
        author.click(AriaRole.BUTTON, "Submit for review");
        page.waitForURL(Pattern.compile(".*/studio/reviews/[0-9a-f-]{36}$"));
        author.settled();
        return URI.create(page.url()).getPath();
    }

    private void approves(String review) {
        try (Visitor reviewer = Visitor.at(application)) {
            Page page = reviewer.signInAs(REVIEWER).open(review + "?tab=checks").page();
            assertThat(page.getByText("own solution earns 1 of 1 point by tests"))
                    .isVisible();
            reviewer.open(review + "?tab=decision");
            page.getByLabel("Approve it as it is").click();
            page.getByLabel("Reason").fill("Short and right.");
            reviewer.click(AriaRole.BUTTON, "Record the decision");
            assertThat(page.getByText("It is approved.")).isVisible();
        }
    }

    /** Without outcomes, and without the skill that its quiz names. */
    private Path faultyCourse() throws IOException {
        Path copy = folder.resolve("course");
        try (Stream<Path> files = Files.walk(SMALL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(SMALL.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        Path described = copy.resolve("course.yaml");
        String text = Files.readString(described);
        String faulty = text.replaceFirst("(?m)^key: .*$", "key: first-of-an-author")
                .replaceFirst("(?m)^title: .*$", "title: " + TITLE)
                .replaceFirst("(?m)^partner: .*$", "partner: north-lakes-university")
                .replaceFirst("(?m)^outcomes:\n .*\n", "")
                .replaceFirst("(?m)^skills:\n .*\n .*\n", "");
        Assertions.assertThat(faulty).doesNotContain("outcomes", "skills");
        Files.writeString(described, faulty);
        return RealCourse.zipped(copy, folder.resolve("first.zip"));
    }
}
