package org.collegium.assessment.marking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer in a list.
 *
 * @param code by which it is told from others where names are hidden
 * @param learner null where names are hidden
 * @param points that count; null while it is not settled
 * @param takenBy who has it open; empty for nobody, or for the marker who asks
 */
public record ListedAnswer(
        UUID id,
        String code,
        @Nullable String learner,
        Instant submittedAt,
        MarkingState state,
        @Nullable Double points,
        String takenBy) {}
