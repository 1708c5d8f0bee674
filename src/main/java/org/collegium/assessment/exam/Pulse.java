package org.collegium.assessment.exam;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The sign of life of this node. The first one is before the node answers anybody, so that whoever comes back after an outage finds
 * that it was credited.
 */
@Component
class Pulse implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final long BEAT_SECONDS = 3;

    /** Well before the server of the web. */
    private static final int PHASE = DEFAULT_PHASE - 100_000;

    private final Outages outages;
    private @Nullable ScheduledExecutorService beats;
    private volatile boolean lost;

    Pulse(Outages outages) {
        this.outages = outages;
    }

    @Override
    public void start() {
        beat();
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("pulse").factory());
        beats = executor;
        executor.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        ScheduledExecutorService executor = beats;
        if (executor != null) {
            beats = null;
            executor.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return beats != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** A database that is away gets no sign of life; that is an outage too. */
    private void beat() {
        try {
            outages.beat();
            lost = false;
        } catch (RuntimeException trouble) {
            if (!lost) {
                LOG.warn("No sign of life could be noted", trouble);
            }
            lost = true;
        }
    }
}
