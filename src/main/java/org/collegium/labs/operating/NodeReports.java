package org.collegium.labs.operating;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.collegium.labs.LabGrader;
import org.collegium.labs.sandbox.LabRuntime;
import org.collegium.labs.sandbox.Probe;
import org.collegium.labs.work.GradingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Tells the others every few seconds that this node grades, and how its sandbox stands. It is tried at the start and daily, each minute while
 * it is broken, and when an operator asks; as soon as it holds again the queue goes on.
 */
@Component
class NodeReports implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NodeReports.class);
    private static final long BEAT_SECONDS = 5;
    private static final long LOOK_SECONDS = 20;

    private final NodeRows nodes;
    private final QueueRows queued;
    private final LabGrader grader;
    private final GradingQueue queue;
    private final Clock clock;
    private final Instant started;
    private @Nullable ScheduledExecutorService beats;
    private final AtomicBoolean trying = new AtomicBoolean();
    private volatile @Nullable SandboxReport last;

    NodeReports(NodeRows nodes, QueueRows queued, LabGrader grader, GradingQueue queue, Clock clock) {
        this.nodes = nodes;
        this.queued = queued;
        this.grader = grader;
        this.queue = queue;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** What trying the sandbox of this node showed last; empty before the first time, and where nothing is graded. */
    Optional<SandboxReport> last() {
        return Optional.ofNullable(last);
    }

    @Override
    public void start() {
        if (queue.workers() <= 0) {
            return;
        }
        // More than one thread: trying a sandbox may take longer than others wait for a sign of life.
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(
                3, Thread.ofPlatform().daemon().name("lab-node-", 0).factory());
        beats = executor;
        executor.scheduleWithFixedDelay(() -> safely(this::beat), 0, BEAT_SECONDS, TimeUnit.SECONDS);
        executor.scheduleWithFixedDelay(() -> safely(this::look), 1, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        ScheduledExecutorService executor = beats;
        if (executor != null) {
            beats = null;
            executor.shutdownNow();
            safely(() -> nodes.leave(clock.instant()));
        }
    }

    @Override
    public boolean isRunning() {
        return beats != null;
    }

    /** Looks at once whether somebody wants this node to try its sandbox. */
    void wake() {
        aside(this::beat);
    }

    void beat() {
        nodes.beat(started, queue.workers(), clock.instant())
                .filter(asked -> trying.compareAndSet(false, true))
                .ifPresent(asked -> aside(() -> tryAgain(asked)));
    }

    void tryAgain(Instant asked) {
        try {
            report(grader.probeNow());
            nodes.tried(asked);
        } finally {
            trying.set(false);
        }
    }

    private void aside(Runnable work) {
        ScheduledExecutorService executor = beats;
        if (executor != null) {
            try {
                executor.execute(() -> safely(work));
            } catch (RejectedExecutionException stopping) {
                LOG.debug("Not done any more, the node stops");
            }
        }
    }

    /** What is known and not old is not tried again. */
    void look() {
        report(grader.health());
    }

    private synchronized void report(Probe probe) {
        List<LabRuntime> runtimes = grader.runtimes();
        SandboxReport report = SandboxReport.of(probe, runtimes, grader.probed().orElseGet(clock::instant));
        SandboxReport before = last;
        last = report;
        nodes.keep(report);
        if (report.sound() && before != null && !before.sound()) {
            LOG.info("The sandbox of labs holds again");
            queued.hurry(clock.instant());
            queue.wake();
        }
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException trouble) {
            LOG.warn("The state of this node could not be told to the others", trouble);
        } catch (RuntimeException trouble) {
            LOG.error("The state of the sandbox could not be found out", trouble);
        }
    }
}
