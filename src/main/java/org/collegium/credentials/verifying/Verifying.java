package org.collegium.credentials.verifying;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.collegium.credentials.proof.DataIntegrity;
import org.collegium.credentials.proof.PublicKey;
import org.collegium.credentials.proof.UnreadableStatement;

/** Verifies a credential step by step; it stops at the first step that is not good, since the rest would mean nothing. */
public final class Verifying {

    private static final int LARGEST_LIST = 4_000_000;
    private static final int MOST_PARTS = 100;
    private static final int MOST_ENDORSEMENTS = 50;
    private static final JsonString RECORD = Json.createValue("ClrCredential");

    private final PublicData data;
    private final DataIntegrity proofs = new DataIntegrity();
    private final Instant now;

    public Verifying(PublicData data, Instant now) {
        this.data = data;
        this.now = now;
    }

    /** What the steps found for a statement with a proof inside. */
    public List<Finding> verify(JsonObject statement) {
        return verify(new CredentialFile.Document(statement));
    }

    List<Finding> verify(CredentialFile file) {
        return verify(file, true);
    }

    private List<Finding> verify(CredentialFile file, boolean within) {
        List<Finding> findings = new ArrayList<>();
        String step = "Issuer";
        try {
            JsonObject statement = statement(file);
            String issuer = issuer(statement);
            PublicKey key = IssuerDocument.key(issuer, method(file), data);
            findings.add(new Finding(step, true, "the key belongs to " + issuer));
            step = "Signature";
            if (!signed(file, key, issuer)) {
                findings.add(new Finding(step, false, "it does not fit: something was changed, or another key signed"));
                return findings;
            }
            findings.add(new Finding(step, true, "nothing was changed since it was signed"));
            step = "Dates";
            findings.add(new Finding(step, true, dates(statement)));
            step = "Status";
            findings.add(new Finding(step, true, status(statement, issuer)));
            if (within) {
                step = "Endorsements";
                findings.addAll(endorsements(statement));
                step = "Parts";
                findings.addAll(parts(statement));
            }
        } catch (UnreadableStatement | JsonException | ClassCastException | NullPointerException wrong) {
            findings.add(new Finding(step, false, String.valueOf(wrong.getMessage())));
        } catch (IOException unreachable) {
            findings.add(new Finding(
                    step, false, "what the issuer publishes cannot be fetched: " + unreachable.getMessage()));
        }
        return findings;
    }

    /** Each part of a transcript is signed by its own issuer and has a status of its own. */
    private List<Finding> parts(JsonObject statement) throws UnreadableStatement {
        if (!(statement.get("type") instanceof JsonArray types) || !types.contains(RECORD)) {
            return List.of();
        }
        JsonArray parts = statement.getJsonObject("credentialSubject").getJsonArray("verifiableCredential");
        if (parts.isEmpty() || parts.size() > MOST_PARTS) {
            throw new UnreadableStatement("a transcript has 1 to " + MOST_PARTS + " parts", null);
        }
        List<Finding> findings = new ArrayList<>();
        for (int at = 0; at < parts.size(); at++) {
            JsonObject part = parts.getJsonObject(at);
            List<Finding> found = verify(part);
            Optional<Finding> wrong = found.stream().filter(Finding::wrong).findFirst();
            String step = "Part " + (at + 1);
            findings.add(new Finding(
                    step,
                    wrong.isEmpty(),
                    part.getString("name", "without a name") + ", by " + nameOfIssuer(part) + ", "
                            + wrong.map(Finding::words).orElse("is valid")));
            found.stream()
                    .filter(Finding::aside)
                    .map(one -> new Finding(step + ", " + one.step(), one.good(), one.words(), true))
                    .forEach(findings::add);
        }
        return findings;
    }

    /** What others signed about the achievement, each with its own key. When one falls, what it endorses still stands. */
    private List<Finding> endorsements(JsonObject statement) throws UnreadableStatement {
        if (!(statement.get("credentialSubject") instanceof JsonObject subject)
                || !(subject.get("achievement") instanceof JsonObject achievement)
                || !(achievement.get("endorsement") instanceof JsonArray endorsements)) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (JsonObject endorsement : endorsements.getValuesAs(JsonObject.class)) {
            String step = "Endorsement " + (findings.size() + 1);
            if (findings.size() == MOST_ENDORSEMENTS) {
                findings.add(new Finding(step, false, "no more than " + MOST_ENDORSEMENTS + " are looked at", true));
                return findings;
            }
            findings.add(endorsement(step, endorsement, achievement.getString("id", "")));
        }
        return findings;
    }

    private Finding endorsement(String step, JsonObject endorsement, String about) throws UnreadableStatement {
        boolean same = endorsement.get("credentialSubject") instanceof JsonObject subject
                && about.equals(subject.getString("id", ""));
        Finding last = same
                ? verify(new CredentialFile.Document(endorsement), false).getLast()
                : new Finding(step, false, "it is about something else");
        return new Finding(
                step,
                last.good(),
                "by " + nameOfIssuer(endorsement) + ", " + (last.good() ? "holds" : "does not hold: " + last.words()),
                true);
    }

