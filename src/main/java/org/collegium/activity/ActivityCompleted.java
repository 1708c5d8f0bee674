package org.collegium.activity;

import java.time.Instant;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A learner finished an activity, or finished it again with another score.
 *
 * @param score the score that counts, 0 to 1; null where the kind has none
 * @param passed whether it counts as completed
 */
public record ActivityCompleted(
        AccountId learner,
        UUID run,
        String unitKey,
        String kind,
        @Nullable Double score,
        boolean passed,
        Instant at) {}
