package org.collegium.identity.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ThrottleRuleTests {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    private final ThrottleRule rule = new ThrottleRule(3, Duration.ofMinutes(1));

    @Test
    void soManyAttemptsAsAllowedMayFollowEachOtherAtOnce() {
        Instant freeAt = NOW;
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(rule.waiting(freeAt, NOW)).isZero();
            freeAt = rule.afterAttempt(freeAt, NOW);
        }

        assertThat(rule.waiting(freeAt, NOW)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void oneAttemptComesBackWithEachInterval() {
        Instant freeAt = NOW.plus(Duration.ofMinutes(3));

        assertThat(rule.waiting(freeAt, NOW.plusSeconds(59))).isEqualTo(Duration.ofSeconds(1));
        assertThat(rule.waiting(freeAt, NOW.plusSeconds(60))).isZero();
        freeAt = rule.afterAttempt(freeAt, NOW.plusSeconds(60));
        assertThat(rule.waiting(freeAt, NOW.plusSeconds(60))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void restDoesNotPileUpMoreThanTheBurst() {
        Instant longAgo = NOW.minus(Duration.ofDays(30));

        assertThat(rule.afterAttempt(longAgo, NOW)).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
    }

    @Test
    void aForgivenAttemptDoesNotCount() {
        Instant freeAt = rule.afterAttempt(NOW, NOW);

        assertThat(rule.afterForgiving(freeAt)).isEqualTo(NOW);
    }
}
