package org.collegium.courses;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.collegium.shared.Unguarded;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives runs another version of their course, and keeps which they had. */
@Component
@Unguarded("called by services inside an operation that was permitted, and by the job that such an operation began")
public class MovingRuns {

    private final RunRepository runs;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MovingRuns(RunRepository runs, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.runs = runs;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Moves a run, if it still has the version that was looked at.
     *
     * @param by null when the platform does it
     * @return whether it was moved
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean move(CourseRunId run, CourseVersionId from, CourseVersionId to, @Nullable AccountId by) {
        return runs.findById(run)
                .filter(found -> found.seen().version().equals(from))
                .map(found -> moved(found, to, by))
                .isPresent();
    }

    /** @param by null when the platform does it */
    CourseRunId moved(RunRecord run, CourseVersionId to, @Nullable AccountId by) {
        CourseVersionId from = run.seen().version();
        if (from.equals(to)) {
            return run.id();
        }
        run.moveTo(to);
        runs.saveAndFlush(run);
        jdbc.sql("""
                        insert into course_run_move (id, run_id, from_version, to_version, moved_at, moved_by)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(Uuids.next(), run.id().value(), from.value(), to.value(), clock.instant())
                .param(by == null ? null : by.value())
                .update();
        events.publishEvent(new RunMoved(run.id(), run.course(), from, to));
        return run.id();
    }

    /**
     * Which version a run has by now, whatever was read before. It keeps this version until the transaction ends, so that what is derived
     * by it is in the database before anybody moves the run.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<CourseVersionId> hold(CourseRunId run) {
        return jdbc.sql("select version_id from course_run where id = ? lock in share mode")
                .param(run.value())
                .query(UUID.class)
                .optional()
                .map(CourseVersionId::new);
    }
}
