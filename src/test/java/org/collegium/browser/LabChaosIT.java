package org.collegium.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The application is killed while a submission is graded, and while a learner without a network types; the database dies with it in
 * every other round. {@code -Dcollegium.chaos.rounds} says how often, divided by five.
 */
@Tag("chaos")
@Tag("apart")
class LabChaosIT {

    private static final int ROUNDS = Math.max(1, Integer.getInteger("collegium.chaos.rounds", 1) / 5);

    /** Two runs of this are long enough to be met by a kill, and short enough to wait for. */
    private static final String SLOW = "import time\ntime.sleep(3)\ndef predicted_ice(degree_days):\n    return 0";

    private static final String COURSE = LabOnScreen.COURSE;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private BuiltApplication application;

    @BeforeEach
    void itRuns() {
        application = BuiltApplication.withDemonstrationData();
        startAgainIfKilled();
    }

    /** Others use the same application. */
    @AfterEach
    void startAgainIfKilled() {
        if (!application.running()) {
            application.startAgain();
        }
    }

    @Test
    void aSubmissionIsGradedOnceAndNothingTypedIsLostWhenTheNodeIsKilled() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            round(round % 2 == 0);
            System.out.printf(
                    "Chaos of labs: round %d, %s killed, %.1f s%n",
                    round, round % 2 == 0 ? "with the database" : "the node alone", (System.nanoTime() - began) / 1e9);
        }
    }

    private void round(boolean databaseToo) throws Exception {
        Newcomer submitting = Newcomer.called("Chaos Submitter");
        Newcomer typing = Newcomer.called("Chaos Typist");
        try (Visitor submitter = Visitor.at(application);
                Visitor typist = Visitor.at(application)) {
            typing.join(typist, COURSE);
            LabOnScreen typed = LabOnScreen.of(typist, LabOnScreen.FIRST_STEPS);
            submitting.join(submitter, COURSE);
            LabOnScreen submitted = LabOnScreen.of(submitter, LabOnScreen.FIRST_STEPS);
            typed.page().context().setOffline(true);
            typed.type("degree-days", "# typed before the kill");
            typed.saves("Offline: kept in this browser");
            submitted.type("predicted-ice", SLOW);
            submitted.saves("Saved");
            submitted.handIn();
            List<String> unused = until(submitting, List.of("1 GRADING 1")::equals);

            application.kill(databaseToo);
            typed.type("carrying", "# typed while nothing was there");
            typed.saves("Offline: kept in this browser");
            application.startAgain();
            typed.page().context().setOffline(false);

            List<String> graded = until(submitting, rows -> rows.getLast().contains("GRADED"));
            assertThat(graded).as("one submission, taken twice").containsExactly("1 GRADED 2");
            try (EmbeddedTables tables = EmbeddedTables.of(application)) {
                assertThat(tables.scores(submitting.email())).containsExactly("lab-first-steps SCORED");
                assertThat(tables.halfThere()).isEmpty();
            }
            everythingIsThere(typing);
        }
    }

    /** On another device, after the first has sent what it had kept. */
    private void everythingIsThere(Newcomer typist) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        try (EmbeddedTables tables = EmbeddedTables.of(application)) {
            while (!tables.typed(typist.email()).contains("# typed while nothing was there")) {
                assertThat(Instant.now()).as("what was typed has not come").isBefore(end);
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        try (Visitor phone = Visitor.at(application)) {
            LabOnScreen lab = LabOnScreen.of(phone.signInAs(typist.email()), LabOnScreen.FIRST_STEPS);
            assertThat(lab.code("degree-days").innerText()).contains("# typed before the kill");
            assertThat(lab.code("carrying").innerText()).contains("# typed while nothing was there");
        }
    }

    private List<String> until(Newcomer learner, Predicate<List<String>> there) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        try (EmbeddedTables tables = EmbeddedTables.of(application)) {
            while (true) {
                List<String> found = tables.submissions(learner.email());
                if (!found.isEmpty() && there.test(found)) {
                    return found;
                }
                assertThat(Instant.now()).as("submissions: " + found).isBefore(end);
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }
}
