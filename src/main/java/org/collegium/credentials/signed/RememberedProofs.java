package org.collegium.credentials.signed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.collegium.credentials.proof.DataIntegrity;
import org.collegium.credentials.proof.PublicKey;
import org.collegium.credentials.proof.UnreadableStatement;
import org.springframework.stereotype.Component;

/**
 * Whether a proof holds, which depends on nothing but the text and the key: what was found for exactly these is found
 * again without the work. Whether the key is still trusted, and the status, are never remembered.
 */
@Component
class RememberedProofs {

    private static final int MOST = 20_000;

    private final DataIntegrity proofs;
    private final Cache<Asked, Boolean> found =
            Caffeine.newBuilder().maximumSize(MOST).build();

    RememberedProofs(DataIntegrity proofs) {
        this.proofs = proofs;
    }

    /** SHA-256 of the text, and the key. */
    private record Asked(String text, PublicKey key) {}

    /** @param statement what the text says */
    boolean hold(String text, JsonObject statement, PublicKey key) throws UnreadableStatement {
        Asked asked = new Asked(sha256(text), key);
        Boolean before = found.getIfPresent(asked);
        if (before != null) {
            return before;
        }
        boolean now = proofs.verify(statement, key);
        found.put(asked, now);
        return now;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
