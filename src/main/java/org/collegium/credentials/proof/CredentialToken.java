package org.collegium.credentials.proof;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * Statements as tokens (VC-JOSE-COSE, and VC-JWT of Open Badges 3.0): a JSON Web Signature with EdDSA whose payload is the
 * statement, with the registered claims beside it.
 */
public final class CredentialToken {

    /** The media type of such tokens. */
    public static final String TYPE = "vc+jwt";

    private static final Base64.Encoder WRITING = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder READING = Base64.getUrlDecoder();
    private static final List<String> CLAIMS = List.of("iss", "jti", "nbf", "iat", "exp");

    private CredentialToken() {}

    /** A signed token for a statement without a proof. */
    public static String sign(JsonObject statement, PrivateKey key, String method, String issuer, Instant from) {
        JsonObject header = Json.createObjectBuilder()
                .add("alg", "EdDSA")
                .add("typ", TYPE)
                .add("cty", "vc")
                .add("kid", method)
                .build();
        JsonObjectBuilder payload = Json.createObjectBuilder(statement)
                .add("iss", issuer)
                .add("jti", statement.getString("id"))
                .add("nbf", from.getEpochSecond())
                .add("iat", from.getEpochSecond());
        if (statement.containsKey("validUntil")) {
            payload.add("exp", Instant.parse(statement.getString("validUntil")).getEpochSecond());
        }
        String signed = part(header) + "." + part(payload.build());
        return signed + "." + WRITING.encodeToString(key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    /** What a token says, not yet verified. */
    public static Read read(String token) throws UnreadableStatement {
        String[] parts = token.strip().split("\\.", -1);
        if (parts.length != 3) {
            throw new UnreadableStatement("a token has three parts", null);
        }
        try {
            JsonObject header = json(parts[0]);
            if (!"EdDSA".equals(header.getString("alg", ""))) {
                throw new UnreadableStatement("the token is not signed with EdDSA", null);
            }
            JsonObject payload = json(parts[1]);
            var plain = Json.createObjectBuilder(payload);
            CLAIMS.forEach(plain::remove);
            return new Read(
                    header.getString("kid", ""),
                    plain.build(),
                    payload.getString("iss", ""),
                    parts[0] + "." + parts[1],
                    signature(parts[2]));
        } catch (JsonException | IllegalArgumentException | ClassCastException malformed) {
            throw new UnreadableStatement("the token is malformed", malformed);
        }
    }

    /** The parts of a token. */
    public record Read(String method, JsonObject statement, String issuer, String signed, String signature) {

        /** Whether this key signed it. */
        public boolean verify(PublicKey key) {
            return key.signed(signed.getBytes(StandardCharsets.UTF_8), READING.decode(signature));
        }
    }

    /** @throws IllegalArgumentException when it is no base 64 */
    private static String signature(String part) {
        return READING.decode(part).length == 0 ? "" : part;
    }

    private static String part(JsonObject object) {
        return WRITING.encodeToString(object.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject json(String part) {
        try (JsonReader reader =
                Json.createReader(new StringReader(new String(READING.decode(part), StandardCharsets.UTF_8)))) {
            return reader.readObject();
        }
    }
}
