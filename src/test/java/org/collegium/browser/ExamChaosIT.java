package org.collegium.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An exam in which many answer at once while the application is killed again and again, the database with it a few times, and lines
 * are cut. Moments and answers are drawn from {@code -Dcollegium.chaos.seed}. With {@code -Dcollegium.chaos.rounds} of more than
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
    private static final int PAUSE = LONG ? 700 : 150;
    private static final int SHORTEST = LONG ? 5_000 : 2_500;
    private static final int MINUTES = 60;
    private static final int LEFT = 5;

    private static final String COURSE = "first-course-in-machine-learning";
    private static final String UNIT = "quiz-learning";
    private static final String QUIZ = "/learn/north-lakes-university/" + COURSE + "/" + UNIT;
    private static final String LIKE = "learner@example.org";

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();
    private final Random random = new Random(SEED);
    private final List<ExamTaker> takers = new ArrayList<>();

    /** Others use the same application. */
    @AfterEach
    void itRuns() throws Exception {
        takers.forEach(ExamTaker::end);
        if (!application.running()) {
            application.startAgain();
        }
        try (ExamTables tables = ExamTables.of(application, UNIT)) {
            tables.unlimited(LIKE);
        }
    }

    @Test
    void everyAcknowledgedAnswerCountsOnceAndEveryAttemptEndsGraded() throws Exception {
        System.out.printf("Exam in chaos: %d learners, %d kills, seed %d%n", LEARNERS, KILLS, SEED);
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(2))
                        .build();
                ExecutorService room = Executors.newVirtualThreadPerTaskExecutor()) {
            sit(client);
            List<Future<?>> sitting = new ArrayList<>();
            takers.forEach(taker -> sitting.add(room.submit(taker)));
            for (int kill = 0; kill < KILLS; kill++) {
                TimeUnit.MILLISECONDS.sleep(SHORTEST + random.nextInt(SHORTEST));
                boolean databaseToo = kill % Math.max(1, KILLS / DATABASE_KILLS) == 0
                        && kill / Math.max(1, KILLS / DATABASE_KILLS) < DATABASE_KILLS;
                application.kill(databaseToo);
                application.startAgain();
            }
            TimeUnit.MILLISECONDS.sleep(SHORTEST);
            finish(sitting);
        }
        judge();
    }

    /** All begin, before anything is killed. */
    private void sit(HttpClient client) throws Exception {
        try (ExamTables tables = ExamTables.of(application, UNIT)) {
            tables.limit(LIKE, MINUTES);
            for (String email : tables.enrol(LIKE, COURSE, LEARNERS)) {
                takers.add(new ExamTaker(application, client, email, QUIZ, new Random(random.nextLong()), PAUSE));
            }
        }
        takers.forEach(ExamTaker::begin);
    }

    /** Some submit; of the others the clock runs out, with saves under way. */
    private void finish(List<Future<?>> sitting) throws Exception {
        for (int i = 0; i < takers.size(); i += 4) {
            takers.get(i).end();
            sitting.get(i).get(1, TimeUnit.MINUTES);
            takers.get(i).submit();
        }
        try (ExamTables tables = ExamTables.of(application, UNIT)) {
            tables.leave(LEFT);
        }
        for (Future<?> each : sitting) {
            each.get(2, TimeUnit.MINUTES);
        }
    }

    private void judge() throws Exception {
        int acknowledged =
                takers.stream().mapToInt(taker -> taker.acknowledged().size()).sum();
        try (ExamTables tables = ExamTables.of(application, UNIT);
                EmbeddedTables all = EmbeddedTables.of(application)) {
            long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            while (tables.open() > 0 && System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
            List<String> wrong = new ArrayList<>();
            for (ExamTaker taker : takers) {
                wrong.addAll(tables.wrong(taker));
            }
            System.out.printf(
                    "Exam in chaos: %d saves acknowledged, %d lines cut, %d outages credited to %d attempts, %d ended by the clock%n",
                    acknowledged,
                    takers.stream().mapToInt(ExamTaker::cut).sum(),
                    tables.count("select count(distinct outage_id) from quiz_credit"),
                    tables.count("select count(distinct attempt_id) from quiz_credit"),
                    tables.count("select count(*) from quiz_attempt where ended_by = 'CLOCK' and unit_key = ?", UNIT));
            assertThat(wrong).as("seed " + SEED).isEmpty();
            assertThat(all.halfThere()).as("seed " + SEED).isEmpty();
            assertThat(acknowledged).as("acknowledged saves").isGreaterThanOrEqualTo(SAVES);
        }
    }
}
