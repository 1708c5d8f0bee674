package org.collegium.credentials.signed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What checking the signature of a certificate gave.
 *
 * @param issuer who signed; null where nothing is signed
 * @param signedAt null where nothing is signed
 */
public record CheckedCredential(
        Outcome outcome, @Nullable String issuer, @Nullable Instant signedAt) {

    /** How it came out. */
    public enum Outcome {
        /** The issuer signed it, and nobody has changed it. */
        HOLDS,
        /** Somebody has changed it. */
        CHANGED,
        /** The key is not one of the issuer's, or is given up. */
        KEY_NOT_TRUSTED,
        /** It is not signed yet. */
        UNSIGNED
    }

    public boolean holds() {
        return outcome == Outcome.HOLDS;
    }
}
