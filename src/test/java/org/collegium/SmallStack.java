package org.collegium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work with little room for calls within calls, as on a thread of a server: what needs more the longer a text is does not end. */
public final class SmallStack {

    private static final long BYTES = 256 * 1024;

    private SmallStack() {}

    /** What the work gives; fails when the stack was too small for it. */
    public static <T> T in(Supplier<T> work) throws InterruptedException {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(null, () -> result.set(work.get()), "small stack", BYTES);
        thread.setUncaughtExceptionHandler((failed, problem) -> thrown.set(problem));
        thread.start();
        thread.join();
        assertThat(thrown.get()).isNull();
        return Objects.requireNonNull(result.get());
    }
}
