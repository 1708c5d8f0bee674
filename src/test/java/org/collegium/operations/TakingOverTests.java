package org.collegium.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** The arithmetic of what is configured: how long a job lies still whose node was killed, and when jobs begin. */
@Tag("unit")
class TakingOverTests {

    private static final int LOOKS_EVERY_NTH_HEARTBEAT = 2;

    @Test
    void aJobOfADeadNodeIsTakenOverWithinAMinute() throws IOException {
        DbSchedulerProperties jobs = configured();

        Duration untilDead = jobs.getHeartbeatInterval().multipliedBy(jobs.getMissedHeartbeatsLimit());
        Duration untilNoticed = jobs.getHeartbeatInterval().multipliedBy(LOOKS_EVERY_NTH_HEARTBEAT);

        assertThat(untilDead.plus(untilNoticed).plus(jobs.getPollingInterval())).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void aPauseOfHalfAMinuteDoesNotMakeANodeDead() throws IOException {
        DbSchedulerProperties jobs = configured();

        assertThat(jobs.getHeartbeatInterval().multipliedBy(jobs.getMissedHeartbeatsLimit()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    }

    /** Listeners are there once the application is ready; what a job told before would be told to nobody. */
    @Test
    void noJobBeginsBeforeTheApplicationListens() throws IOException {
        assertThat(configured().isDelayStartupUntilContextReady()).isTrue();
    }

    private static DbSchedulerProperties configured() throws IOException {
        List<PropertySource<?>> read =
                new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yaml"));
        MutablePropertySources sources = new MutablePropertySources();
        read.forEach(sources::addLast);
        return new Binder(ConfigurationPropertySources.from(sources))
                .bind("db-scheduler", DbSchedulerProperties.class)
                .get();
    }
}
