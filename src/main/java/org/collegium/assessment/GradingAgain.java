package org.collegium.assessment;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Grades submitted attempts again, after something that their grades follow from has changed. */
@Component
public class GradingAgain {

    private final AttemptRepository attempts;
    private final AttemptResults results;
    private final TellingScores telling;

    GradingAgain(AttemptRepository attempts, AttemptResults results, TellingScores telling) {
        this.attempts = attempts;
        this.results = results;
        this.telling = telling;
    }

    /**
     * Grades an attempt by what counts now, in the transaction in which that changed; five queries. Where the score is another one, or
     * is there for the first time, the other modules are told. Nothing is done while the attempt is open.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void grade(AttemptId id) {
        boolean unused = completes(id);
    }

    /** As {@link #grade}; says whether the score is there for the first time, so that nothing of the attempt waits any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean completes(AttemptId id) {
        AttemptRecord attempt = attempts.held(id).filter(held -> !held.open()).orElse(null);
        if (attempt == null) {
            return false;
        }
        boolean waited = attempt.waiting();
        if (attempt.regrade(results.grade(attempt))) {
            attempts.saveAndFlush(attempt);
            telling.after(attempt);
        }
        return waited && !attempt.waiting();
    }
}
