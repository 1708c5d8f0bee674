package org.collegium.integrity.cases;

import java.time.Instant;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A learner whom a case concerns.
 *
 * @param version to be named by who decides, so that nobody decides on what they have not seen
 * @param statement empty until the learner said something
 * @param takesPercent of the points, where the verdict reduces them
 * @param decidedBy who decided or proposed; null until then, and when their account is gone
 */
public record CaseParty(
        UUID id,
        AccountId learner,
        String name,
        int place,
        int version,
        PartyState state,
        Evidence evidence,
        String statement,
        @Nullable Instant statementAt,
        @Nullable Verdict verdict,
        int takesPercent,
        String reason,
        @Nullable AccountId decidedBy,
        @Nullable Instant decidedAt) {}
