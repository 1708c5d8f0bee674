package org.collegium.labs;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The grader of this node. */
@Configuration(proxyBeanMethods = false)
class LabsConfiguration {

    @Bean(destroyMethod = "close")
    LabGrader labGrader(LabSettings settings, Clock clock) {
        return new LabGrader(settings, clock);
    }
}
