package org.collegium.assessment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.collegium.identity.AccountId;
import org.collegium.shared.Unguarded;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Attempts that take something now, for what comes into them beside the journal. */
@Component
@Unguarded("part of requests that bring the ticket of the attempt")
public class OpenAttempts {

    private final AttemptRepository attempts;
    private final AttemptResults results;
    private final AttemptClocks clocks;

    OpenAttempts(AttemptRepository attempts, AttemptResults results, AttemptClocks clocks) {
        this.attempts = attempts;
        this.results = results;
        this.clocks = clocks;
    }

    /**
     * Holds an attempt until the end of the transaction, so that it does not end meanwhile.
     *
     * @return what files its questions ask for, by their keys; empty when nothing is taken, by the server's time and with what was
     *     credited. Two queries
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Map<String, FileLimits>> held(AttemptId id, AccountId learner) {
        return attempts.held(id, learner.value())
                .filter(AttemptRecord::open)
                .filter(attempt -> !clocks.isOver(attempt))
                .map(this::asked);
    }

    private Map<String, FileLimits> asked(AttemptRecord attempt) {
        Map<String, FileLimits> asked = new LinkedHashMap<>();
        for (Question question : results.drawn(attempt).questions()) {
            if (question instanceof FileUpload upload) {
                asked.put(upload.key(), upload.files());
            }
        }
        return asked;
    }

    /** Before something is refused: perhaps an outage is just behind us and still to be credited. */
    public void beat() {
        clocks.beat();
    }
}
