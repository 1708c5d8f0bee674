package org.collegium.credentials;

import java.time.Instant;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.jspecify.annotations.Nullable;

/**
 * An issued certificate, with everything as it was said when it was issued.
 *
 * @param learner null once the holder's account is erased
 * @param learnerName as issued; empty once the holder's account is erased
 * @param language of the course, BCP 47
 * @param revocation null unless it is void for good
 * @param suspension null unless it is not to be relied on for now
 */
public record Certificate(
        CertificateId id,
        CertificateCode code,
        @Nullable AccountId learner,
        String learnerName,
        CourseRunId run,
        CourseId course,
        String courseTitle,
        int courseVersion,
        PartnerId partner,
        String partnerName,
        String partnerColour,
        String language,
        Evidence evidence,
        Instant issuedAt,
        @Nullable Revocation revocation,
        @Nullable Suspension suspension) {

    /** When and why a certificate was revoked. */
    public record Revocation(Instant at, String reason) {}

    /** Since when and why a certificate is not to be relied on for now. */
    public record Suspension(Instant at, String reason) {}

    public boolean valid() {
        return revocation == null && suspension == null;
    }

    /** Whether the holder had their account erased; the certificate can still be verified by its code. */
    public boolean holderErased() {
        return learner == null;
    }
}
