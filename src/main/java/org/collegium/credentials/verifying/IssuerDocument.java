package org.collegium.credentials.verifying;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.collegium.credentials.proof.PublicKey;
import org.collegium.credentials.proof.UnreadableStatement;

/** The key that an issuer vouches for, by its name: {@code did:key} is the key, {@code did:web} says where it stands. */
final class IssuerDocument {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private IssuerDocument() {}

    /** @throws UnreadableStatement when the issuer does not vouch for such a key */
    static PublicKey key(String issuer, String method, PublicData data) throws UnreadableStatement, IOException {
        if (!method.startsWith(issuer + "#")) {
            throw new UnreadableStatement("the key " + method + " is not one of " + issuer, null);
        }
        if (issuer.startsWith("did:key:")) {
            return key(issuer.substring("did:key:".length()));
        }
        JsonObject document = Verifying.json(data.fetch(address(issuer)));
        if (!issuer.equals(document.getString("id", ""))) {
            throw new UnreadableStatement("what stands there is about somebody else", null);
        }
        boolean vouched = document.containsKey("assertionMethod")
                && document.get("assertionMethod") instanceof JsonArray methods
                && methods.stream()
                        .anyMatch(one -> one instanceof JsonString text
                                && text.getString().equals(method));
        if (!vouched) {
            throw new UnreadableStatement("the issuer does not vouch for the key, or gave it up", null);
        }
        for (JsonValue one : document.getJsonArray("verificationMethod")) {
            if (one instanceof JsonObject found && method.equals(found.getString("id", ""))) {
                return key(found.getString("publicKeyMultibase", ""));
            }
        }
        throw new UnreadableStatement("the issuer does not publish the key", null);
    }

    private static PublicKey key(String multibase) throws UnreadableStatement {
        try {
            return new PublicKey(multibase);
        } catch (IllegalArgumentException other) {
            throw new UnreadableStatement("the key is not one of Ed25519", other);
        }
    }

    /** Where the document of a {@code did:web} stands: by HTTPS, but for this machine. */
    static URI address(String did) throws UnreadableStatement {
        if (!did.startsWith("did:web:")) {
            throw new UnreadableStatement("issuers named otherwise than did:web and did:key are not known here", null);
        }
        try {
            String[] parts = did.substring("did:web:".length()).split(":");
            String host = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
            StringBuilder path = new StringBuilder();
            for (int part = 1; part < parts.length; part++) {
                path.append('/').append(URLDecoder.decode(parts[part], StandardCharsets.UTF_8));
            }
            String scheme = LOOPBACK.contains(host.replaceFirst(":\\d++$", "")) ? "http" : "https";
            return URI.create(scheme + "://" + host + (path.isEmpty() ? "/.well-known" : path) + "/did.json");
        } catch (IllegalArgumentException malformed) {
            throw new UnreadableStatement("the name of the issuer is malformed", malformed);
        }
    }
}
