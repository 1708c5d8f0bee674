package org.collegium.identity.security;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.collegium.identity.domain.AccountTokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes expired links and old counts of attempts. */
@Configuration
class Cleaning {

    @Bean
    RecurringTask<Void> forgettingAttemptsAndLinks(Throttle throttle, AccountTokens tokens) {
        return Tasks.recurring("forget-attempts-and-links", Schedules.fixedDelay(Duration.ofHours(6)))
                .execute((instance, context) -> {
                    throttle.forgetOld();
                    tokens.forgetExpired();
                });
    }
}
