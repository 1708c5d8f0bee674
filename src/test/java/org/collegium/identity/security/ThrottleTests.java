package org.collegium.identity.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.collegium.FullApplicationTest;
import org.collegium.identity.MovableClock;
import org.collegium.identity.SecurityEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Tag("module")
@FullApplicationTest
class ThrottleTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-01T10:00:00Z"));
    private final List<Object> events = new ArrayList<>();
    private final String account = UUID.randomUUID() + "@example.org";
    private final String address = "2001:db8:" + UUID.randomUUID().toString().substring(0, 4) + "::1";
    private Throttle throttle;

    @BeforeEach
    void begin() {
        throttle = new Throttle(jdbc, transactions, events::add, clock);
    }

    @Test
    void theSixthAttemptOnAnAccountWaitsAMinute() {
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(throttle.attempt(ThrottledAction.SIGN_IN, account, address))
                    .isEmpty();
        }

        assertThat(throttle.attempt(ThrottledAction.SIGN_IN, account, address)).contains(Duration.ofMinutes(1));
        assertThat(events).containsExactly(new SecurityEvent.Throttled("SIGN_IN", address, Duration.ofMinutes(1)));
        clock.pass(Duration.ofMinutes(1));
        assertThat(throttle.attempt(ThrottledAction.SIGN_IN, account, address)).isEmpty();
        assertThat(throttle.attempt(ThrottledAction.SIGN_IN, account, address)).isPresent();
    }

    @Test
    void waitingDoesNotGrowWhileOneKeepsTrying() {
        exhaust();

        for (int attempt = 0; attempt < 20; attempt++) {
            assertThat(throttle.attempt(ThrottledAction.SIGN_IN, account, address))
                    .contains(Duration.ofMinutes(1));
        }
    }

    @Test
    void spellingAnAddressOtherwiseDoesNotHelp() {
        exhaust();

        assertThat(throttle.attempt(ThrottledAction.SIGN_IN, " " + account.toUpperCase(Locale.ROOT), address))
                .isPresent();
    }

    @Test
    void guessingOneAfterAnotherAccountIsSlowedDownPerAddress() {
        for (int attempt = 0; attempt < 50; attempt++) {
            assertThat(throttle.attempt(
                            ThrottledAction.SIGN_IN, UUID.randomUUID().toString(), address))
                    .isEmpty();
        }

        assertThat(throttle.attempt(ThrottledAction.SIGN_IN, "somebody else", address))
                .contains(Duration.ofSeconds(5));
        assertThat(throttle.attempt(ThrottledAction.SIGN_IN, "somebody else", "198.51.100.1"))
                .isEmpty();
    }

    @Test
    void aClassThatSignsInFromOneAddressIsNotSlowedDown() {
        for (int learner = 0; learner < 300; learner++) {
            String name = account + learner;
            assertThat(throttle.attempt(ThrottledAction.SIGN_IN, name, address)).isEmpty();
            throttle.forgive(ThrottledAction.SIGN_IN, name, address);
        }
    }

    @Test
    void aRightPasswordForgetsEarlierAttemptsOnTheAccount() {
        for (int attempt = 0; attempt < 5; attempt++) {
            throttle.attempt(ThrottledAction.SIGN_IN, account, address);
        }
        throttle.forgive(ThrottledAction.SIGN_IN, account, address);

        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(throttle.attempt(ThrottledAction.SIGN_IN, account, address))
                    .isEmpty();
        }
    }

    @Test
    void actionsAreCountedApart() {
        exhaust();

        assertThat(throttle.attempt(ThrottledAction.RESET, account, address)).isEmpty();
    }

    @Test
    void attemptsAtTheSameMomentAreAllCounted() throws InterruptedException, ExecutionException {
        Callable<Boolean> attempt = () ->
                throttle.attempt(ThrottledAction.SIGN_IN, account, address).isEmpty();
        int allowed = 0;
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> answer : many.invokeAll(Collections.nCopies(24, attempt))) {
                allowed += answer.get() ? 1 : 0;
            }
        }

        assertThat(allowed).isEqualTo(5);
    }

    @Test
    void whatHasNoEffectAnyMoreIsDeleted() {
        int before = rows();
        throttle.attempt(ThrottledAction.RESET, account, address);
        assertThat(rows()).isEqualTo(before + 2);

        clock.pass(Duration.ofDays(2));
        throttle.forgetOld();

        assertThat(rows()).isLessThanOrEqualTo(before);
    }

    private void exhaust() {
        for (int attempt = 0; attempt < 5; attempt++) {
            throttle.attempt(ThrottledAction.SIGN_IN, account, address);
        }
    }

    private int rows() {
        return jdbc.sql("select count(*) from sign_in_throttle")
                .query(Integer.class)
                .single();
    }
}
