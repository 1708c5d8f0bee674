package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A course goes to a reviewer of another partner, back to its author, through a committee, and is published. */
@Tag("journey")
class CourseReviewJourneyIT {

    private static final String ADMINISTRATOR = "femke.terlaan@example.org";
    private static final String AUTHOR = "ravi.menon@example.org";
    private static final String REVIEWER = "reviewer@example.org";
    private static final String MEMBER = "amani.otieno@example.org";
    private static final String REQUIRED = "Nothing is published without a review";
    private static final String ANSWER = "The example is that of the table below.";
    private static final Path SMALL = Path.of("src", "test", "resources", "courses", "small");

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @TempDir
    private Path folder;

    @Test
    void aCourseIsReviewedByAnotherPartnerAndACommitteeBeforeItIsPublished() throws IOException {
        stagesAreStated();
        String draft;
        String review;
        try (Visitor author = Visitor.at(application)) {
            AuthoringOnScreen studio = new AuthoringOnScreen(author.signInAs(AUTHOR));
            studio.upload(RealCourse.zipped(copyOfSmallCourse(), folder.resolve("reviewed.zip")));
            draft = URI.create(studio.openDraft()).getPath();
            author.click(AriaRole.BUTTON, "Publish");
            assertThat(author.page().getByText("Courses of this organisation are reviewed before"))
                    .isVisible();
            review = submit(author, draft, "Please look at the first lesson.", "Submit for review");
        }
        String comment = "Which example is meant here?";
        try (Visitor reviewer = Visitor.at(application)) {
            Page page = reviewer.signInAs(REVIEWER).page();
            reviewer.open("/studio/reviews");
            page.locator("main a[href='" + review + "']").click();
            page.waitForURL(Pattern.compile(".*" + review + "$"));
            reviewer.settled();
            assertThat(page.getByText("Please look at the first lesson.")).isVisible();
            reviewer.open(review + "?tab=lessons");
            page.locator("[data-block]").nth(1).hover();
            page.keyboard().press("Alt+n");
            page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^Comment on")))
                    .fill(comment);
            reviewer.click(AriaRole.BUTTON, "Say it");
            assertThat(page.locator(".c-review-thread")).containsText(comment);
            decide(reviewer, review, "Ask for changes", "One question is open.");
            assertThat(page.getByText("It waits for the author")).isVisible();
            reviewer.open(draft);
            Assertions.assertThat(reviewer.refused()).isTrue();
        }
        try (Visitor author = Visitor.at(application)) {
            Page page = author.signInAs(AUTHOR).page();
            author.open(review + "?tab=discussion");
            author.click(AriaRole.BUTTON, "Answer");
            page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Your answer"))
                    .fill("That of the table below.");
            page.locator(".c-review-thread")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Say it"))
                    .click();
            assertThat(page.getByText("That of the table below.")).isVisible();
            author.click(AriaRole.BUTTON, "Resolve");
            assertThat(page.locator(".c-review-thread .c-status").last()).containsText("Resolved");
            AuthoringOnScreen studio = new AuthoringOnScreen(author);
            studio.upload(RealCourse.zipped(withAnswer(folder.resolve("course")), folder.resolve("answered.zip")));
            submit(author, draft, "Answered.", "Submit again");
        }
        theReviewerSeesWhatIsNew(review);
        decided(REVIEWER, review, "Nothing is open any more.", "Waits for Review journey committee");
        decided(MEMBER, review, "Good for everybody.", "It is approved.");
        try (Visitor author = Visitor.at(application)) {
            Page page = author.signInAs(AUTHOR).page();
            author.open(draft);
            author.click(AriaRole.BUTTON, "Publish");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions()
                                    .setName("Publish version 1")
                                    .setExact(true))
                    .click();
            assertThat(page.getByText("Version 1 is published.")).isVisible();
            author.open(review + "?tab=decision");
            assertThat(page.getByText("It was published as it was approved.")).isVisible();
            author.open(review + "?tab=changes&against=0");
            assertThat(page.getByText("Nothing was published before")).isVisible();
        }
    }

    /** Beside what stood there in the round before. */
    private void theReviewerSeesWhatIsNew(String review) {
        try (Visitor reviewer = Visitor.at(application)) {
            Page page = reviewer.signInAs(REVIEWER).page();
            reviewer.open(review + "?tab=changes");
            page.locator(".c-compare-line a").first().click();
            page.waitForURL(Pattern.compile(".*unit=.*"));
            reviewer.settled();
            assertThat(page.locator("ins")
                            .filter(new Locator.FilterOptions().setHasText(ANSWER))
                            .first())
                    .isVisible();
        }
    }

    private static Path withAnswer(Path course) throws IOException {
        try (Stream<Path> lessons = Files.list(course.resolve("lessons"))) {
            Path first = lessons.sorted().findFirst().orElseThrow();
            Files.writeString(first, Files.readString(first).stripTrailing() + "\n\n" + ANSWER + "\n");
        }
        return course;
    }

    private void stagesAreStated() {
        String committee = "Review journey committee";
        try (Visitor registrar = Visitor.at(application)) {
            Page page = registrar.signInAs("registrar@example.org").page();
            registrar.open("/registry/review");
            page.getByLabel("Name of a new body").fill(committee);
            registrar.click(AriaRole.BUTTON, "Found it");
            Locator body = page.locator("section .c-surface", new Page.LocatorOptions().setHasText(committee));
            body.getByLabel("E-mail address").fill(MEMBER);
            body.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Make a member"))
                    .click();
            assertThat(body.getByText("Amani Otieno")).isVisible();
        }
        try (Visitor administrator = Visitor.at(application)) {
            Page page = administrator.signInAs(ADMINISTRATOR).page();
            administrator.open("/studio/review-stages");
            page.getByText(REQUIRED).click();
            choose(page, page.locator(".c-review-stage").first(), "Who reviews", "Another partner");
            page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Which partner"))
                    .fill("Civic");
            page.locator("vaadin-combo-box-item", new Page.LocatorOptions().setHasText("Civic Institute"))
                    .click();
            administrator.click(AriaRole.BUTTON, "Add a stage");
            Locator second = page.locator(".c-review-stage").nth(1);
            choose(page, second, "Who reviews", "A body of the alliance");
            choose(page, second, "Which body", committee);
            second.getByText("Votes are taken").click();
            administrator.click(AriaRole.BUTTON, "Save the stages");
            assertThat(page.getByText("The stages are saved.")).isVisible();
        }
    }

    /** Others publish courses of the same partner. */
    @AfterEach
    void nobodyHasToReview() {
        try (Visitor administrator = Visitor.at(application)) {
            Page page = administrator.signInAs(ADMINISTRATOR).page();
            administrator.open("/studio/review-stages");
            if (page.getByLabel(REQUIRED).isChecked()) {
                page.getByLabel(REQUIRED).uncheck();
                administrator.click(AriaRole.BUTTON, "Save the stages");
                assertThat(page.getByText("The stages are saved.")).isVisible();
            }
        }
    }

    private static void choose(Page page, Locator around, String label, String item) {
        around.locator("vaadin-select", new Locator.LocatorOptions().setHasText(label))
                .click();
        page.locator("vaadin-select-item", new Page.LocatorOptions().setHasText(item))
                .last()
                .click();
    }

    /** Submits the draft; returns the address of the review. */
    private static String submit(Visitor author, String draft, String note, String verb) {
        author.open(draft + "/review");
        Page page = author.page();
        page.getByLabel("Note to the reviewers").fill(note);
        author.click(AriaRole.BUTTON, verb);
        page.waitForURL(Pattern.compile(".*/studio/reviews/[0-9a-f-]{36}$"));
        author.settled();
        return URI.create(page.url()).getPath();
    }

    private void decided(String person, String review, String reason, String then) {
        try (Visitor visitor = Visitor.at(application)) {
            visitor.signInAs(person);
            decide(visitor, review, "Approve it as it is", reason);
            assertThat(visitor.page().getByText(then)).isVisible();
        }
    }

    private static void decide(Visitor visitor, String review, String verdict, String reason) {
        visitor.open(review + "?tab=decision");
        Page page = visitor.page();
        page.getByLabel(verdict).click();
        page.getByLabel("Reason").fill(reason);
        visitor.click(AriaRole.BUTTON, "Record the decision");
        assertThat(page.locator(".c-review-thread").first()).containsText(reason);
    }

    private Path copyOfSmallCourse() throws IOException {
        Path copy = folder.resolve("course");
        try (Stream<Path> files = Files.walk(SMALL)) {
            for (Path file : files.toList()) {
                Path to = copy.resolve(SMALL.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        Path described = copy.resolve("course.yaml");
        Files.writeString(
                described,
                Files.readString(described)
                        .replaceFirst("(?m)^key: .*$", "key: reviewed-small-course")
                        .replaceFirst("(?m)^partner: .*$", "partner: tidewheel-instruments"));
        return copy;
    }
}
