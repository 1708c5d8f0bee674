package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One story through all roles with a course that is really taught; the course and its quizzes are whole. */
@Tag("journey")
class AllRolesJourneyIT {

    private static final String PARTNER = "tidewheel-instruments";
    private static final String AUTHOR = "ravi.menon@example.org";
    private static final String REGISTRAR = "registrar@example.org";
    /** Those that the table of contents names; three others lie beside it. */
    private static final int REQUIRED_QUIZZES = 8;

    private static final String REASON = "Issued for the journey of a test";

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();
    private final String learnerName = "Journey " + Long.toString(System.nanoTime(), Character.MAX_RADIX);
    private final String learnerEmail = learnerName.toLowerCase(Locale.ROOT).replace(' ', '-') + "@example.org";

    @TempDir
    private Path folder;

    @Test
    void aCourseGoesFromAFolderToACertificateThatAStrangerVerifies() throws Exception {
        theOperatorImports(RealCourse.folder());
        Map<String, List<Set<String>>> keys;
        try (Visitor author = Visitor.at(application)) {
            keys = theAuthorKeysAndPublishes(new AuthoringOnScreen(author.signInAs(AUTHOR)), author);
        }
        String address;
        try (Visitor learner = Visitor.at(application)) {
            address = theLearnerFindsAndJoins(learner);
            theLearnerConfirmsTheAddress(learner);
            theLearnerLearns(learner, address);
            theLearnerPassesTheQuizzes(learner, address, keys);
        }
        try (Visitor phone = Visitor.at(application, Visitor.PHONE, ColorScheme.DARK)) {
            theLearnerGoesOnElsewhere(phone);
        }
        try (Visitor registrar = Visitor.at(application)) {
            theRegistrarIssues(registrar.signInAs(REGISTRAR));
        }
        CertificatePaper paper;
        try (Visitor learner = Visitor.at(application)) {
            paper = theLearnerDownloads(learner.signInAs(learnerEmail));
        }
        Assertions.assertThat(paper.text()).contains(learnerName, RealCourse.TITLE);
        try (Visitor stranger = Visitor.at(application)) {
            theStrangerSees(stranger, paper, "Valid");
        }
        try (Visitor registrar = Visitor.at(application)) {
            theRegistrarRevokes(registrar.signInAs(REGISTRAR));
        }
        try (Visitor stranger = Visitor.at(application)) {
            theStrangerSees(stranger, paper, "Revoked");
            assertThat(stranger.page().getByText(REASON)).isVisible();
        }
        try (Visitor author = Visitor.at(application)) {
            AuthoringOnScreen studio = new AuthoringOnScreen(author.signInAs(AUTHOR));
            openCourse(author);
            studio.retire();
        }
    }

