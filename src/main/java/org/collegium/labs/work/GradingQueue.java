package org.collegium.labs.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.collegium.assessment.code.CodeQueue;
import org.collegium.labs.LabGrader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Grades submissions and code that is an answer on this node, as many at once as it has processors less one. The queue is a table, so that any node
 * takes what another one left when it died.
 */
@Component
public class GradingQueue implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GradingQueue.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(10);

    private final GradingJob job;
    private final CodeQueue answers;
    private final GradingHalts halts;
    private final LabGrader grader;
    private final int workers;
    private final Semaphore news = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    /**
     * Starts nothing yet.
     *
     * @param workers how many are graded at once; 0 for the number of processors less one, below 0 for none on this node
     */
    GradingQueue(
            GradingJob job,
            CodeQueue answers,
            GradingHalts halts,
            LabGrader grader,
            @Value("${collegium.labs.workers:0}") int workers) {
        this.job = job;
        this.answers = answers;
        this.halts = halts;
        this.grader = grader;
        this.workers = workers == 0 ? Math.max(1, Runtime.getRuntime().availableProcessors() - 1) : workers;
    }

    /** How many are graded at once on this node; 0 or less for none. */
    public int workers() {
        return workers;
    }

    /** There may be something to grade. */
    public void wake() {
        news.release();
    }

    @Override
    public void start() {
        running = true;
        for (int i = 0; i < workers; i++) {
            threads.add(Thread.ofPlatform().name("lab-grading-" + i).daemon().start(this::work));
        }
    }

    /** Ends after what is being graded; what is not graded by then is taken by another node, or after the next start. */
    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        UUID holder = UUID.randomUUID();
        boolean labsFirst = true;
        while (running) {
            Duration pause = Duration.ZERO;
            try {
                if (!mayTake() || !next(holder, labsFirst)) {
                    pause = LOOK_AGAIN;
                }
                labsFirst = !labsFirst;
            } catch (RuntimeException trouble) {
                LOG.warn("A submission of a lab could not be graded; it is tried again", trouble);
                pause = AFTER_TROUBLE;
            }
            if (!pause.isZero()) {
                rest(pause);
            }
        }
    }

    /** Where the sandbox is broken all stays in the queue: it costs no tries, and another node may take it. */
    private boolean mayTake() {
        return (halts.somethingToTake() || (answers.somethingToTake() && halts.here() == GradingHalts.Here.GOING_ON))
                && grader.health().isSound();
    }

    /** Labs and answers of quizzes take turns, so that neither waits for all of the other. */
    private boolean next(UUID holder, boolean labsFirst) {
        return labsFirst ? job.next(holder) || answers.next(holder) : answers.next(holder) || job.next(holder);
    }

    private void rest(Duration pause) {
        try {
            if (news.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                news.drainPermits();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
