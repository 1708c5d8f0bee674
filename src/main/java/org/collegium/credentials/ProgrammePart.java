package org.collegium.credentials;

import java.time.Instant;

/**
 * A certificate that the one of a programme rests on.
 *
 * @param shown whether whoever has the other one may be led to it
 */
public record ProgrammePart(
        CertificateCode code, String title, String partner, Instant issuedAt, Standing standing, boolean shown) {

    /** How it stands now. */
    public enum Standing {
        VALID,
        REVOKED,
        SUSPENDED,
        EXPIRED
    }
}
