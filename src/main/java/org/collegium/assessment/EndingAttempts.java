package org.collegium.assessment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.collegium.assessment.exam.AttemptTime;
import org.collegium.assessment.exam.Outages;
import org.collegium.identity.SystemActor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The job that ends and grades the attempts whose time is up, or whose run has closed, and that nobody submitted. Outages are
 * credited first. One attempt that cannot be graded keeps no other from it, and is tried again the next time.
 */
@Configuration
class EndingAttempts {

    private static final Logger LOG = LoggerFactory.getLogger(EndingAttempts.class);
    private static final Duration OFTEN = Duration.ofSeconds(5);
    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final Attempts attempts;
    private final Outages outages;
    private final SystemActor system;
    private final Clock clock;

    EndingAttempts(JdbcClient jdbc, Attempts attempts, Outages outages, SystemActor system, Clock clock) {
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.outages = outages;
        this.system = system;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> endingAttemptsTask() {
        return Tasks.recurring("end-attempts", Schedules.fixedDelay(OFTEN)).execute((instance, context) -> sweep());
    }

    /** Ends what is over now. Returns how many attempts were ended here. */
    int sweep() {
        outages.beat();
        int ended = 0;
        AttemptId last = new AttemptId(new UUID(0, 0));
        List<AttemptId> batch = over(clock.instant(), last);
        while (!batch.isEmpty()) {
            ended += (int) batch.stream().filter(this::end).count();
            last = batch.getLast();
            batch = over(clock.instant(), last);
        }
        return ended;
    }

    private boolean end(AttemptId id) {
        try {
            return system.call(Set.of(), () -> attempts.endIfOver(id));
        } catch (RuntimeException trouble) {
            LOG.error("Attempt {} is over and could not be ended", id, trouble);
            return false;
        }
    }

    /** The next after this one, by their ids; each half is found by an index. */
    private List<AttemptId> over(Instant now, AttemptId after) {
        return jdbc.sql("""
                        select id from quiz_attempt where state = 'OPEN' and due_at < :due and id > :after
                        union
                        select attempt.id from course_run run
                        join quiz_attempt attempt on attempt.run_id = run.id and attempt.state = 'OPEN'
                        where run.closes_at + interval attempt.credited_seconds second < :now and run.closes_at < :now
                            and attempt.id > :after
                        order by id limit :most
                        """)
                .param("due", now.minus(AttemptTime.GRACE))
                .param("now", now)
                .param("after", after.value())
                .param("most", BATCH)
                .query((row, number) -> new AttemptId(row.getObject(1, UUID.class)))
                .list();
    }
}
