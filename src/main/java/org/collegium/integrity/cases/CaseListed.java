package org.collegium.integrity.cases;

import java.time.Instant;
import java.util.UUID;

/**
 * A case in a list.
 *
 * @param learners their names
 * @param open how many of its learners wait for a verdict
 * @param stated how many of them have said something
 */
public record CaseListed(
        UUID id,
        String unitTitle,
        CaseKind kind,
        String learners,
        int people,
        int open,
        int stated,
        Instant openedAt,
        Instant statementDue) {}