    private void theOperatorImports(Path course) throws IOException, InterruptedException {
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        BuiltJar.path().toString(),
                        "import",
                        course.toString(),
                        "--partner",
                        PARTNER,
                        "--json",
                        "--data=" + application.data().toAbsolutePath())
                .redirectOutput(folder.resolve("report.json").toFile())
                .redirectError(folder.resolve("problems.txt").toFile())
                .start();
        Assertions.assertThat(command.waitFor(120, TimeUnit.SECONDS)).isTrue();
        Assertions.assertThat(folder.resolve("problems.txt")).content().isEmpty();
        Assertions.assertThat(command.exitValue()).isZero();
        Assertions.assertThat(folder.resolve("report.json")).content().contains("\"outcome\" : \"created\"");
    }

    private static Map<String, List<Set<String>>> theAuthorKeysAndPublishes(AuthoringOnScreen studio, Visitor author) {
        openCourse(author);
        Map<String, List<Set<String>>> keys = studio.keyEverything();
        studio.addDetails();
        studio.publish();
        return keys;
    }

    private static void openCourse(Visitor author) {
        author.open("/studio/courses");
        author.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(RealCourse.TITLE))
                .first()
                .click();
        author.page().waitForURL(Pattern.compile(".*/studio/courses/[0-9a-f-]{36}$"));
        author.settled();
    }

    /** Two clicks from the course page, sign-up included; returns the address of the player. */
    private String theLearnerFindsAndJoins(Visitor learner) {
        Page page = learner.page();
        learner.open("/?q=scikit+lern");
        page.locator(".cat-card", new Page.LocatorOptions().setHasText(RealCourse.TITLE))
                .locator("a[href*='" + PARTNER + "']")
                .first()
                .click();
        learner.settled();
        page.getByText("Join the course").first().click();
        learner.settled();
        page.locator("#name").fill(learnerName);
        page.locator("#email").fill(learnerEmail);
        page.locator("#password").fill(Visitor.PASSWORD);
        page.locator("input[name=terms]").check();
        page.locator("form.c-form button[type=submit]").first().click();
        page.waitForURL(Pattern.compile(".*/learn/" + PARTNER + "/[^/]+/[^/]+$"));
        learner.settled();
        return page.url().replaceFirst("/[^/]+$", "").replaceFirst("^https?://[^/]+", "");
    }

    private void theLearnerConfirmsTheAddress(Visitor learner) {
        Page page = learner.page();
        Locator link = page.locator(".c-mail", new Page.LocatorOptions().setHasText(learnerEmail))
                .locator(".c-mail-links a[href*='/confirm/']")
                .first();
        for (int i = 0; i < 20 && link.count() == 0; i++) {
            page.waitForTimeout(500);
            learner.open("/mails");
        }
        link.click();
        learner.settled();
        page.getByText("Yes, this is my address").click();
        assertThat(page.getByText("Your address is confirmed")).isVisible();
    }

    /** A lesson read to its end, and an exercise whose solution opens when it was tried. */
    private static void theLearnerLearns(Visitor learner, String address) {
        Page page = learner.page();
        learner.open(address);
        toTheEnd(learner);
        page.locator(".lrn-steps [data-next]:visible").first().click();
        learner.settled();
        toTheEnd(learner);

        learner.open(address + "/python-scripts-02-numerical-pipeline-sol-00");
        assertThat(page.getByText("Try the exercise first")).isVisible();
        assertThat(page.locator("collegium-prose pre")).hasCount(0);
        page.getByText(Pattern.compile("^Go to .*Exercise M1.02.*")).click();
        learner.settled();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("I tried it"))
                .click();
        page.getByText("See the solution").click();
        page.waitForURL(Pattern.compile(".*-sol-00$"));
        learner.settled();
        assertThat(page.locator("collegium-prose pre").first()).isVisible();
    }

    private static void toTheEnd(Visitor learner) {
        Locator done = learner.page().getByText("You have completed this part.");
        for (int i = 0; i < 20 && !done.isVisible(); i++) {
            learner.page().locator("collegium-prose").last().evaluate("prose => prose.scrollIntoView({block: 'end'})");
            learner.page().waitForTimeout(500);
        }
        assertThat(done).isVisible();
    }

    private static void theLearnerPassesTheQuizzes(
            Visitor learner, String address, Map<String, List<Set<String>>> keys) {
        Page page = learner.page();
        QuizTakenOnScreen quiz = new QuizTakenOnScreen(learner);
        List<String> quizzes = page.locator(".lrn-outline a[href*='quiz']").all().stream()
                .map(link -> Objects.requireNonNull(link.getAttribute("href")))
                .toList();
        Assertions.assertThat(quizzes).hasSize(11);
        for (String unit : quizzes.subList(0, REQUIRED_QUIZZES)) {
            learner.open(unit);
            String title = page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                    .innerText();
            quiz.answer(Objects.requireNonNull(keys.get(title), title));
        }
        learner.open("/my-learning");
        assertThat(page.getByText("You have earned the certificate.")).isVisible();
    }

    /** On a phone: signed in and continued in one click, after what was done last. */
    private void theLearnerGoesOnElsewhere(Visitor phone) {
        phone.signInAs(learnerEmail).open("/my-learning");
        Page page = phone.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Continue.*")))
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*/learn/" + PARTNER + "/[^/]+/[^/]+$"));
        phone.settled();
        Assertions.assertThat(page.locator("body").textContent()).containsPattern("1\\d of \\d+ parts completed");
    }

    private void theRegistrarIssues(Visitor registrar) {
        Page page = registrar.page();
        registrar.open("/registry/to-issue?q=" + learnerName.replace(" ", "+"));
        assertThat(page.getByText("1 person to issue for")).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Issue to all (1)"))
                .click();
        Locator preview = page.getByRole(AriaRole.DIALOG);
        assertThat(preview.getByText(learnerName)).isVisible();
        assertThat(preview.getByText("1 person gets one")).isVisible();
        preview.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Issue 1 certificate"))
                .click();
        assertThat(page.getByText(Pattern.compile("Done: 1 of 1 issued"))).isVisible();
    }

    private CertificatePaper theLearnerDownloads(Visitor learner) {
        learner.open("/certificates");
        Download download = learner.page()
                .waitForDownload(
                        () -> learner.page().getByText("Download the PDF").click());
        Path file = folder.resolve("certificate.pdf");
        download.saveAs(file);
        return CertificatePaper.read(file);
    }

    /** Follows what a telephone reads from the paper. */
    private void theStrangerSees(Visitor stranger, CertificatePaper paper, String verdict) {
        Assertions.assertThat(paper.qrCode()).contains("/verify/");
        stranger.open(paper.qrCode().replaceFirst("^https?://[^/]+", ""));
        Page page = stranger.page();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText(verdict);
        assertThat(page.getByText(learnerName)).isVisible();
        Assertions.assertThat(page.context().cookies()).isEmpty();
    }

    private void theRegistrarRevokes(Visitor registrar) {
        Page page = registrar.page();
        registrar.open("/registry/issued?q=" + learnerName.replace(" ", "+"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Revoke the certificate of " + learnerName))
                .click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Reason").fill(REASON);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Revoke the certificate"))
                .click();
        assertThat(page.getByText("The certificate is revoked.")).isVisible();
    }
}
