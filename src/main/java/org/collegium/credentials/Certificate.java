package org.collegium.credentials;

import java.time.Instant;
import java.util.Optional;
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
 * @param validUntil null when it does not expire
 * @param earlier the certificate that it renews or replaces; null when it is the first
 * @param programme whether course and run name a programme
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
        @Nullable Suspension suspension,
        @Nullable Instant validUntil,
        @Nullable Earlier earlier,
        boolean programme) {

    /** One of a course that does not expire, and is the first. */
    public Certificate(
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
        this(
                id,
                code,
                learner,
                learnerName,
                run,
                course,
                courseTitle,
                courseVersion,
                partner,
                partnerName,
                partnerColour,
                language,
                evidence,
                issuedAt,
                revocation,
                suspension,
                null,
                null,
                false);
    }

    /** When and why a certificate was revoked. */
    public record Revocation(Instant at, String reason) {}

    /** Since when and why a certificate is not to be relied on for now. */
    public record Suspension(Instant at, String reason) {}

    /** What comes after another certificate of the same learner. */
    public enum Succession {
        /** The other one expires. */
        RENEWED,
        /** The other one has a name that its holder has no more; it is revoked. */
        RENAMED
    }

    /**
     * The certificate that came before.
     *
     * @param shown whether others learn of it
     */
    public record Earlier(CertificateId id, CertificateCode code, Succession kind, boolean shown) {}

    /** The earlier certificate, where others may learn of it. */
    public Optional<Earlier> shownEarlier() {
        return Optional.ofNullable(earlier).filter(Earlier::shown);
    }

    /** Whether it has come to its end at this time. */
    public boolean expiredAt(Instant time) {
        return validUntil != null && !time.isBefore(validUntil);
    }

    /** Neither revoked nor suspended; it may have expired. */
    public boolean valid() {
        return revocation == null && suspension == null;
    }

    /** Whether the holder had their account erased; the certificate can still be verified by its code. */
    public boolean holderErased() {
        return learner == null;
    }
}
