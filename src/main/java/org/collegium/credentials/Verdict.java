package org.collegium.credentials;

import java.time.Instant;

/** What the platform says of a code. */
public sealed interface Verdict {

    /** It belongs to a valid certificate. */
    record Valid(Certificate certificate) implements Verdict {}

    /** It belonged to a certificate that is valid no more. */
    record Revoked(Certificate certificate, Certificate.Revocation revocation) implements Verdict {}

    /** It belongs to a certificate that is not to be relied on for now. */
    record Suspended(Certificate certificate, Certificate.Suspension suspension) implements Verdict {}

    /** It belongs to a certificate that has come to its end. */
    record Expired(Certificate certificate, Instant at) implements Verdict {}

    /**
     * It belongs to a certificate that its holder does not show to whoever has the code.
     *
     * @param stands neither revoked nor suspended nor expired
     */
    record Hidden(boolean stands) implements Verdict {}

    /** The platform never issued it. */
    record Unknown() implements Verdict {}
}
