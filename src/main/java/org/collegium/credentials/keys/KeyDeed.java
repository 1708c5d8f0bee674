package org.collegium.credentials.keys;

import java.time.Instant;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done with a key.
 *
 * @param subject the certificate, status list, transcript or programme that was signed
 * @param by null for the platform, and for those whose account is erased
 */
public record KeyDeed(
        UUID key,
        Kind kind,
        @Nullable UUID subject,
        Instant at,
        @Nullable AccountId by) {

    /** What was done. */
    public enum Kind {
        MADE,
        BROUGHT,
        ROTATED,
        RETIRED,
        COMPROMISED,
        WRAPPED_AGAIN,
        SIGNED_CERTIFICATE,
        SIGNED_AGAIN,
        SIGNED_STATUS_LIST,
        SIGNED_TRANSCRIPT,
        SIGNED_ENDORSEMENT
    }
}
