package org.collegium.credentials;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong in work of many parts, of which each may fail without keeping the others from being done. */
class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final AtomicInteger count = new AtomicInteger();
    private final AtomicReference<@Nullable RuntimeException> first = new AtomicReference<>();

    /** Does a part. Returns false when it failed. */
    boolean noted(Supplier<Boolean> part) {
        try {
            return part.get();
        } catch (RuntimeException failure) {
            count.incrementAndGet();
            if (first.compareAndSet(null, failure)) {
                LOG.warn("A part failed; the others go on", failure);
            }
            return false;
        }
    }

    int count() {
        return count.get();
    }

    /**
     * Does nothing when no part failed.
     *
     * @throws IllegalStateException with the first failure as its cause
     */
    void thrown() {
        if (count.get() > 0) {
            throw new IllegalStateException(count + " parts failed", first.get());
        }
    }
}
