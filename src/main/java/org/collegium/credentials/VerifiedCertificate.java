package org.collegium.credentials;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a program that verifies a code.
 *
 * @param status {@code valid}, {@code revoked}, {@code suspended}, {@code expired}, {@code hidden} by its holder or {@code unknown}
 * @param course title of the course, or of the programme
 * @param courseVersion of the course, or which publication of the programme
 * @param meanScore 0 to 1
 * @param parts of a programme, the certificates that it rests on
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
        List<String> skills,
        boolean programme,
        List<Part> parts) {

    /**
     * A certificate that the one of a programme rests on.
     *
     * @param status {@code valid}, {@code revoked}, {@code suspended} or {@code expired}
     * @param code null when its holder does not show it
     */
    record Part(String status, @Nullable String code, String course, String partner, Instant issuedAt) {

        static Part of(ProgrammePart part) {
            return new Part(
                    part.standing().name().toLowerCase(Locale.ROOT),
                    part.shown() ? part.code().grouped() : null,
                    part.title(),
                    part.partner(),
                    part.issuedAt());
        }
    }

    VerifiedCertificate with(List<ProgrammePart> found) {
        return new VerifiedCertificate(
                status,
                code,
                holder,
                holderErased,
                course,
                courseVersion,
                partner,
                language,
                issuedAt,
                revokedAt,
                revokedBecause,
                validUntil,
                hours,
                meanScore,
                skills,
                programme,
                found.stream().map(Part::of).toList());
    }

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
                status, code, null, false, null, null, null, null, null, null, null, null, null, null, List.of(), false,
                List.of());
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
                certificate.evidence().skills(),
                certificate.programme(),
                List.of());
    }
}
