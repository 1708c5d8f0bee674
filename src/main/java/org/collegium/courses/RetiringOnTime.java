package org.collegium.courses;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.collegium.shared.RetriedTransactions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The job that takes courses out of the catalogue at the time that was announced, each once. */
@Configuration
class RetiringOnTime {

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
        int retired = 0;
        for (UUID course : jdbc.sql("select course_id from course_retirement where done_at is null and retires_at <= ?")
                .param(now)
                .query(UUID.class)
                .list()) {
            retired += transactions.run(() -> retire(new CourseId(course), now)) ? 1 : 0;
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
