package org.collegium.assessment.marking;

import java.time.Instant;
import java.util.UUID;
import org.collegium.assessment.Mark;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A mark, and who gave it.
 *
 * @param marker null for one whose account is gone
 * @param name of the marker; empty for one whose account is gone
 * @param reason of a decision; else empty
 * @param ended when another took its place, or it was taken back; null while it is in force
 * @param alone whether it is a decision by one of the two markers, since nobody else could decide
 */
public record GivenMark(
        UUID id,
        MarkPart part,
        @Nullable AccountId marker,
        String name,
        Mark mark,
        String reason,
        Instant at,
        @Nullable Instant ended,
        boolean alone) {}
