package org.collegium.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An exam in which many answer at once while the application is killed again and again, the database with it a few times, and lines
 * are cut. Half of them answer what a machine grades at once, a quarter write essays, and a quarter write code and hand in a file. Some
 * outages are so long that they are credited. Moments and answers are drawn from {@code -Dcollegium.chaos.seed}. With {@code -Dcollegium.chaos.rounds} of more than
 * one it is the long form: 200 learners, at least 20 kills, 3 of them of the database too, at least 20,000 acknowledged saves.
 */
@Tag("chaos")
@Tag("apart")
class ExamChaosIT {

    private static final int ROUNDS = Integer.getInteger("collegium.chaos.rounds", 1);
    private static final long SEED = Long.getLong("collegium.chaos.seed", System.nanoTime());
    private static final boolean LONG = ROUNDS > 1;
    private static final int LEARNERS = LONG ? 200 : 20;
    private static final int KILLS = LONG ? Math.max(20, ROUNDS) : 1;
    private static final int DATABASE_KILLS = LONG ? 3 : 1;
    private static final int SAVES = LONG ? 20_000 : 100;
    private static final int PAUSE = LONG ? 500 : 150;
    private static final int SHORTEST = 2_500;
    private static final int MINUTES = 60;
    private static final int LEFT = 5;

    private static final String COURSE = "first-course-in-machine-learning";
    private static final String PLACE = "/learn/north-lakes-university/" + COURSE + "/";

    /** Who sits what, in turn. */
    private static final List<String> UNITS =
            List.of("quiz-learning", "quiz-hand-in", "quiz-learning", "quiz-in-your-words");

    /** So much longer than it takes to start the platform is down at times. */
    private static final Duration LONG_REST = ExamCredits.THRESHOLD.plusSeconds(1);

    private static final int ONE_IN_RESTS = 7;
    private static final int MINUTES_OF_TESTS = 5;
    private static final String LIKE = "learner@example.org";

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();
    private final Random random = new Random(SEED);
    private final List<ExamTaker> takers = new ArrayList<>();
    private final ExamCredits credits = new ExamCredits();
    private Instant began = Instant.now();

    /** Others use the same application. */
    @AfterEach
    void itRuns() throws Exception {
        takers.forEach(ExamTaker::end);
        if (!application.running()) {
            application.startAgain();
        }
        for (String unit : Set.copyOf(UNITS)) {
            try (ExamTables tables = ExamTables.of(application, unit)) {
                tables.unlimited(LIKE);
            }
        }
    }

