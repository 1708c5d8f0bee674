package org.collegium.credentials.vcapi;

import jakarta.json.JsonObject;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Base64;
import org.collegium.credentials.proof.DataIntegrity;
import org.collegium.credentials.proof.PrivateKey;
import org.collegium.credentials.proof.UnreadableStatement;
import org.collegium.shared.StartFailure;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Signs for tests: with a key of its own, known by itself ({@code did:key}), which no partner has anything to do with. */
@Component
@ConditionalOnProperty("collegium.credentials.vc-api")
class TestIssuer {

    private final PrivateKey key;
    private final DataIntegrity proofs;

    /** @param seed 32 bytes in base 64, so that the name stays the same; empty makes one */
    TestIssuer(@Value("${collegium.credentials.vc-api-seed:}") String seed, DataIntegrity proofs) {
        this.key = seed.isBlank() ? PrivateKey.make() : read(seed);
        this.proofs = proofs;
        LoggerFactory.getLogger(TestIssuer.class).warn("The VC API is on, for tests; it issues as {}", name());
    }

    String name() {
        return key.publicKey().did();
    }

    /** @throws UnreadableStatement when a word in it is explained by no vocabulary that is known here */
    JsonObject sign(JsonObject credential) throws UnreadableStatement {
        try {
            return proofs.sign(credential, key, name() + "#" + key.publicKey().multibase(), Instant.now());
        } catch (IllegalStateException refused) {
            throw new UnreadableStatement("a word in it is explained by no vocabulary that is known here", refused);
        }
    }

    private static PrivateKey read(String seed) {
        try {
            return PrivateKey.ofSeed(Base64.getDecoder().decode(seed.strip()));
        } catch (IllegalArgumentException | InvalidKeyException wrong) {
            throw new StartFailure("collegium.credentials.vc-api-seed is not 32 bytes in base 64.", wrong);
        }
    }
}
