package org.collegium.credentials.proof;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.JsonLdOptions.ProcessingPolicy;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.canon.RdfCanonTimeTicker;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import jakarta.json.JsonObject;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The canonical form of a statement (RDFC-1.0), in which neither spaces nor order matter. A word that no vocabulary explains
 * would not be signed, so it is refused.
 */
final class Canonical {

    /** Statements that are made to take long are given up; a transcript of a hundred certificates takes a second. */
    private static final long LONGEST_MILLIS = 10_000;

    private final Contexts contexts;

    Canonical(Contexts contexts) {
        this.contexts = contexts;
    }

    /** SHA-256 of the canonical form. */
    byte[] hash(JsonObject statement) throws UnreadableStatement {
        return sha256().digest(form(statement).getBytes(StandardCharsets.UTF_8));
    }

    String form(JsonObject statement) throws UnreadableStatement {
        JsonLdOptions options = new JsonLdOptions(contexts);
        options.setUndefinedTermsPolicy(ProcessingPolicy.Fail);
        RdfCanon canon = RdfCanon.create("SHA-256", new RdfCanonTimeTicker(LONGEST_MILLIS));
        StringWriter written = new StringWriter();
        try {
            JsonLd.toRdf(JsonDocument.of(statement)).options(options).provide(canon);
            canon.provide(new NQuadsWriter(written));
        } catch (JsonLdError | RdfConsumerException | IllegalStateException | IllegalArgumentException malformed) {
            throw new UnreadableStatement(String.valueOf(malformed.getMessage()), malformed);
        }
        return written.toString();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
