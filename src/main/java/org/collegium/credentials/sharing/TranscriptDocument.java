package org.collegium.credentials.sharing;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.collegium.credentials.proof.Contexts;

/**
 * A transcript as a Comprehensive Learner Record 2.0 of 1EdTech, not yet signed. Each part is the credential that its own
 * partner signed, whole and unchanged, so that it can be verified by itself.
 *
 * @param address where it is shown; its id
 * @param platform where the alliance is at home
 * @param holder by name, as on certificates
 * @param partial whether the holder has certificates that are not in it
 * @param parts signed credentials
 */
record TranscriptDocument(
        String address, String platform, String title, String holder, boolean partial, List<String> parts) {

    TranscriptDocument {
        parts = List.copyOf(parts);
    }

    JsonObject of(String issuer, Instant now) {
        return Json.createObjectBuilder()
                .add("@context", Json.createArrayBuilder(Contexts.OF_RECORDS))
                .add("id", address)
                .add("type", Json.createArrayBuilder(List.of("VerifiableCredential", "ClrCredential")))
                .add("name", title)
                .add("partial", partial)
                .add(
                        "issuer",
                        Json.createObjectBuilder()
                                .add("id", issuer)
                                .add("type", Json.createArrayBuilder(List.of("Profile")))
                                .add("name", "Collegium")
                                .add("url", platform))
                .add("validFrom", now.truncatedTo(ChronoUnit.SECONDS).toString())
                .add("credentialSubject", subject())
                .build();
    }

    private JsonObject subject() {
        JsonArrayBuilder credentials = Json.createArrayBuilder();
        parts.forEach(part -> credentials.add(read(part)));
        return Json.createObjectBuilder()
                .add("type", Json.createArrayBuilder(List.of("ClrSubject")))
                .add(
                        "identifier",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("type", "IdentityObject")
                                        .add("hashed", false)
                                        .add("identityHash", holder)
                                        .add("identityType", "name")))
                .add("verifiableCredential", credentials)
                .build();
    }

    private static JsonObject read(String document) {
        try (JsonReader reader = Json.createReader(new StringReader(document))) {
            return reader.readObject();
        }
    }
}
