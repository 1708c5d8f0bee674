package org.collegium.credentials.signed;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.collegium.credentials.keys.IssuerKey;
import org.collegium.credentials.proof.DataIntegrity;
import org.collegium.credentials.proof.UnreadableStatement;
import org.collegium.partners.PartnerId;

/**
 * What a partner signed within certificates of programmes with a key that others may have, signed with the one that signs now.
 * Each endorsement is signed once, however many certificates carry it.
 */
final class EndorsementsAgain {

    private final IssuerKey given;
    private final SigningEndorsements signing;
    private final Map<JsonObject, JsonObject> fresh = new HashMap<>();

    /** @param given the key that others may have */
    EndorsementsAgain(IssuerKey given, SigningEndorsements signing) {
        this.given = given;
        this.signing = signing;
    }

    /** Signs what was not signed again yet, each in a transaction of its own. */
    void prepare(JsonObject statement, UUID programme) {
        for (JsonObject endorsement : of(statement)) {
            if (isOutdated(endorsement)) {
                fresh.computeIfAbsent(
                        endorsement,
                        before -> read(
                                signing.signAgain(new PartnerId(given.issuer().id()), programme, before.toString())));
            }
        }
    }

    /** The statement with what was prepared for it; the same where there is nothing. */
    JsonObject in(JsonObject statement) {
        if (of(statement).stream().noneMatch(fresh::containsKey)) {
            return statement;
        }
        JsonObject subject = statement.getJsonObject("credentialSubject");
        JsonArrayBuilder endorsements = Json.createArrayBuilder();
        of(statement).forEach(endorsement -> endorsements.add(fresh.getOrDefault(endorsement, endorsement)));
        return Json.createObjectBuilder(statement)
                .add(
                        "credentialSubject",
                        Json.createObjectBuilder(subject)
                                .add(
                                        "achievement",
                                        Json.createObjectBuilder(subject.getJsonObject("achievement"))
                                                .add("endorsement", endorsements)))
                .build();
    }

    /** What is endorsed in a certificate of a programme; none in those of courses. */
    static List<JsonObject> of(JsonObject statement) {
        return statement.get("credentialSubject") instanceof JsonObject subject
                        && subject.get("achievement") instanceof JsonObject achievement
                        && achievement.get("endorsement") instanceof JsonArray endorsements
                ? endorsements.getValuesAs(JsonObject.class)
                : List.of();
    }

    private boolean isOutdated(JsonObject endorsement) {
        try {
            return DataIntegrity.proof(endorsement)
                    .method()
                    .endsWith("#" + given.publicKey().multibase());
        } catch (UnreadableStatement other) {
            return false;
        }
    }

    private static JsonObject read(String document) {
        try (JsonReader reader = Json.createReader(new StringReader(document))) {
            return reader.readObject();
        }
    }
}
