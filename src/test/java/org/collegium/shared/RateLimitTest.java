package org.collegium.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class RateLimitTest {

    private final RateLimit<String> limit = new RateLimit<>(2, Duration.ofHours(1), 100);

    @Test
    void eachHasSoManyAndIsToldHowLongToWaitForMore() {
        assertThat(limit.take("ada")).isTrue();
        assertThat(limit.waiting("ada")).isEmpty();
        assertThat(limit.take("ada")).isTrue();

        assertThat(limit.take("ada")).isFalse();
        assertThat(limit.waiting("ada"))
                .hasValueSatisfying(time -> assertThat(time).isBetween(Duration.ofMinutes(25), Duration.ofMinutes(31)));
        assertThat(limit.take("ben")).isTrue();
    }

    @Test
    void whatIsGivenBackCountsNoMoreAndNobodyGetsMoreThanThereIs() {
        limit.giveBack("ada");
        assertThat(limit.take("ada")).isTrue();
        assertThat(limit.take("ada")).isTrue();
        assertThat(limit.take("ada")).isFalse();

        limit.giveBack("ada");
        assertThat(limit.take("ada")).isTrue();
    }
}
