package org.collegium.credentials.sharing;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.credentials.CredentialDocuments;
import org.collegium.credentials.signed.AllianceSignature;
import org.collegium.credentials.signed.CertificatesSignedAgain;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.Unguarded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Signs transcripts again when others may have the key of the alliance, or the key of a part; each is one transaction. What
 * they say, and which parts they have, stays.
 */
@Component
@Unguarded("called by the job that signs certificates again")
class SigningTranscriptsAgain {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int BATCH = 200;

    private final TranscriptRows rows;
    private final CredentialDocuments documents;
    private final AllianceSignature alliance;
    private final RetriedTransactions transactions;

    SigningTranscriptsAgain(
            TranscriptRows rows,
            CredentialDocuments documents,
            AllianceSignature alliance,
            RetriedTransactions transactions) {
        this.rows = rows;
        this.documents = documents;
        this.alliance = alliance;
        this.transactions = transactions;
    }

    @EventListener
    void on(CertificatesSignedAgain signed) {
        List<UUID> found = rows.outdated(signed.key(), BEFORE_ALL, BATCH);
        while (!found.isEmpty()) {
            found.forEach(link -> sign(signed.key(), link));
            found = rows.outdated(signed.key(), found.getLast(), BATCH);
        }
    }

    private void sign(UUID key, UUID link) {
        transactions.run(() -> {
            rows.outdated(key, link).ifPresent(before -> {
                JsonObject said = read(before.document());
                Collection<String> current = documents.of(before.owner()).values();
                rows.replace(link, alliance.signAgain(link, issuer -> again(said, issuer, current)));
            });
            return true;
        });
    }

    /** A transcript without its proof, by that name of the issuer, and with its parts as they are signed now. */
    private static JsonObject again(JsonObject said, String issuer, Collection<String> current) {
        Map<String, JsonObject> now = current.stream()
                .map(SigningTranscriptsAgain::read)
                .collect(Collectors.toMap(document -> document.getString("id"), Function.identity()));
        JsonObject subject = said.getJsonObject("credentialSubject");
        JsonArrayBuilder parts = Json.createArrayBuilder();
        subject.getJsonArray("verifiableCredential").stream()
                .map(JsonValue::asJsonObject)
                .map(part -> now.getOrDefault(part.getString("id"), part))
                .forEach(parts::add);
        return Json.createObjectBuilder(said)
                .remove("proof")
                .add(
                        "issuer",
                        Json.createObjectBuilder(said.getJsonObject("issuer")).add("id", issuer))
                .add("credentialSubject", Json.createObjectBuilder(subject).add("verifiableCredential", parts))
                .build();
    }

    private static JsonObject read(String document) {
        try (JsonReader reader = Json.createReader(new StringReader(document))) {
            return reader.readObject();
        }
    }
}
