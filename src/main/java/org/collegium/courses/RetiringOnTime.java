package org.collegium.courses;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.collegium.shared.RetriedTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The job that takes courses out of the catalogue at the time that was announced, each once. */
@Configuration
class RetiringOnTime {

    private static final Logger LOG = LoggerFactory.getLogger(RetiringOnTime.class);
    private static final Duration OFTEN = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final CourseRepository courses;
    private final ApplicationEventPublisher events;
    private final RetriedTransactions transactions;
    private final Clock clock;

    RetiringOnTime(
            JdbcClient jdbc,
            CourseRepository courses,
            ApplicationEventPublisher events,
            RetriedTransactions transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.courses = courses;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> retiringCoursesTask() {
        return Tasks.recurring("retire-courses", Schedules.fixedDelay(OFTEN))
                .execute((instance, context) -> sweep(clock.instant()));
    }

    /** Retires what is due. Returns how many were retired here. */
    int sweep(Instant now) {
        List<CourseId> due = jdbc
                .sql("select course_id from course_retirement where done_at is null and retires_at <= ?")
                .param(now)
                .query(UUID.class)
                .list()
                .stream()
                .map(CourseId::new)
                .toList();
        return sweep(due, course -> transactions.run(() -> retire(course, now)));
    }

    /** A course that fails keeps no other one; it is tried again the next time. */
    static int sweep(List<CourseId> due, Predicate<CourseId> retire) {
        int retired = 0;
        for (CourseId course : due) {
            try {
                retired += retire.test(course) ? 1 : 0;
            } catch (RuntimeException trouble) {
                LOG.error("The course {} could not be retired", course, trouble);
            }
        }
        return retired;
    }

    private boolean retire(CourseId course, Instant now) {
        int taken = jdbc.sql("""
                        update course_retirement set done_at = ? where course_id = ? and done_at is null and retires_at <= ?
                        """).params(now, course.value(), now).update();
        if (taken == 0) {
            return false;
        }
        courses.findById(course)
                .filter(owner -> owner.state() == CourseState.PUBLISHED)
                .ifPresent(owner -> {
                    owner.retire(now);
                    events.publishEvent(new CourseRetired(course));
                });
        return true;
    }
}
