package org.collegium.credentials.signed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collegium.credentials.keys.IssuerKey;

/**
 * What an issuer publishes of itself: every key it ever signed with (W3C DID, Multikey). It vouches no more for one that others may
 * have, since whoever has it can write any date; decision record 36.
 */
final class DidDocument {

    private static final List<String> CONTEXT =
            List.of("https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1");

    private DidDocument() {}

    static Map<String, Object> of(String did, List<IssuerKey> keys) {
        List<Map<String, Object>> methods = new ArrayList<>();
        List<String> asserting = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (IssuerKey key : keys) {
            String id = IssuerNames.method(did, key.publicKey());
            Map<String, Object> method = new LinkedHashMap<>();
            method.put("id", id);
            method.put("type", "Multikey");
            method.put("controller", did);
            method.put("publicKeyMultibase", key.publicKey().multibase());
            if (key.revokedFrom() != null) {
                method.put("revoked", key.revokedFrom().toString());
            }
            methods.add(method);
            if (key.state() != IssuerKey.State.COMPROMISED) {
                asserting.add(id);
            }
            others.add(key.publicKey().did());
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", CONTEXT);
        document.put("id", did);
        document.put("alsoKnownAs", others);
        document.put("verificationMethod", methods);
        document.put("assertionMethod", asserting);
        return document;
    }
}
