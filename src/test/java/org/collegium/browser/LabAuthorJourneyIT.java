package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An author's lab fails its check, is mended and published; a learner hands in; the hidden tests change, an instructor rolls the new version
 * out, all is graded again, and the run gets its old version back.
 */
@Tag("journey")
class LabAuthorJourneyIT {

    private static final String AUTHOR = "author@example.org";
    private static final String INSTRUCTOR = "instructor@example.org";
    private static final String LEARNER = "learner@example.org";
    private static final String COURSE = "north-lakes-university/lab-of-squares";
    private static final Path SMALL = Path.of("src", "test", "resources", "courses", "small");
    private static final LocatorAssertions.IsVisibleOptions IN_THE_END =
            new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);

    private static final String LAB = """
        format: collegium-lab/1
        title: Squares of an author
        notebook: lab.ipynb
        passMark: 0.5
        """;

    private static final String NOTEBOOK = """
        {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
          {"cell_type": "code", "id": "a2", "execution_count": null, "outputs": [],
           "metadata": {"nbgrader": {"grade": false, "grade_id": "squares", "locked": false, "schema_version": 3, "solution": true, "task": false}},
           "source": ["def squares(n):\\n", "    ### BEGIN SOLUTION\\n", "    return [i**2 for i in range(1, n+1)]\\n", "    ### END SOLUTION"]},
          {"cell_type": "code", "id": "a3", "execution_count": null, "outputs": [],
           "metadata": {"nbgrader": {"grade": true, "grade_id": "squares-test", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}},
           "source": ["assert squares(2) == [1, 4]\\n", "### BEGIN HIDDEN TESTS\\n", "assert squares(5) == [1, 4, 9, 16, 25]\\n", "### END HIDDEN TESTS"]}
         ]}
        """;

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @TempDir
    private Path folder;

    @Test
    void aLabIsCheckedMendedPublishedSolvedRolledOutAndGradedAgain() throws IOException {
        try (Visitor author = Visitor.at(application);
                Visitor instructor = Visitor.at(application);
                Visitor learner = Visitor.at(application)) {
            AuthoringOnScreen studio = new AuthoringOnScreen(author.signInAs(AUTHOR));
            Page page = author.page();

            studio.upload(course("faulty", NOTEBOOK.replace("return [i**2", "return [i*2")));
            studio.openDraft();
            assertThat(page.getByText("Squares of an author does not do what it promises."))
                    .isVisible(IN_THE_END);
            assertThat(page.getByText("squares-test: your own solution earns 0 of 2 points."))
                    .isVisible();
            button(page, "Publish").click();
            assertThat(page.getByText("Not yet ready to publish")).isVisible();
            button(page, "Close").click();

            studio.upload(course("mended", NOTEBOOK));
            String draft = studio.openDraft();
            assertThat(page.getByText("Nothing stands in the way.")).isVisible(IN_THE_END);
            triesIt(author, draft);
            page.navigate(draft);
            author.settled();
            studio.publish();

            handsIn(learner);

            studio.upload(course("easier", NOTEBOOK.replace("== [1, 4, 9, 16, 25]", "!= []")));
            studio.openDraft();
            assertThat(page.getByText("Nothing stands in the way.")).isVisible(IN_THE_END);
            button(page, "Publish").click();
            page.getByLabel("What is new").fill("The **hidden tests** ask for less.");
            button(page, "Publish version 2").click();
            assertThat(page.getByText("Version 2 is published.")).isVisible();
            assertThat(page.locator(".c-version").first().getByText("In no run"))
                    .isVisible();

            rollsOut(instructor.signInAs(INSTRUCTOR), draft);
            learner.page().reload();
            assertThat(learner.page().locator("body")).containsText("1 of 5 parts completed");
            Locator told = learner.page().locator(".lrn-version");
            assertThat(told).containsText("Since ");
            told.locator("summary").click();
            assertThat(told).containsText("Changed: Squares of an author");
            assertThat(told.locator("strong")).hasText("hidden tests");
            button(learner.page(), "Got it").click();
            assertThat(told).hasCount(0);

            gradesAgain(author, draft);

            learner.page().reload();
            assertThat(learner.page()
                            .locator(".lab-submission")
                            .first()
                            .getByText("2 of 2 points")
                            .first())
                    .isVisible(IN_THE_END);

            rollsBack(instructor, draft);
            learner.open("/learn/" + COURSE + "/lab");
            assertThat(learner.page().locator(".lrn-version")).containsText("you learn with version 1");
            assertThat(learner.page().locator("body")).containsText("2 of 5 parts completed");
            assertThat(learner.page()
                            .locator(".lab-submission")
                            .first()
                            .getByText("2 of 2 points")
                            .first())
                    .isVisible(IN_THE_END);
            learner.open("/learn/" + COURSE + "/welcome");
            assertThat(learner.page().getByText("You have completed this part."))
                    .isVisible();

            page.navigate(draft);
            author.settled();
            studio.retire();
        }
    }

    /** In the preview, as a learner would; and with a notebook that somebody sent. */
    private void triesIt(Visitor author, String draft) throws IOException {
        Page page = author.page();
        page.navigate(draft + "/units/lab");
        author.settled();
        type(page, "def squares(n):\n    return [1, 4]");
        assertThat(page.locator(".lab-saving")).hasText("Saved");
        button(page, "Grade what I tried").click();
        assertThat(page.getByText("a hidden one fails. Only you see what it says:"))
                .isVisible(IN_THE_END);
        assertThat(page.locator(".lab-tests pre")).containsText("squares(5)");

        Path sent = Files.writeString(folder.resolve("sent.ipynb"), NOTEBOOK);
        page.navigate(draft + "/labs/lab");
        author.settled();
        page.locator("vaadin-upload input[type=file]").setInputFiles(sent);
        assertThat(page.getByText("What sent.ipynb would get")).isVisible();
        assertThat(page.locator(".lab-submission").getByText("2 of 2 points").first())
                .isVisible(IN_THE_END);
    }

    private static void handsIn(Visitor learner) {
        Page page = learner.signInAs(LEARNER).open("/courses/" + COURSE).page();
        page.getByText("Join the course").first().click();
        page.waitForURL("**/learn/**");
        readsTheFirstLesson(learner);
        learner.open("/learn/" + COURSE + "/lab");
        type(page, "def squares(n):\n    return [1, 4]");
        assertThat(page.locator(".lab-saving")).hasText("Saved");
        learner.click(AriaRole.BUTTON, "Hand in for grading");
        assertThat(page.locator(".lab-submission")
                        .first()
                        .getByText("0 of 2 points")
                        .first())
                .isVisible(IN_THE_END);
    }

    private static void readsTheFirstLesson(Visitor learner) {
        learner.open("/learn/" + COURSE + "/welcome");
        learner.page().locator("collegium-prose").last().evaluate("prose => prose.scrollIntoView({block: 'end'})");
        assertThat(learner.page().getByText("You have completed this part.")).isVisible(IN_THE_END);
    }

    private static void rollsOut(Visitor instructor, String draft) {
        Page page = instructor.page();
        page.navigate(draft + "/versions");
        instructor.settled();
        assertThat(page.locator(".c-version-notes strong")).hasText("hidden tests");
        page.locator(".c-version")
                .first()
                .getByText("Roll out", new Locator.GetByTextOptions().setExact(true))
                .click();
        page.getByRole(AriaRole.CHECKBOX).first().check();
        assertThat(page.getByText("version 1 becomes version 2")).isVisible();
        assertThat(page.getByText("1 learner is in this run, 1 has begun.")).isVisible();
        button(page, "Give version 2 to 1 run").click();
        assertThat(page.getByText("Version 2 for 1 run: 1 learner carried over."))
                .isVisible(IN_THE_END);
    }

    private static void rollsBack(Visitor instructor, String draft) {
        Page page = instructor.page();
        page.navigate(draft + "/roll-out");
        instructor.settled();
        page.getByText("Back to version 1").click();
        assertThat(page.getByText("version 2 becomes version 1")).isVisible();
        button(page, "Give version 1 to 1 run").click();
        assertThat(page.getByText("Version 1 for 1 run: 1 learner carried over."))
                .isVisible(IN_THE_END);
        assertThat(page.locator("tbody tr").first()).containsText("2 to 1");
    }

    private static void gradesAgain(Visitor author, String draft) {
        Page page = author.page();
        page.navigate(draft + "/labs");
        author.settled();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Results of ")))
                .click();
        assertThat(page.getByText("1 of 1").first()).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Grade again"))
                .click();
        page.getByLabel("Why").fill("The hidden tests asked for too much");
        button(page, "See who would change").click();
        assertThat(page.getByText("1 of 1 would be graded otherwise. Nothing has changed yet."))
                .isVisible(IN_THE_END);
        assertThat(page.getByText("0 of 2 → 2 of 2")).isVisible();
        assertThat(page.getByText("Now passed")).isVisible();
        button(page, "Apply 1 new grade").click();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Apply").setExact(true))
                .click();
        assertThat(page.getByText("1 new grade counts.")).isVisible(IN_THE_END);
    }

    private static void type(Page page, String source) {
        Locator code = page.locator("[data-cell='squares'] .cm-content");
        code.click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText(source);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Path course(String name, String notebook) throws IOException {
        Path copy = Files.createDirectories(folder.resolve(name));
        try (Stream<Path> files = Files.walk(SMALL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(SMALL.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        Path yaml = copy.resolve("course.yaml");
        String text = Files.readString(yaml);
        Assertions.assertThat(text).contains("      - key: check\n        quiz: quizzes/check.yaml");
        Files.writeString(
                yaml,
                text.replace("key: small-course", "key: lab-of-squares")
                        .replace("title: A small course", "title: A course with a lab")
                        .replace("partner: north-lakes\n", "partner: north-lakes-university\n")
                        .replace(
                                "      - key: check\n",
                                "      - key: lab\n        lab: labs/one/lab.yaml\n      - key: check\n"));
        Files.createDirectories(copy.resolve("labs/one"));
        Files.writeString(copy.resolve("labs/one/lab.yaml"), LAB);
        Files.writeString(copy.resolve("labs/one/lab.ipynb"), notebook);
        return RealCourse.zipped(copy, folder.resolve(name + ".zip"));
    }
}
