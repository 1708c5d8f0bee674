package org.collegium.credentials.proof;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** Presentations as wallets sign them. */
public final class HolderProofs {

    private HolderProofs() {}

    public static JsonObject sign(JsonObject presentation, PrivateKey key, String challenge)
            throws UnreadableStatement {
        JsonObject configuration = Json.createObjectBuilder()
                .add("type", "DataIntegrityProof")
                .add("cryptosuite", "eddsa-rdfc-2022")
                .add("created", "2026-11-29T10:00:00Z")
                .add(
                        "verificationMethod",
                        key.publicKey().did() + "#" + key.publicKey().multibase())
                .add("proofPurpose", "authentication")
                .add("challenge", challenge)
                .build();
        Canonical canonical = new Canonical(new Contexts());
        JsonObject complete = Json.createObjectBuilder(configuration)
                .add("@context", presentation.get("@context"))
                .build();
        byte[] signature = key.sign(PublicKey.joined(canonical.hash(complete), canonical.hash(presentation)));
        return Json.createObjectBuilder(presentation)
                .add("proof", Json.createObjectBuilder(configuration).add("proofValue", "z" + Base58.write(signature)))
                .build();
    }
}
