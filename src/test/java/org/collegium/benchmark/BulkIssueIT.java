package org.collegium.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.collegium.benchmark.Measured.Cpu;
import org.collegium.browser.Browsers;
import org.collegium.browser.BuiltApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A registrar issues thousands of certificates with one press of a button, and the application is killed on the way. Time runs
 * from the press until the work is finished, restarts included. It fails when anybody has none, two, or one without a signature.
 * Then the pages that verify them are asked for at a steady rate.
 */
@Tag("benchmark")
class BulkIssueIT {

    private static final int LEARNERS = Integer.getInteger("collegium.bulk.learners", 10_000);
    private static final int KILLS = Integer.getInteger("collegium.bulk.kills", 5);
    private static final int VERIFICATIONS = 200;
    private static final int WARM_UP = Integer.getInteger("collegium.benchmark.warm-up", 20);
    private static final int SECONDS = Integer.getInteger("collegium.benchmark.seconds", 40);
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final String COURSE = "responsible-ai-for-policymakers";

    private final BuiltApplication application =
            BuiltApplication.startedIn(Path.of("target", "bulk-issue-data"), "--collegium.demonstration=true");

    @AfterEach
    void end() {
        application.close();
    }

    @Test
    void thousandsAreIssuedExactlyOnceAlthoughTheApplicationIsKilled() throws Exception {
        try (DueLearners learners = new DueLearners(application)) {
            learners.add(COURSE, LEARNERS);
        }
        long began = pressIssueToAll();
        Cpu before = Measured.cpu(application);
        double restarts = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            awaitIssued(LEARNERS * (kill + 1) / (KILLS + 1));
            long killed = System.nanoTime();
            application.kill(kill % 2 == 1);
            application.startAgain();
            restarts += (System.nanoTime() - killed) / 1e9;
            System.out.printf(
                    "Bulk issue: killed and started again after %.1f s in all%n", (System.nanoTime() - began) / 1e9);
        }
        if (KILLS > 0) {
            before = new Cpu(Duration.ZERO, Duration.ZERO);
        }
        awaitFinished();
        double seconds = (System.nanoTime() - began) / 1e9;
        Cpu used = Measured.cpu(application).since(before);
        Measured.tell(
                "certificates issued in bulk",
                String.format(
                        Locale.ROOT,
                        "%d in %.0f s with %d kills, of which %.0f s were restarts; processor time since the last start %.1f s"
                                + " (application %.1f, database %.1f)",
                        LEARNERS,
                        seconds,
                        KILLS,
                        restarts,
                        used.millisEach(1) / 1e3,
                        used.application().toMillis() / 1e3,
                        used.database().toMillis() / 1e3));
        try (DueLearners learners = new DueLearners(application)) {
            assertThat(learners.certified()).as("who holds one").isEqualTo(LEARNERS);
            assertThat(learners.certificates()).as("certificates").isEqualTo(LEARNERS);
            assertThat(learners.signed()).as("signed, with a place in a list").isEqualTo(LEARNERS);
            assertThat(learners.signatures()).as("uses of keys").isEqualTo(LEARNERS);
            Files.createDirectories(Measured.RESULTS);
            Files.write(Measured.RESULTS.resolve("codes.txt"), learners.codes());
        }
        verify();
    }

    /** Employers look at them, each at its page, without a session. */
    private void verify() throws IOException, InterruptedException {
        GatlingLoad gatling = new GatlingLoad(application);
        gatling.load("employers", VERIFICATIONS, WARM_UP);
        GatlingLoad.Run run = gatling.load("employers", VERIFICATIONS, SECONDS);
        Measured.tell(
                "verification pages, " + VERIFICATIONS + " asked for each second",
                run.text(run.timings().count(), run.timings().count()));
        assertThat(run.timings().count()).isPositive();
    }

    private long pressIssueToAll() {
        try (BrowserContext context = Browsers.chromium().newContext()) {
            context.setDefaultTimeout(60_000);
            Page page = context.newPage();
            page.navigate(application.address() + "/sign-in");
            page.locator("#email").fill("registrar@example.org");
            page.locator("#password").fill("open-lake-winter");
            page.locator("form.c-form button[type=submit]").first().click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.navigate(application.address() + "/registry/to-issue?q=Learner+Number");
            page.getByRole(AriaRole.BUTTON, named("Issue to all")).click();
            Locator confirm = page.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Issue .*")));
            confirm.waitFor();
            long began = System.nanoTime();
            confirm.click();
            page.getByText(Pattern.compile("\\d of [\\d,]+ ")).first().waitFor();
            return began;
        }
    }

    private static Page.GetByRoleOptions named(String beginning) {
        return new Page.GetByRoleOptions().setName(Pattern.compile("^" + beginning + ".*"));
    }

    private void awaitIssued(int count) throws Exception {
        try (DueLearners learners = new DueLearners(application)) {
            await("issued " + count, () -> learners.certificates() >= count);
        }
    }

    private void awaitFinished() throws Exception {
        try (DueLearners learners = new DueLearners(application)) {
            await("finished", learners::finished);
        }
    }

    private static void await(String what, Condition condition) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private interface Condition {
        boolean holds() throws SQLException;
    }
}
