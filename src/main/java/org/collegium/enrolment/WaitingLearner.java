package org.collegium.enrolment;

import java.time.Instant;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits, as staff see it.
 *
 * @param keptUntil until when a place is kept for them; null while they wait for one
 */
public record WaitingLearner(
        AccountId learner,
        String name,
        Instant since,
        @Nullable Instant keptUntil) {}
