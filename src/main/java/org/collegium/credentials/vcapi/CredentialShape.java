package org.collegium.credentials.vcapi;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.collegium.credentials.proof.Contexts;
import org.jspecify.annotations.Nullable;

/** What Verifiable Credentials Data Model 2.0 asks of credentials and presentations beside their proofs; each fault in a sentence. */
final class CredentialShape {

    private static final List<String> WITH_TYPE =
            List.of("credentialStatus", "credentialSchema", "termsOfUse", "refreshService", "evidence");

    private final List<String> faults = new ArrayList<>();

    private CredentialShape() {}

    static List<String> faultsOfCredential(JsonObject credential) {
        CredentialShape shape = new CredentialShape();
        shape.frame(credential, "VerifiableCredential");
        shape.issuer(credential.get("issuer"));
        shape.subjects(several(credential.get("credentialSubject")));
        shape.dates(credential);
        for (String name : WITH_TYPE) {
            for (JsonValue one : several(credential.get(name))) {
                shape.that(
                        one instanceof JsonObject object
                                && !several(object.get("type")).isEmpty(),
                        name + " has no type");
                shape.address(one instanceof JsonObject object ? object.get("id") : null, name + ".id");
            }
        }
        return shape.faults;
    }

    static List<String> faultsOfPresentation(JsonObject presentation) {
        CredentialShape shape = new CredentialShape();
        shape.frame(presentation, "VerifiablePresentation");
        for (JsonValue one : several(presentation.get("verifiableCredential"))) {
            shape.that(one instanceof JsonObject, "verifiableCredential has something that is no object");
        }
        return shape.faults;
    }

    private void frame(JsonObject document, String type) {
        boolean begins = document.get("@context") instanceof JsonArray contexts
                && !contexts.isEmpty()
                && contexts.getFirst() instanceof JsonString first
                && first.getString().equals(Contexts.CREDENTIALS);
        that(begins, "@context is no list that begins with " + Contexts.CREDENTIALS);
        that(
                several(document.get("type")).stream()
                        .anyMatch(one -> text(one).filter(type::equals).isPresent()),
                "type does not name " + type);
        address(document.get("id"), "id");
    }

    private void issuer(@Nullable JsonValue issuer) {
        JsonValue id = issuer instanceof JsonObject object ? object.get("id") : issuer;
        that(id != null, "issuer is missing, or has no id");
        address(id, "issuer");
    }

    private void subjects(List<JsonValue> subjects) {
        that(!subjects.isEmpty(), "credentialSubject is missing");
        for (JsonValue subject : subjects) {
            that(subject instanceof JsonObject object && !object.isEmpty(), "credentialSubject says nothing");
            address(subject instanceof JsonObject object ? object.get("id") : null, "credentialSubject.id");
        }
    }

    private void dates(JsonObject credential) {
        Optional<OffsetDateTime> from = date(credential, "validFrom");
        Optional<OffsetDateTime> until = date(credential, "validUntil");
        that(from.isEmpty() || until.isEmpty() || !until.get().isBefore(from.get()), "validUntil is before validFrom");
    }

    private Optional<OffsetDateTime> date(JsonObject credential, String name) {
        JsonValue value = credential.get(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text(value).orElse("")));
        } catch (DateTimeParseException malformed) {
            that(false, name + " is no time with a time zone");
            return Optional.empty();
        }
    }

    /** What is there must be an absolute address. */
    private void address(@Nullable JsonValue value, String name) {
        if (value != null) {
            that(text(value).filter(CredentialShape::absolute).isPresent(), name + " is no address");
        }
    }

    private static boolean absolute(String text) {
        try {
            return URI.create(text).isAbsolute();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static Optional<String> text(JsonValue value) {
        return value instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    private static List<JsonValue> several(@Nullable JsonValue value) {
        return switch (value) {
            case null -> List.of();
            case JsonArray array -> array;
            default -> List.of(value);
        };
    }

    private void that(boolean right, String fault) {
        if (!right) {
            faults.add(fault);
        }
    }
}
