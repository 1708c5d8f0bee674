package org.collegium.credentials.vcapi;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.collegium.credentials.proof.DataIntegrity;
import org.collegium.credentials.proof.PublicKey;
import org.collegium.credentials.proof.UnreadableStatement;
import org.collegium.credentials.verifying.Finding;
import org.collegium.credentials.verifying.Verifying;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The three addresses of the VC API at which the W3C's test suites call, with its status codes and bodies
 * (https://w3c-ccg.github.io/vc-api/). Nothing is fetched: issuers and holders are known by {@code did:key}.
 */
@RestController
@ConditionalOnProperty("collegium.credentials.vc-api")
class VcApi {

    private static final String PROBLEM = "https://www.w3.org/TR/vc-data-model#";
    private static final String MALFORMED = "MALFORMED_VALUE_ERROR";
    private static final String UNVERIFIED = "CRYPTOGRAPHIC_SECURITY_ERROR";
    private static final String DID_KEY = "did:key:";

    private final TestIssuer issuer;
    private final DataIntegrity proofs;

    VcApi(TestIssuer issuer, DataIntegrity proofs) {
        this.issuer = issuer;
        this.proofs = proofs;
    }

    /** Signs a credential: 201 with it, or 400 with what is wrong. */
    @PostMapping(path = "/credentials/issue", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> issue(@RequestBody String body) {
        return answered(body, "credential", credential -> {
            List<String> faults = new ArrayList<>(CredentialShape.faultsOfCredential(credential));
            if (credential.containsKey("proof")) {
                faults.add("it is signed already");
            }
            if (!issuer.name().equals(issuerOf(credential))) {
                faults.add("issuer is not " + issuer.name());
            }
            if (!faults.isEmpty()) {
                return problems(HttpStatus.BAD_REQUEST, MALFORMED, faults);
            }
            return json(
                    HttpStatus.CREATED,
                    Json.createObjectBuilder()
                            .add("verifiableCredential", issuer.sign(credential))
                            .build());
        });
    }

    /** Verifies a credential: 200 when it is right, else 400 with what is wrong. */
    @PostMapping(path = "/credentials/verify", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> verifyCredential(@RequestBody String body) {
        return answered(body, "verifiableCredential", credential -> {
            List<String> faults = CredentialShape.faultsOfCredential(credential);
            if (!faults.isEmpty()) {
                return problems(HttpStatus.BAD_REQUEST, MALFORMED, faults);
            }
            List<String> wrong = wrong(credential);
            return wrong.isEmpty()
                    ? json(
                            HttpStatus.OK,
                            Json.createObjectBuilder()
                                    .add("verified", true)
                                    .add("verifiableCredential", credential)
                                    .add("problemDetails", JsonValue.EMPTY_JSON_ARRAY)
                                    .build())
                    : problems(HttpStatus.BAD_REQUEST, UNVERIFIED, wrong);
        });
    }

    /** Verifies a presentation and each credential in it: 200 with the result, 400 when it is none. */
    @PostMapping(path = "/presentations/verify", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> verifyPresentation(@RequestBody String body) {
        return answered(body, "verifiablePresentation", presentation -> {
            List<String> faults = CredentialShape.faultsOfPresentation(presentation);
            if (!faults.isEmpty()) {
                return problems(HttpStatus.BAD_REQUEST, MALFORMED, faults);
            }
            List<String> wrong = new ArrayList<>(wrongOfHolder(presentation, options(body)));
            JsonValue shown = presentation.getOrDefault("verifiableCredential", JsonValue.EMPTY_JSON_ARRAY);
            for (JsonValue one : shown instanceof JsonArray array ? array : List.of(shown)) {
                JsonObject credential = one.asJsonObject();
                List<String> shape = CredentialShape.faultsOfCredential(credential);
                wrong.addAll(shape.isEmpty() ? wrong(credential) : shape);
            }
            return json(
                    HttpStatus.OK,
                    Json.createObjectBuilder()
                            .add("verified", wrong.isEmpty())
                            .add("verifiablePresentation", presentation)
                            .add("problemDetails", details(UNVERIFIED, wrong))
                            .build());
        });
    }

    private static List<String> wrong(JsonObject credential) {
        Verifying verifying = new Verifying(
                address -> {
                    throw new IOException("nothing is fetched here");
                },
                Instant.now());
        return verifying.verify(credential).stream()
                .filter(Finding::wrong)
                .map(VcApi::said)
                .toList();
    }

    private static String said(Finding finding) {
        return finding.step() + ": " + finding.words();
    }

    private List<String> wrongOfHolder(JsonObject presentation, JsonObject options) {
        try {
            String method = DataIntegrity.proofOfHolder(presentation).method();
            JsonObject proof = presentation.getJsonObject("proof");
            List<String> wrong = new ArrayList<>();
            for (String name : List.of("challenge", "domain")) {
                if (options.containsKey(name) && !Objects.equals(options.get(name), proof.get(name))) {
                    wrong.add(name + " is not the one that was asked for");
                }
            }
            String holder = method.substring(0, Math.max(0, method.indexOf('#')));
            if (presentation.containsKey("holder") && !holder.equals(named(presentation.get("holder")))) {
                wrong.add("the key is not one of the holder");
            }
            if (!holder.startsWith(DID_KEY)
                    || !proofs.verifyPresentation(presentation, new PublicKey(holder.substring(DID_KEY.length())))) {
                wrong.add("the holder's proof does not fit");
            }
            return wrong;
        } catch (UnreadableStatement | IllegalArgumentException unreadable) {
            return List.of(String.valueOf(unreadable.getMessage()));
        }
    }

    private static String issuerOf(JsonObject credential) {
        return named(credential.get("issuer"));
    }

    private static String named(@Nullable JsonValue one) {
        return switch (one) {
            case JsonString text -> text.getString();
            case JsonObject object -> object.getString("id", "");
            case null, default -> "";
        };
    }

    private static JsonObject options(String body) {
        return read(body).get("options") instanceof JsonObject options ? options : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static JsonObject read(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    /** What is done with the part of a request. */
    private interface Work {
        ResponseEntity<String> on(JsonObject part) throws UnreadableStatement;
    }

    private static ResponseEntity<String> answered(String body, String part, Work work) {
        try {
            return read(body).get(part) instanceof JsonObject found
                    ? work.on(found)
                    : problems(HttpStatus.BAD_REQUEST, MALFORMED, List.of(part + " is missing, or no object"));
        } catch (JsonException | ClassCastException malformed) {
            return problems(HttpStatus.BAD_REQUEST, MALFORMED, List.of("the request is malformed"));
        } catch (UnreadableStatement unreadable) {
            return problems(HttpStatus.BAD_REQUEST, MALFORMED, List.of(String.valueOf(unreadable.getMessage())));
        }
    }

    private static ResponseEntity<String> problems(HttpStatus status, String type, List<String> faults) {
        return json(
                status,
                Json.createObjectBuilder()
                        .add("verified", false)
                        .add("problemDetails", details(type, faults))
                        .build());
    }

    private static JsonArrayBuilder details(String type, List<String> faults) {
        JsonArrayBuilder details = Json.createArrayBuilder();
        faults.forEach(fault -> details.add(Json.createObjectBuilder()
                .add("type", PROBLEM + type)
                .add("title", type)
                .add("detail", fault)));
        return details;
    }

    private static ResponseEntity<String> json(HttpStatus status, JsonObject body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.toString());
    }
}
