package org.collegium.integrity.trace;

import java.util.List;
import org.collegium.assessment.AttemptFacts;

/** An attempt with its trace. */
public record TracedAttempt(AttemptFacts facts, String learner, List<Moment> moments) {

    public TracedAttempt {
        moments = List.copyOf(moments);
    }
}
