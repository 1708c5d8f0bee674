package org.collegium.credentials.signed;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the data model of Open Badges 3.0 and Comprehensive Learner Record 2.0 asks of the JSON: which properties must be there, how
 * often, of what type. Written from the model that 1EdTech generates its JSON schemas from
 * ({@code ob_v3p0/common_credentials.lines} in 1EdTech/openbadges-specification, and the data models in the texts of both standards).
 *
 * <p>Where the model says at most one status we have two, as Verifiable Credentials 2.0 allow (decision 37); each is looked at.
 */
final class OpenBadgesShape {

    private static final String CREDENTIALS = "https://www.w3.org/ns/credentials/v2";
    private static final String BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    private static final String RECORDS = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";

    /** Classes that take no properties of others. */
    private static final Set<String> CLOSED = Set.of("Image", "IdentityObject");

    private static final Map<String, List<Property>> CLASSES = Map.ofEntries(
            Map.entry(
                    "OpenBadgeCredential",
                    with(
                            credential(),
                            one("credentialSubject", "AchievementSubject"),
                            some("evidence", "Evidence"),
                            some("endorsement", "EndorsementCredential"))),
            Map.entry("EndorsementCredential", with(credential(), one("credentialSubject", "EndorsementSubject"))),
            Map.entry(
                    "ClrCredential",
                    with(credential(), one("credentialSubject", "ClrSubject"), maybe("partial", "Boolean"))),
            Map.entry(
                    "AchievementSubject",
                    List.of(
                            type(),
                            maybe("id", "URI"),
                            one("achievement", "Achievement"),
                            some("identifier", "IdentityObject"),
                            some("result", "Result"))),
            Map.entry("EndorsementSubject", List.of(type(), one("id", "URI"), maybe("endorsementComment", "String"))),
            Map.entry(
                    "ClrSubject",
                    List.of(
                            type(),
                            maybe("id", "URI"),
                            some("identifier", "IdentityObject"),
                            new Property("verifiableCredential", "OpenBadgeCredential", 1, true))),
            Map.entry(
                    "Achievement",
                    List.of(
                            type(),
                            one("id", "URI"),
                            some("alignment", "Alignment"),
                            maybe("achievementType", "String"),
                            maybe("creator", "Profile"),
                            one("criteria", "Criteria"),
                            one("description", "String"),
                            some("endorsement", "EndorsementCredential"),
                            maybe("image", "Image"),
                            maybe("inLanguage", "String"),
                            one("name", "String"),
                            some("resultDescription", "ResultDescription"),
                            some("tag", "String"),
                            maybe("version", "String"))),
            Map.entry("Profile", List.of(type(), one("id", "URI"), maybe("name", "String"), maybe("url", "URI"))),
            Map.entry("Criteria", List.of(maybe("id", "URI"), maybe("narrative", "String"))),
            Map.entry(
                    "Evidence",
                    List.of(
                            type(),
                            maybe("id", "URI"),
                            maybe("narrative", "String"),
                            maybe("name", "String"),
                            maybe("genre", "String"))),
            Map.entry(
                    "Alignment",
                    List.of(
                            type(),
                            one("targetName", "String"),
                            one("targetUrl", "URI"),
                            maybe("targetFramework", "String"),
                            maybe("targetType", "String"))),
            Map.entry("Image", List.of(one("type", "String"), one("id", "URI"), maybe("caption", "String"))),
            Map.entry(
                    "IdentityObject",
                    List.of(
                            one("type", "String"),
                            one("hashed", "Boolean"),
                            one("identityHash", "String"),
                            one("identityType", "String"),
                            maybe("salt", "String"))),
            Map.entry("Result", List.of(type(), maybe("resultDescription", "URI"), maybe("value", "String"))),
            Map.entry(
                    "ResultDescription",
                    List.of(
                            type(),
                            one("id", "URI"),
                            one("name", "String"),
                            one("resultType", "String"),
                            maybe("valueMin", "String"),
                            maybe("valueMax", "String"))),
            Map.entry("CredentialStatus", List.of(one("id", "URI"), one("type", "String"))),
            Map.entry(
                    "Proof",
                    List.of(
                            one("type", "String"),
                            maybe("created", "DateTimeZ"),
                            maybe("cryptosuite", "String"),
                            maybe("proofPurpose", "String"),
                            maybe("proofValue", "String"),
                            maybe("verificationMethod", "URI"))));

    private OpenBadgesShape() {}

    /**
     * A property of a class.
     *
     * @param of a class, or a type of values
     * @param many whether it is written as a list
     */
    private record Property(String name, String of, int least, boolean many) {}

