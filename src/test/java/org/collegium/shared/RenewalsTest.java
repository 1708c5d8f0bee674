package org.collegium.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class RenewalsTest {

    private static final Duration OFTEN = Duration.ofMillis(5);

    @Test
    void whatFailedOnceIsSaidAgain() {
        CountDownLatch said = new CountDownLatch(3);
        AtomicInteger times = new AtomicInteger();
        try (Renewals renewals = new Renewals("renewal-of-a-test", OFTEN)) {
            boolean done = renewals.during(() -> await(said), () -> {
                if (times.incrementAndGet() == 1) {
                    throw new IllegalStateException("a lock was taken");
                }
                said.countDown();
            });

            assertThat(done).isTrue();
        }
        assertThat(times).hasValueGreaterThanOrEqualTo(4);
    }

    @Test
    void whenTheWorkIsDoneNothingIsSaidAnyMore() {
        try (Renewals renewals = new Renewals("renewal-of-a-test", OFTEN)) {
            AtomicInteger first = new AtomicInteger();
            CountDownLatch second = new CountDownLatch(20);

            assertThat(renewals.during(first::get, first::incrementAndGet)).isZero();
            int after = first.get();
            assertThat(renewals.during(() -> await(second), second::countDown)).isTrue();

            assertThat(first).hasValueLessThanOrEqualTo(after + 1);
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
