package org.collegium.credentials.succession;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.collegium.credentials.Certificate.Succession;
import org.collegium.credentials.CertificateId;
import org.collegium.identity.AccountId;

/**
 * What a holder asks of registrars.
 *
 * @param name on the certificate that there is
 * @param newName that the new one is to have, where a name changed
 * @param apart whether others may not learn that the two belong together
 * @param answer what the registrar wrote
 */
public record CertificateRequest(
        UUID id,
        CertificateId certificate,
        AccountId learner,
        Succession kind,
        String name,
        String course,
        Optional<String> newName,
        boolean apart,
        String reason,
        Instant askedAt,
        State state,
        Optional<String> answer) {

    /** What became of it. */
    public enum State {
        OPEN,
        APPROVED,
        DECLINED,
        WITHDRAWN
    }
}
