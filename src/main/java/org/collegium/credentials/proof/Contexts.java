package org.collegium.credentials.proof;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The vocabularies that certificates use, from the platform's own files; whatever else is asked for is refused. */
public final class Contexts implements DocumentLoader {

    /** Verifiable Credentials 2.0; it has the words of proofs and status lists too. */
    public static final String CREDENTIALS = "https://www.w3.org/ns/credentials/v2";

    /** Open Badges 3.0, in the last edition of its vocabulary. */
    public static final String OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    /** Comprehensive Learner Record 2.0, in the last edition of its vocabulary. */
    public static final String LEARNER_RECORD = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";

    /** The list that a transcript begins with. */
    public static final List<String> OF_RECORDS = List.of(CREDENTIALS, LEARNER_RECORD, OPEN_BADGES);

    /** The list that a certificate begins with. */
    public static final List<String> OF_ACHIEVEMENTS = List.of(CREDENTIALS, OPEN_BADGES);

    private static final Set<JsonValue> USUAL = Stream.of(List.of(CREDENTIALS), OF_ACHIEVEMENTS, OF_RECORDS)
            .map(list -> Json.createArrayBuilder(list).build())
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, Document> known = new HashMap<>();

    public Contexts() {
        known.put(CREDENTIALS, read("credentials-v2.json"));
        known.put(OPEN_BADGES, read("open-badges-3.0.3.json"));
        known.put(LEARNER_RECORD, read("clr-2.0.1.json"));
    }

    @Override
    public Document loadDocument(URI address, DocumentLoaderOptions options) throws JsonLdError {
        @Nullable Document document = known.get(address.toString());
        if (document == null) {
            throw new JsonLdError(
                    JsonLdErrorCode.LOADING_DOCUMENT_FAILED, "The vocabulary " + address + " is not used here");
        }
        return document;
    }

    /** Whether a statement begins with one of the lists that the platform's own begin with. */
    static boolean usual(JsonValue list) {
        return USUAL.contains(list);
    }

    private static Document read(String name) {
        try (InputStream file = Contexts.class.getResourceAsStream("/json-ld/" + name)) {
            if (file == null) {
                throw new IllegalStateException("The vocabulary " + name + " is missing in the build");
            }
            return JsonDocument.of(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (JsonLdError malformed) {
            throw new IllegalStateException("The vocabulary " + name + " is malformed", malformed);
        }
    }
}
