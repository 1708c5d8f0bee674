package org.collegium.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The application and its database are killed while a large course is imported and learners answer a quiz. Moments, answers
 * and who dies are drawn at random: {@code -Dcollegium.chaos.seed} repeats them, {@code -Dcollegium.chaos.rounds} says how
 * often.
 */
@Tag("chaos")
@Tag("apart")
class ChaosIT {

    private static final int ROUNDS = Integer.getInteger("collegium.chaos.rounds", 1);
    private static final long SEED = Long.getLong("collegium.chaos.seed", System.nanoTime());
    private static final int LEARNERS = 2;
    private static final int STEPS_BEFORE = 4;

    @TempDir
    private Path folder;

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();
    private final Random random = new Random(SEED);
    private final List<QuizTaker> learners = new ArrayList<>();

    /** Others use the same application. */
    @AfterEach
    void itRuns() {
        learners.forEach(QuizTaker::leave);
        if (!application.running()) {
            application.startAgain();
        }
    }

    @Test
    void nothingIsHalfThereAndNothingAcknowledgedIsGoneAfterKills() throws Exception {
        System.out.println("Chaos: " + ROUNDS + " rounds, seed " + SEED);
        for (int i = 0; i < LEARNERS; i++) {
            learners.add(QuizTaker.joined(application, random, i == 0));
        }
        LargeCourse course = LargeCourse.in(folder, "course-in-chaos");
        for (int i = 0; i < STEPS_BEFORE; i++) {
            learners.forEach(learner -> learner.goOn(application::running));
        }
        Duration usual = Duration.ofSeconds(4);
        for (int round = 0; round < ROUNDS; round++) {
            usual = round(new CourseImport(application, course, round), round, usual);
        }
        learners.forEach(QuizTaker::submitsAndIsGradedOnce);
    }

    private Duration round(CourseImport imported, int round, Duration usual) throws Exception {
        double part = (round % 3 + random.nextDouble()) / 3;
        long moment = 100 + (long) (usual.toMillis() * part);
        boolean databaseToo = round < 3 || random.nextBoolean();
        String told = "round " + round + " of seed " + SEED + ", after " + moment + " ms"
                + (databaseToo ? " with the database" : "");
        CompletableFuture<Boolean> acknowledged = imported.begin();
        CompletableFuture<Void> killed = CompletableFuture.runAsync(
                () -> application.kill(databaseToo), CompletableFuture.delayedExecutor(moment, TimeUnit.MILLISECONDS));
        while (!killed.isDone()) {
            learners.forEach(learner -> learner.goOn(application::running));
        }
        killed.get();
        assertThat(learners.stream().mapToInt(QuizTaker::kept).sum())
                .as("answers that were acknowledged before the kill and can be lost: " + told)
                .isPositive();
        List<Runnable> laterOn = learners.stream().map(QuizTaker::goOnAlone).toList();
        boolean wasAcknowledged = acknowledged.get(60, TimeUnit.SECONDS);
        if (round == ROUNDS - 1) {
            ImportProcess alone = ImportProcess.run(application, imported.folder(), "--partner", imported.partner());
            assertThat(alone.exitCode()).as(told + alone).isZero();
            assertThat(alone.problems())
                    .as(told)
                    .contains("No platform is running")
                    .doesNotContain("\tat ");
            wasAcknowledged = true;
        }
        long began = System.nanoTime();
        application.startAgain();
        System.out.printf(
                "Chaos: %s, import acknowledged: %s, %d answers acknowledged; started again in %.1f s%n",
                told,
                wasAcknowledged,
                learners.stream().mapToInt(QuizTaker::acknowledged).sum(),
                (System.nanoTime() - began) / 1e9);

        try (EmbeddedTables tables = EmbeddedTables.of(application)) {
            assertThat(tables.halfThere()).as(told).isEmpty();
            assertThat(tables.hasDraft(imported.partner(), imported.key()))
                    .as("the import was acknowledged: " + told)
                    .isIn(true, wasAcknowledged);
        }
        laterOn.forEach(Runnable::run);
        learners.forEach(learner -> learner.findsEverythingAgain(told));
        if (ROUNDS > 2) {
            imported.isToldToWhoeverFollowsIt();
        }
        try (EmbeddedTables tables = EmbeddedTables.of(application)) {
            tables.importsHaveEnded();
        }
        CourseImport.Repeated repeated = imported.repeat();
        assertThat(repeated.outcome())
                .as(told)
                .isIn(wasAcknowledged ? List.of("unchanged") : List.of("created", "updated", "unchanged"));
        try (EmbeddedTables tables = EmbeddedTables.of(application)) {
            assertThat(tables.halfThere()).as(told).isEmpty();
        }
        return repeated.took();
    }
}
