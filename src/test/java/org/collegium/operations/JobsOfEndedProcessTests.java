package org.collegium.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.collegium.FullApplicationTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Tag("module")
@FullApplicationTest
@Transactional
class JobsOfEndedProcessTests {

    private static final Instant BEGUN =
            ProcessHandle.current().info().startInstant().orElseThrow();

    @Autowired
    private JobsOfEndedProcess jobs;

    @Autowired
    private JdbcClient database;

    @Test
    void whatAnEarlierProcessWasAtGoesOnAndWhatThisOneIsAtIsLeftAlone() {
        picked("earlier", BEGUN.minus(Duration.ofSeconds(3)));
        picked("own", BEGUN.plus(Duration.ofSeconds(3)));

        jobs.goOn();

        assertThat(stillPicked("earlier")).isFalse();
        assertThat(stillPicked("own")).isTrue();
        assertThat(due("earlier")).isBeforeOrEqualTo(Clock.systemUTC().instant());
    }

    private void picked(String instance, Instant heartbeat) {
        database.sql("""
                        INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
                            last_heartbeat, version)
                        VALUES ('no-such-task', :instance, :later, TRUE, 'somebody', :heartbeat, 1)
                        """)
                .param("instance", instance)
                .param("later", stored(Instant.now().plus(Duration.ofHours(1))))
                .param("heartbeat", stored(heartbeat))
                .update();
    }

    private boolean stillPicked(String instance) {
        return database.sql("SELECT picked FROM scheduled_tasks WHERE task_instance = :instance")
                .param("instance", instance)
                .query(Boolean.class)
                .single();
    }

    private Instant due(String instance) {
        return database.sql("SELECT execution_time FROM scheduled_tasks WHERE task_instance = :instance")
                .param("instance", instance)
                .query(LocalDateTime.class)
                .single()
                .toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime stored(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