    /** What does not fit, with its place; empty when all does. */
    static List<String> faults(JsonObject credential) {
        List<String> faults = new ArrayList<>();
        String kind = CLASSES.keySet().stream()
                .filter(name -> name.endsWith("Credential") && types(credential).contains(name))
                .findFirst()
                .orElse("");
        if (kind.isEmpty()) {
            return List.of("it is no credential of 1EdTech");
        }
        look("", credential, kind, faults);
        return faults;
    }

    private static void look(String place, JsonObject object, String kind, List<String> faults) {
        List<Property> properties = Objects.requireNonNull(CLASSES.get(kind), kind);
        for (Property property : properties) {
            look(place + "/" + property.name(), object.get(property.name()), property, faults);
        }
        if (properties.contains(type()) && !types(object).contains(kind)) {
            faults.add(place + "/type lacks " + kind);
        }
        if (CLOSED.contains(kind)) {
            object.keySet().stream()
                    .filter(name -> properties.stream()
                            .noneMatch(property -> property.name().equals(name)))
                    .forEach(name -> faults.add(place + "/" + name + " is unknown"));
        }
        if (kind.endsWith("Credential")) {
            contexts(place, object, kind, faults);
        }
        if (kind.equals("AchievementSubject") && !object.containsKey("id") && !object.containsKey("identifier")) {
            faults.add(place + " names nobody");
        }
        if (kind.equals("Criteria") && !object.containsKey("id") && !object.containsKey("narrative")) {
            faults.add(place + " says nothing");
        }
    }

    private static void look(String place, @Nullable JsonValue value, Property property, List<String> faults) {
        List<JsonValue> values = switch (value) {
            case null -> List.of();
            case JsonArray array when property.many() -> array;
            // The model lets lists of types be compacted.
            case JsonString single when property.equals(type()) -> List.of(single);
            case JsonValue single
            when property.many() -> {
                faults.add(place + " is no list");
                yield List.of(single);
            }
            case JsonValue single -> List.of(single);
        };
        if (values.size() < property.least()) {
            faults.add(place + " is missing");
        }
        for (int at = 0; at < values.size(); at++) {
            String here = property.many() ? place + "/" + at : place;
            if (CLASSES.containsKey(property.of())) {
                if (values.get(at) instanceof JsonObject object) {
                    look(here, object, property.of(), faults);
                } else {
                    faults.add(here + " is no object");
                }
            } else if (!fits(values.get(at), property.of())) {
                faults.add(here + " is no " + property.of());
            }
        }
    }

    private static boolean fits(JsonValue value, String type) {
        try {
            return switch (type) {
                case "Boolean" -> value.equals(JsonValue.TRUE) || value.equals(JsonValue.FALSE);
                case "URI" ->
                    value instanceof JsonString text
                            && URI.create(text.getString()).isAbsolute();
                // With the zone written out, as DateTimeZ asks.
                case "DateTimeZ" -> value instanceof JsonString text && Instant.parse(text.getString()) != null;
                case "String" -> value instanceof JsonString;
                default -> value instanceof JsonNumber;
            };
        } catch (IllegalArgumentException | DateTimeParseException malformed) {
            return false;
        }
    }

    /** An ordered list: Verifiable Credentials first, then the vocabulary of what it is. */
    private static void contexts(String place, JsonObject object, String kind, List<String> faults) {
        List<String> wanted =
                kind.equals("ClrCredential") ? List.of(CREDENTIALS, RECORDS, BADGES) : List.of(CREDENTIALS, BADGES);
        List<String> said = object.get("@context") instanceof JsonArray array
                ? array.getValuesAs(JsonString::getString)
                : List.of();
        if (said.size() < wanted.size() || !said.subList(0, wanted.size()).equals(wanted)) {
            faults.add(place + "/@context is " + said);
        }
        if (!types(object).contains("VerifiableCredential")) {
            faults.add(place + "/type lacks VerifiableCredential");
        }
    }

    private static List<String> types(JsonObject object) {
        return switch (object.get("type")) {
            case JsonArray array -> array.getValuesAs(JsonString::getString);
            case JsonString text -> List.of(text.getString());
            case null, default -> List.of();
        };
    }

    private static List<Property> credential() {
        return List.of(
                type(),
                one("id", "URI"),
                one("name", "String"),
                one("issuer", "Profile"),
                one("validFrom", "DateTimeZ"),
                maybe("validUntil", "DateTimeZ"),
                one("proof", "Proof"),
                some("credentialStatus", "CredentialStatus"));
    }

    private static List<Property> with(List<Property> all, Property... more) {
        List<Property> joined = new ArrayList<>(all);
        joined.addAll(List.of(more));
        return List.copyOf(joined);
    }

    private static Property type() {
        return new Property("type", "String", 1, true);
    }

    private static Property one(String name, String of) {
        return new Property(name, of, 1, false);
    }

    private static Property maybe(String name, String of) {
        return new Property(name, of, 0, false);
    }

    private static Property some(String name, String of) {
        return new Property(name, of, 0, true);
    }
}
