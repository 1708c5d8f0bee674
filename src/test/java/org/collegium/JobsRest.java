package org.collegium;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * No job begins by itself while a test of this class runs: the test calls the job it is about. Else the scheduler could be quicker, and
 * what is told on its thread would not be among the events that are recorded for the test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(JobsRest.Pause.class)
public @interface JobsRest {

    /** Pauses the scheduler before each test and lets it go on after. */
    final class Pause implements BeforeEachCallback, AfterEachCallback {

        @Override
        public void beforeEach(ExtensionContext test) {
            scheduler(test).pause();
        }

        @Override
        public void afterEach(ExtensionContext test) {
            scheduler(test).resume();
        }

        private static Scheduler scheduler(ExtensionContext test) {
            return SpringExtension.getApplicationContext(test).getBean(Scheduler.class);
        }
    }
}
