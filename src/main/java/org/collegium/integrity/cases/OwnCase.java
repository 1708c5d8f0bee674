package org.collegium.integrity.cases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as the learner sees it whom it concerns: what is about themselves, and nobody else's name.
 *
 * @param statements what they said, the latest last
 * @param verdict null until it is decided
 * @param takesPercent of the points, where the verdict reduces them
 */
public record OwnCase(
        UUID id,
        UUID run,
        String unitKey,
        String unitTitle,
        CaseKind kind,
        String concern,
        Instant openedAt,
        Instant statementDue,
        Evidence evidence,
        List<Statement> statements,
        @Nullable Verdict verdict,
        int takesPercent,
        String reason,
        @Nullable Instant decidedAt) {

    public OwnCase {
        statements = List.copyOf(statements);
    }

    /** What they said at a time. */
    public record Statement(Instant at, String words) {}
}
