package org.collegium.labs.sandbox;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills what is waited for longer than it may be. One thread looks at all of them, so that waiting costs neither a thread nor an
 * alarm of its own; what is late is killed within a twentieth of a second.
 */
final class Deadlines implements AutoCloseable {

    private static final long TICK_NANOS = 50_000_000;

    private final Set<StreamBox> watched = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean closed;

    Deadlines() {
        thread = Thread.ofPlatform().daemon().name("lab-deadlines").start(this::watch);
    }

    void add(StreamBox box) {
        watched.add(box);
        LockSupport.unpark(thread);
    }

    void remove(StreamBox box) {
        watched.remove(box);
    }

    private void watch() {
        while (!closed) {
            if (watched.isEmpty()) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, TICK_NANOS);
                long now = System.nanoTime();
                watched.forEach(box -> box.killWhenLate(now));
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