    @Test
    void everyAcknowledgedAnswerCountsOnceAndEveryAttemptEndsGraded() throws Exception {
        began = Instant.now();
        System.out.printf("Exam in chaos: %d learners, %d kills, seed %d%n", LEARNERS, KILLS, SEED);
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(2))
                        .build();
                ExecutorService room = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                sitAndKill(client, room);
            } finally {
                // Else the room would wait for them when something went wrong.
                takers.forEach(ExamTaker::end);
            }
        }
        judge();
    }

    private void sitAndKill(HttpClient client, ExecutorService room) throws Exception {
        Future<?> laidOut = room.submit(LONG ? application::layOutClasses : () -> {});
        sit(client);
        laidOut.get();
        List<Future<?>> sitting = new ArrayList<>();
        takers.forEach(taker -> sitting.add(room.submit(taker)));
        for (int kill = 0; kill < KILLS; kill++) {
            TimeUnit.MILLISECONDS.sleep(SHORTEST + random.nextInt(SHORTEST));
            boolean databaseToo = kill % Math.max(1, KILLS / DATABASE_KILLS) == 0
                    && kill / Math.max(1, KILLS / DATABASE_KILLS) < DATABASE_KILLS;
            boolean rests = LONG && kill % ONE_IN_RESTS == 0;
            credits.kill(application, databaseToo, rests ? LONG_REST : Duration.ZERO);
        }
        tell("it was killed for the last time");
        if (credits.noticed(application) == 0) {
            // This machine starts it so fast that nothing was lost by it.
            credits.kill(application, false, LONG_REST);
        }
        TimeUnit.MILLISECONDS.sleep(SHORTEST);
        creditsAreRight();
        finish(sitting);
    }

    /** All begin, before anything is killed. */
    private void sit(HttpClient client) throws Exception {
        List<String> emails;
        try (ExamTables tables = ExamTables.of(application, UNITS.getFirst())) {
            emails = tables.enrol(LIKE, COURSE, LEARNERS);
        }
        for (String unit : Set.copyOf(UNITS)) {
            try (ExamTables tables = ExamTables.of(application, unit)) {
                tables.limit(LIKE, MINUTES);
            }
        }
        ExamKey key = ExamKey.of("02-ways-of-learning.yaml");
        for (int i = 0; i < emails.size(); i++) {
            takers.add(new ExamTaker(
                    application, client, emails.get(i), PLACE + unit(i), key, new Random(random.nextLong()), PAUSE));
        }
        takers.parallelStream().forEach(ExamTaker::begin);
        tell("all have begun");
    }

    private static String unit(int taker) {
        return UNITS.get(taker % UNITS.size());
    }

    private void creditsAreRight() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String unit : Set.copyOf(UNITS)) {
            wrong.addAll(credits.wrong(application, unit));
        }
        assertThat(wrong).as("seed " + SEED).isEmpty();
        assertThat(credits.noticed(application))
                .as("outages that were credited")
                .isPositive();
    }

    /** Some submit; of the others the clock runs out, with saves under way. */
    private void finish(List<Future<?>> sitting) throws Exception {
        // Of each quiz some: the step and the number of quizzes have no divisor in common.
        List<ExamTaker> back = new ArrayList<>();
        for (int i = 0; i < takers.size(); i += 3) {
            takers.get(i).end();
            back.add(takers.get(i));
        }
        for (int i = 0; i < takers.size(); i += 3) {
            sitting.get(i).get(1, TimeUnit.MINUTES);
        }
        back.parallelStream().forEach(ExamTaker::submit);
        for (String unit : Set.copyOf(UNITS)) {
            try (ExamTables tables = ExamTables.of(application, unit)) {
                tables.leave(LEFT);
            }
        }
        for (Future<?> each : sitting) {
            each.get(2, TimeUnit.MINUTES);
        }
        tell("nobody sits any more");
    }

    private void tell(String what) {
        System.out.printf(
                "Exam in chaos: %s, %d s after its beginning%n",
                what, Duration.between(began, Instant.now()).toSeconds());
    }

    private void judge() throws Exception {
        int acknowledged =
                takers.stream().mapToInt(taker -> taker.acknowledged().size()).sum();
        List<String> wrong = new ArrayList<>();
        for (String unit : Set.copyOf(UNITS)) {
            try (ExamTables tables = ExamTables.of(application, unit)) {
                settled(tables);
                tell("everything of " + unit + " is graded");
                for (int i = 0; i < takers.size(); i++) {
                    if (unit(i).equals(unit)) {
                        wrong.addAll(tables.wrong(takers.get(i)));
                    }
                }
            }
        }
        try (ExamTables tables = ExamTables.of(application, UNITS.getFirst());
                EmbeddedTables all = EmbeddedTables.of(application)) {
            System.out.printf(
                    "Exam in chaos: %d saves acknowledged, %d files, %d lines cut, %d outages credited to %d attempts, %d ended by"
                            + " the clock, %d wait for marks, %d programs were tried%n",
                    acknowledged,
                    takers.stream().filter(taker -> !taker.handedIn().isEmpty()).count(),
                    takers.stream().mapToInt(ExamTaker::cut).sum(),
                    tables.count("select count(distinct outage_id) from quiz_credit"),
                    tables.count("select count(distinct attempt_id) from quiz_credit"),
                    tables.count("select count(*) from quiz_attempt where ended_by = 'CLOCK'"),
                    tables.count("select count(distinct attempt_id) from quiz_marking where state = 'WAITING'"),
                    tables.count("select count(*) from quiz_code_result where state = 'GRADED'"));
            assertThat(wrong).as("seed " + SEED).isEmpty();
            assertThat(tables.count("select count(*) from quiz_attempt where points > 0"))
                    .as("some were right")
                    .isPositive();
            assertThat(all.halfThere()).as("seed " + SEED).isEmpty();
            assertThat(acknowledged).as("acknowledged saves").isGreaterThanOrEqualTo(SAVES);
        }
    }

    /** All attempts are over, and the tests of code have run. */
    private static void settled(ExamTables tables) throws Exception {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES_OF_TESTS);
        while ((tables.open() > 0 || tables.untested() > 0) && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}
