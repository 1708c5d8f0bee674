package org.collegium.assessment;

import java.time.Clock;
import org.collegium.enrolment.LearnerWithdrew;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends the attempts of those who leave a run, whoever takes them out of it: a page that is still open saves and submits nothing more.
 * What was saved until then counts, should they come back.
 */
@Component
class LeavingRuns {

    private final AttemptRepository attempts;
    private final Attempts ending;
    private final AttemptClocks clocks;
    private final Clock clock;

    LeavingRuns(AttemptRepository attempts, Attempts ending, AttemptClocks clocks, Clock clock) {
        this.attempts = attempts;
        this.ending = ending;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** In the transaction in which they leave. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(LearnerWithdrew left) {
        attempts.heldOf(left.run().value(), "", left.learner().value())
                .forEach(attempt -> ending.end(attempt, grade -> clocks.leave(attempt, grade, clock.instant())));
    }
}
