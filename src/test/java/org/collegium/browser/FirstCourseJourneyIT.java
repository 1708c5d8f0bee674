package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new author brings a course, mends what its report names, adds a quiz and a lab; it is reviewed, published and learned with. */
@Tag("journey")
class FirstCourseJourneyIT {

    private static final String AUTHOR = "author@example.org";
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
        try (Visitor author = Visitor.at(application)) {
            AuthoringOnScreen studio = new AuthoringOnScreen(author.signInAs(AUTHOR));
            Page page = author.page();
            studio.upload(faultyCourse());
            studio.heading(Pattern.compile("Imported: first.zip"));
            assertThat(studio.finding("no skill tell-apart")).isVisible();
            draft = URI.create(studio.openDraft()).getPath();

            mendsWhatIsNamed(author, draft);
            addsAQuizFromTheBank(author);
            teachesWhatItsQuestionsAssess(author, draft);
            addsALab(author);
            author.click(AriaRole.BUTTON, "Publish");
            author.click(AriaRole.BUTTON, "Cancel");
            review = submits(author);
        }
        approves(review);
        try (Visitor author = Visitor.at(application);
                Visitor learner = Visitor.at(application)) {
            AuthoringOnScreen studio = new AuthoringOnScreen(author.signInAs(AUTHOR));
            author.open(draft);
            studio.publish();

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
            assertThat(page.getByText("own solution earns 1 of 1 points")).isVisible();
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
