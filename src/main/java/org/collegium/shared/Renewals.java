package org.collegium.shared;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says again and again that somebody is at work, as long as they are, so that nobody else takes the work. What could not be said once, as
 * when the database refused, is said the next time.
 */
public final class Renewals implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Renewals.class);

    private final String name;
    private final Duration often;
    private final ScheduledExecutorService thread;

    /** @param name of the thread */
    public Renewals(String name, Duration often) {
        this.name = name;
        this.often = often;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Does the work, and the renewal beside it for the first time after a while. */
    public <T> T during(Supplier<T> work, Runnable renewal) {
        ScheduledFuture<?> going = thread.scheduleWithFixedDelay(
                () -> renew(renewal), often.toMillis(), often.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return work.get();
        } finally {
            going.cancel(false);
        }
    }

    /** An executor does nothing any more that has failed once. */
    private void renew(Runnable renewal) {
        try {
            renewal.run();
        } catch (RuntimeException refused) {
            LOG.warn("{}: nobody could be told that the work goes on; it is tried again", name, refused);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
