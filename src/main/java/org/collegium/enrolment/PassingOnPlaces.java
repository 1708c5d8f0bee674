package org.collegium.enrolment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;
import org.collegium.courses.CourseRunId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that passes places on whose time is over, and those of a run that has become larger. */
@Configuration
class PassingOnPlaces {

    private static final Logger LOG = LoggerFactory.getLogger(PassingOnPlaces.class);
    private static final Duration OFTEN = Duration.ofMinutes(1);

    private final WaitingRows rows;
    private final TakingSeats seats;

    PassingOnPlaces(WaitingRows rows, TakingSeats seats) {
        this.rows = rows;
        this.seats = seats;
    }

    @Bean
    RecurringTask<Void> passingOnPlacesTask() {
        return Tasks.recurring("pass-on-places", Schedules.fixedDelay(OFTEN)).execute((instance, context) -> sweep());
    }

    /** Looks at each run for which somebody waits, in a transaction of its own. Returns how many places were kept here. */
    int sweep() {
        return sweep(rows.runs(), seats::passOn);
    }

    /** A run that fails keeps no other one waiting; it is tried again the next time. */
    static int sweep(List<CourseRunId> runs, ToIntFunction<CourseRunId> passOn) {
        int kept = 0;
        for (CourseRunId run : runs) {
            try {
                kept += passOn.applyAsInt(run);
            } catch (RuntimeException trouble) {
                LOG.error("The places of run {} could not be passed on", run, trouble);
            }
        }
        return kept;
    }
}
