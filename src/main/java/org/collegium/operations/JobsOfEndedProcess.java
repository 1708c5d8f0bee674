package org.collegium.operations;

import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Jobs that a process was at when it was killed go on as soon as the next one has started. With several nodes their pulse must
 * be missed for a while first; an embedded database has one process only, so who had begun before it did is gone.
 */
@Component
@ConditionalOnProperty("collegium.database.embedded")
class JobsOfEndedProcess {

    private static final Logger LOG = LoggerFactory.getLogger(JobsOfEndedProcess.class);

    private final JdbcClient database;
    private final Clock clock;

    JobsOfEndedProcess(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @PostConstruct
    void goOn() {
        Instant begun = ProcessHandle.current().info().startInstant().orElseGet(clock::instant);
        int released = database.sql("""
                        UPDATE scheduled_tasks
                        SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL, execution_time = :now,
                            version = version + 1
                        WHERE picked AND last_heartbeat < :begun
                        """)
                .param("now", stored(clock.instant()))
                .param("begun", stored(begun))
                .update();
        if (released > 0) {
            LOG.info("{} jobs that were interrupted go on", released);
        }
    }

    private static LocalDateTime stored(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
