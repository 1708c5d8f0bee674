package org.collegium.credentials;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a program that verifies a code.
 *
 * @param status {@code valid}, {@code revoked}, {@code suspended}, {@code expired}, {@code hidden} by its holder or {@code unknown}
 * @param meanScore 0 to 1
 */
record VerifiedCertificate(
        String status,
        String code,
        @Nullable String holder,
        boolean holderErased,
        @Nullable String course,
        @Nullable Integer courseVersion,
        @Nullable String partner,
        @Nullable String language,
        @Nullable Instant issuedAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBecause,
        @Nullable Instant validUntil,
        @Nullable Double hours,
        @Nullable Double meanScore,
        List<String> skills) {

    static VerifiedCertificate of(CertificateCode code, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid(Certificate certificate) -> of("valid", certificate, null);
            case Verdict.Revoked(Certificate certificate, Certificate.Revocation revocation) ->
                of("revoked", certificate, revocation);
            case Verdict.Suspended(Certificate certificate, Certificate.Suspension suspension) ->
                of("suspended", certificate, null);
            case Verdict.Expired(Certificate certificate, Instant at) -> of("expired", certificate, null);
            case Verdict.Hidden(boolean stands) -> without("hidden", code.grouped());
            case Verdict.Unknown unknown -> unknown(code.grouped());
        };
    }

    static VerifiedCertificate unknown(String code) {
        return without("unknown", code);
    }

    private static VerifiedCertificate without(String status, String code) {
        return new VerifiedCertificate(
                status, code, null, false, null, null, null, null, null, null, null, null, null, null, List.of());
    }

    private static VerifiedCertificate of(
            String status, Certificate certificate, Certificate.@Nullable Revocation revocation) {
        return new VerifiedCertificate(
                status,
                certificate.code().grouped(),
                certificate.holderErased() ? null : certificate.learnerName(),
                certificate.holderErased(),
                certificate.courseTitle(),
                certificate.courseVersion(),
                certificate.partnerName(),
                certificate.language(),
                certificate.issuedAt(),
                revocation == null ? null : revocation.at(),
                revocation == null ? null : revocation.reason(),
                certificate.validUntil(),
                certificate.evidence().hours(),
                certificate.evidence().meanScore(),
                certificate.evidence().skills());
    }
}
