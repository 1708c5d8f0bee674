package org.collegium.credentials.proof;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The canonical form of what a proof says of itself. Two that begin with the same vocabularies differ in the date and the
 * key alone, which stand in lines of their own, so it is made once for each of the usual lists and filled in after that.
 */
final class ProofConfigurations {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String CREATED = "created";
    private static final String METHOD = "verificationMethod";
    private static final Set<String> WORDS = Set.of("@context", "type", "cryptosuite", CREATED, METHOD, "proofPurpose");

    /** What stands for date and key in a form that is to be filled in; no text that is filled in looks like them. */
    private static final String ANY_DATE = "1000-01-01T00:00:00Z";

    private static final String ANY_METHOD = "did:any:method";

    /** Neither has a letter that the canonical form writes otherwise. */
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");

    private static final Pattern NAME = Pattern.compile("did:(?:web|key):[A-Za-z0-9.%:_-]{1,500}+#[A-Za-z0-9]{1,100}+");

    private final Canonical canonical;
    private final Map<JsonObject, String> forms = new ConcurrentHashMap<>();

    ProofConfigurations(Canonical canonical) {
        this.canonical = canonical;
    }

    /** SHA-256 of the canonical form. */
    byte[] hash(JsonObject configuration) throws UnreadableStatement {
        if (!usual(configuration)) {
            return canonical.hash(configuration);
        }
        JsonObject any = JSON.createObjectBuilder(configuration)
                .add(CREATED, ANY_DATE)
                .add(METHOD, ANY_METHOD)
                .build();
        String form = forms.get(any);
        if (form == null) {
            form = canonical.form(any);
            forms.put(any, form);
        }
        String filled = form.replace(ANY_DATE, configuration.getString(CREATED))
                .replace(ANY_METHOD, configuration.getString(METHOD));
        return Canonical.sha256().digest(filled.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether it is one of the few that the platform and its like write; those are few enough to be kept. */
    private static boolean usual(JsonObject configuration) {
        return configuration.keySet().equals(WORDS)
                && Contexts.usual(configuration.getOrDefault("@context", JsonValue.NULL))
                && is(configuration, "type", "DataIntegrityProof")
                && is(configuration, "cryptosuite", DataIntegrity.SUITE)
                && (is(configuration, "proofPurpose", DataIntegrity.ASSERTION)
                        || is(configuration, "proofPurpose", DataIntegrity.AUTHENTICATION))
                && fits(configuration.getOrDefault(CREATED, JsonValue.NULL), DATE)
                && fits(configuration.getOrDefault(METHOD, JsonValue.NULL), NAME);
    }

    private static boolean is(JsonObject configuration, String word, String text) {
        return configuration.get(word) instanceof JsonString said
                && said.getString().equals(text);
    }

    private static boolean fits(JsonValue value, Pattern pattern) {
        return value instanceof JsonString said
                && pattern.matcher(said.getString()).matches();
    }
}
