package org.collegium;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;

/** Work of several threads in the same moment, each as whoever is signed in. */
public final class AtOnce {

    private AtOnce() {}

    /** Several threads begin the same together; what each of them came to. An exception of one fails all. */
    public static <T> List<T> run(int threads, Callable<T> work) throws InterruptedException, ExecutionException {
        CountDownLatch ready = new CountDownLatch(threads);
        Supplier<Callable<T>> together = () -> new DelegatingSecurityContextCallable<>(() -> {
            ready.countDown();
            ready.await();
            return work.call();
        });
        try (ExecutorService all = Executors.newFixedThreadPool(threads)) {
            List<T> results = new ArrayList<>();
            for (Future<T> done :
                    all.invokeAll(Stream.generate(together).limit(threads).toList())) {
                results.add(done.get());
            }
            return results;
        }
    }

    /** Another thread works while the transaction of this one is open: comes back when it has ended, or waits in the database. */
    public static <T> Future<T> beside(JdbcClient jdbc, Callable<T> work) {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<T> begun = thread.submit(new DelegatingSecurityContextCallable<>(work));
        thread.shutdown();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!begun.isDone() && !somebodyWaits(jdbc) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return begun;
    }

    private static boolean somebodyWaits(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from information_schema.processlist where info is not null and time_ms > 1000")
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
