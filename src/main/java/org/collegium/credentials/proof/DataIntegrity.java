package org.collegium.credentials.proof;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** Proofs inside statements: Data Integrity with the cryptosuite {@code eddsa-rdfc-2022} of the W3C. */
public final class DataIntegrity {

    static final String SUITE = "eddsa-rdfc-2022";
    private static final int SIGNATURE = 64;
    static final String ASSERTION = "assertionMethod";
    static final String AUTHENTICATION = "authentication";

    /** The library looks for its provider anew for whatever it creates. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private final Canonical canonical = new Canonical(new Contexts());
    private final ProofConfigurations configurations = new ProofConfigurations(canonical);

    /**
     * The statement with a proof.
     *
     * @param method names the key, for instance {@code did:web:example.org#key}
     */
    public JsonObject sign(JsonObject statement, PrivateKey key, String method, Instant at) {
        JsonObject configuration = JSON.createObjectBuilder()
                .add("type", "DataIntegrityProof")
                .add("cryptosuite", SUITE)
                .add("created", at.truncatedTo(ChronoUnit.SECONDS).toString())
                .add("verificationMethod", method)
                .add("proofPurpose", ASSERTION)
                .build();
        try {
            byte[] signature = key.sign(hashed(statement, configuration));
            return JSON.createObjectBuilder(statement)
                    .add(
                            "proof",
                            JSON.createObjectBuilder(configuration).add("proofValue", "z" + Base58.write(signature)))
                    .build();
        } catch (UnreadableStatement own) {
            throw new IllegalStateException("A statement of the platform's own cannot be signed", own);
        }
    }

    /**
     * What a proof says, without looking at it closely.
     *
     * @throws UnreadableStatement when there is none of this kind
     */
    public static Proof proof(JsonObject statement) throws UnreadableStatement {
        return proof(statement, ASSERTION);
    }

    /** As {@link #proof}, of a presentation, which proves who holds what it shows. */
    public static Proof proofOfHolder(JsonObject presentation) throws UnreadableStatement {
        return proof(presentation, AUTHENTICATION);
    }

    private static Proof proof(JsonObject statement, String purpose) throws UnreadableStatement {
        if (!(statement.get("proof") instanceof JsonObject proof)) {
            throw new UnreadableStatement("it has no proof", null);
        }
        if (!"DataIntegrityProof".equals(text(proof, "type")) || !SUITE.equals(text(proof, "cryptosuite"))) {
            throw new UnreadableStatement("its proof is not one of " + SUITE, null);
        }
        if (!purpose.equals(text(proof, "proofPurpose"))) {
            throw new UnreadableStatement("its proof is not meant for " + purpose, null);
        }
        try {
            return new Proof(text(proof, "verificationMethod"), Instant.parse(text(proof, "created")));
        } catch (DateTimeParseException notATime) {
            throw new UnreadableStatement("its proof has no date", notATime);
        }
    }

    /** Whether the proof was made with this key for exactly this statement. */
    public boolean verify(JsonObject statement, PublicKey key) throws UnreadableStatement {
        proof(statement);
        return fits(statement, key);
    }

    /** Whether the holder's proof was made with this key for exactly this presentation. */
    public boolean verifyPresentation(JsonObject presentation, PublicKey key) throws UnreadableStatement {
        proofOfHolder(presentation);
        return fits(presentation, key);
    }

    private boolean fits(JsonObject statement, PublicKey key) throws UnreadableStatement {
        JsonObject proof = statement.getJsonObject("proof");
        JsonObject plain = JSON.createObjectBuilder(statement).remove("proof").build();
        JsonObject configuration =
                JSON.createObjectBuilder(proof).remove("proofValue").build();
        return key.signed(hashed(plain, configuration), signature(text(proof, "proofValue")));
    }

    /**
     * What a proof says of itself.
     *
     * @param method names the key
     */
    public record Proof(String method, Instant created) {}

    private byte[] hashed(JsonObject statement, JsonObject configuration) throws UnreadableStatement {
        JsonObject complete = JSON.createObjectBuilder(configuration)
                .add("@context", statement.getOrDefault("@context", JsonValue.EMPTY_JSON_ARRAY))
                .build();
        return PublicKey.joined(configurations.hash(complete), canonical.hash(statement));
    }

    private static byte[] signature(String multibase) throws UnreadableStatement {
        try {
            byte[] bytes = multibase.startsWith("z") ? Base58.read(multibase.substring(1)) : new byte[0];
            if (bytes.length == SIGNATURE) {
                return bytes;
            }
            throw new UnreadableStatement("its signature has not 64 bytes", null);
        } catch (IllegalArgumentException malformed) {
            throw new UnreadableStatement("its signature is no base 58", malformed);
        }
    }

    private static String text(JsonObject object, String name) throws UnreadableStatement {
        if (object.get(name) instanceof JsonString text) {
            return text.getString();
        }
        throw new UnreadableStatement("its proof has no " + name, null);
    }
}
