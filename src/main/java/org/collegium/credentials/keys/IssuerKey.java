package org.collegium.credentials.keys;

import java.time.Instant;
import java.util.UUID;
import org.collegium.credentials.proof.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is published and listed; the private half is no part of it.
 *
 * @param brought whether it was made elsewhere
 * @param revokedFrom what is signed from then on is not trusted; null unless it is compromised
 * @param reason why it is trusted no more
 */
public record IssuerKey(
        UUID id,
        Issuer issuer,
        PublicKey publicKey,
        boolean brought,
        State state,
        Instant madeAt,
        @Nullable Instant revokedFrom,
        @Nullable String reason) {

    /** What a key is good for. */
    public enum State {
        /** It signs. */
        ACTIVE,
        /** Another one signs now; it could still. */
        ROTATED,
        /** Its private half is destroyed; what it signed stays valid. */
        RETIRED,
        /** Others may have it; its private half is destroyed here. */
        COMPROMISED
    }
}
