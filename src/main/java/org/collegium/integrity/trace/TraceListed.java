package org.collegium.integrity.trace;

import java.time.Instant;
import org.collegium.assessment.AttemptId;
import org.jspecify.annotations.Nullable;

/** An attempt with a trace, in a list. */
public record TraceListed(
        AttemptId attempt,
        String learner,
        String unitKey,
        int number,
        Instant startedAt,
        @Nullable Instant submittedAt) {}
