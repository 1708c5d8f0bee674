package org.collegium.assessment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collegium.assessment.exam.AttemptTime;
import org.collegium.assessment.exam.Credit;

/**
 * All that staff see of an attempt.
 *
 * @param result with everything shown; empty while the attempt is open
 * @param late which answers came after the end
 * @param credits what it got back for outages of the platform
 * @param unnamed questions that are marked without names and of which the answer still waits for that
 */
public record LookedAnswers(
        LookedAttempt attempt,
        AttemptTime time,
        Optional<AttemptResult> result,
        List<LateAnswer> late,
        List<Credit> credits,
        Set<String> unnamed) {

    public LookedAnswers {
        late = List.copyOf(late);
        credits = List.copyOf(credits);
        unnamed = Set.copyOf(unnamed);
    }
}