    private static String nameOfIssuer(JsonObject statement) throws UnreadableStatement {
        return statement.get("issuer") instanceof JsonObject object && object.containsKey("name")
                ? object.getString("name")
                : issuer(statement);
    }

    private static JsonObject statement(CredentialFile file) {
        return switch (file) {
            case CredentialFile.Document(JsonObject statement) -> statement;
            case CredentialFile.Token(var token) -> token.statement();
        };
    }

    private static String method(CredentialFile file) throws UnreadableStatement {
        return switch (file) {
            case CredentialFile.Document(JsonObject statement) ->
                DataIntegrity.proof(statement).method();
            case CredentialFile.Token(var token) -> token.method();
        };
    }

    private boolean signed(CredentialFile file, PublicKey key, String issuer) throws UnreadableStatement {
        return switch (file) {
            case CredentialFile.Document(JsonObject statement) -> proofs.verify(statement, key);
            case CredentialFile.Token(var token) ->
                token.verify(key) && token.issuer().equals(issuer);
        };
    }

    static String issuer(JsonObject statement) throws UnreadableStatement {
        return switch (statement.getOrDefault("issuer", JsonValue.NULL)) {
            case JsonString text -> text.getString();
            case JsonObject object -> object.getString("id", "");
            default -> throw new UnreadableStatement("it does not say who issued it", null);
        };
    }

    private String dates(JsonObject statement) throws UnreadableStatement {
        try {
            if (statement.containsKey("validFrom")) {
                Instant from = Instant.parse(statement.getString("validFrom"));
                if (now.isBefore(from)) {
                    throw new UnreadableStatement("it is valid only from " + from, null);
                }
            }
            if (!statement.containsKey("validUntil")) {
                return "it does not expire";
            }
            Instant until = Instant.parse(statement.getString("validUntil"));
            if (now.isAfter(until)) {
                throw new UnreadableStatement("it expired on " + until, null);
            }
            return "it is valid until " + until;
        } catch (DateTimeParseException malformed) {
            throw new UnreadableStatement("its dates are malformed", malformed);
        }
    }

    private String status(JsonObject statement, String issuer) throws UnreadableStatement, IOException {
        JsonArray entries = switch (statement.getOrDefault("credentialStatus", JsonValue.EMPTY_JSON_ARRAY)) {
            case JsonArray several -> several;
            case JsonObject one -> Json.createArrayBuilder().add(one).build();
            default -> throw new UnreadableStatement("its status is malformed", null);
        };
        for (JsonObject entry : entries.getValuesAs(JsonObject.class)) {
            if (set(entry, issuer)) {
                String purpose = entry.getString("statusPurpose");
                throw new UnreadableStatement(
                        switch (purpose) {
                            case "revocation" -> "it was revoked";
                            case "suspension" -> "it is suspended";
                            default -> "its issuer says: " + purpose;
                        },
                        null);
            }
        }
        return entries.isEmpty() ? "it has none" : "neither revoked nor suspended";
    }

    private boolean set(JsonObject entry, String issuer) throws UnreadableStatement, IOException {
        if (!"BitstringStatusListEntry".equals(entry.getString("type", ""))) {
            throw new UnreadableStatement("its status is of a kind that is not known here", null);
        }
        String address = entry.getString("statusListCredential");
        JsonObject list = json(data.fetch(URI.create(address)));
        PublicKey key = IssuerDocument.key(issuer, DataIntegrity.proof(list).method(), data);
        JsonObject subject = list.getJsonObject("credentialSubject");
        if (!issuer.equals(issuer(list)) || !address.equals(list.getString("id", "")) || !proofs.verify(list, key)) {
            throw new UnreadableStatement("the status list is not signed by the issuer", null);
        }
        dates(list);
        if (!entry.getString("statusPurpose").equals(subject.getString("statusPurpose"))) {
            throw new UnreadableStatement("the status list is for something else", null);
        }
        return bit(subject.getString("encodedList"), Integer.parseInt(entry.getString("statusListIndex")));
    }

    private static boolean bit(String encoded, int place) throws UnreadableStatement, IOException {
        try (GZIPInputStream unpacked = new GZIPInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(encoded.substring(1))))) {
            byte[] bits = unpacked.readNBytes(LARGEST_LIST);
            if (place < 0 || place / Byte.SIZE >= bits.length) {
                throw new UnreadableStatement("its place is not in the status list", null);
            }
            return (bits[place / Byte.SIZE] & 0x80 >> place % Byte.SIZE) != 0;
        } catch (IllegalArgumentException malformed) {
            throw new UnreadableStatement("the status list is malformed", malformed);
        }
    }

    static JsonObject json(String text) throws UnreadableStatement {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException malformed) {
            throw new UnreadableStatement("what the issuer publishes is no JSON", malformed);
        }
    }
}
