package org.collegium.credentials.keys;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.security.InvalidKeyException;
import java.util.Base64;
import org.collegium.credentials.proof.PrivateKey;
import org.collegium.shared.RuleViolation;

/** Reads a private key that somebody brings: PKCS#8 in PEM as OpenSSL writes it, or a JSON Web Key. */
final class BroughtKey {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final int LONGEST = 2_000;

    private BroughtKey() {}

    /** @throws RuleViolation when it is no such key of Ed25519 */
    static PrivateKey read(String text) {
        String said = text.strip();
        if (said.length() > LONGEST) {
            throw new RuleViolation("credentials.keys.brought.unreadable");
        }
        try {
            return said.startsWith("{") ? jwk(said) : pem(said);
        } catch (InvalidKeyException | IllegalArgumentException | JsonException | ClassCastException other) {
            throw new RuleViolation("credentials.keys.brought.unreadable");
        }
    }

    private static PrivateKey pem(String text) throws InvalidKeyException {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new InvalidKeyException("no PEM");
        }
        return PrivateKey.ofPkcs8(Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end)));
    }

    private static PrivateKey jwk(String text) throws InvalidKeyException {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject jwk = reader.readObject();
            if (!"OKP".equals(jwk.getString("kty", "")) || !"Ed25519".equals(jwk.getString("crv", ""))) {
                throw new InvalidKeyException("another kind of key");
            }
            PrivateKey key = PrivateKey.ofSeed(Base64.getUrlDecoder().decode(jwk.getString("d", "")));
            if (!key.publicKey().x().equals(jwk.getString("x", ""))) {
                throw new InvalidKeyException("its halves do not belong together");
            }
            return key;
        }
    }
}
