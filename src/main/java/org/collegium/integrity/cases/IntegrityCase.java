package org.collegium.integrity.cases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A question that staff put to learners about their work.
 *
 * @param part of the unit; empty for all of it
 * @param concern what learners are told
 * @param secondPerson whether another must agree to a verdict
 * @param parties those whom it concerns; those whose accounts are gone are missing
 */
public record IntegrityCase(
        UUID id,
        UUID run,
        String unitKey,
        String unitTitle,
        String part,
        CaseKind kind,
        String concern,
        boolean secondPerson,
        String openedBy,
        Instant openedAt,
        Instant statementDue,
        List<CaseParty> parties) {

    public IntegrityCase {
        parties = List.copyOf(parties);
    }
}
