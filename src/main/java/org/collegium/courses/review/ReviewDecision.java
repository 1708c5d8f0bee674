package org.collegium.courses.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer decided.
 *
 * @param by name; null when that person has no account any more
 */
public record ReviewDecision(
        int round,
        int stage,
        ReviewVerdict verdict,
        String reason,
        @Nullable String by,
        Instant at) {}
