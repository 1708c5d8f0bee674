package org.collegium.content;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.collegium.content.BlobGrant.Granted;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves files of the blob store to those whom some module grants them, in whole or in ranges. What one may not read is not
 * there. The content of an address never changes. Nothing that is served can run as a page of this platform: types that
 * could are saved by the browser instead, and drawings stand in a sandbox.
 */
@RestController
class BlobController {

    private static final Pattern SHOWN = Pattern.compile(
            "image/(png|jpeg|gif|webp|avif|svg\\+xml)|(audio|video)/[a-z0-9.+-]+|application/pdf|text/(plain|vtt)");
    private static final String SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

    private final Blobs blobs;
    private final List<BlobGrant> grants;

    BlobController(Blobs blobs, List<BlobGrant> grants) {
        this.blobs = blobs;
        this.grants = grants;
    }

    @GetMapping("/content/{sha256:[0-9a-f]{64}}/{name}")
    ResponseEntity<Resource> serve(@PathVariable String sha256, @PathVariable String name) throws IOException {
        BlobId blob = new BlobId(sha256);
        Optional<Granted> granted =
                grants.stream().flatMap(grant -> grant.of(blob).stream()).max(Comparator.comparing(Granted::everybody));
        if (granted.isEmpty() || !blobs.contains(blob)) {
            return ResponseEntity.notFound()
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        MediaType type = type(granted.get().mediaType());
        boolean shown = SHOWN.matcher(essence(type)).matches();
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .eTag(tag(type, sha256))
                .cacheControl(kept(granted.get().everybody()))
                .contentType(shown ? type : MediaType.APPLICATION_OCTET_STREAM)
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition(shown, name).toString());
        if (!MediaType.APPLICATION_PDF.equalsTypeAndSubtype(type)) {
            answer.header("Content-Security-Policy", SANDBOX);
        }
        return answer.body(new BlobResource(blobs, blob));
    }

    /** Where the server may compress, two answers can differ in their bytes, which only a weak tag allows. */
    private static String tag(MediaType type, String sha256) {
        String strong = '"' + sha256 + '"';
        return type.getSubtype().endsWith("+xml") || type.getType().equals("text") ? "W/" + strong : strong;
    }

    private static CacheControl kept(boolean everybody) {
        CacheControl forEver = CacheControl.maxAge(Duration.ofDays(365)).immutable();
        return everybody ? forEver.cachePublic() : forEver.cachePrivate();
    }

    private static ContentDisposition disposition(boolean shown, String name) {
        return (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(name, StandardCharsets.UTF_8)
                .build();
    }

    private static MediaType type(String written) {
        try {
            MediaType type = MediaType.asMediaType(MimeTypeUtils.parseMimeType(written));
            return Set.of("text/plain", "text/vtt").contains(essence(type)) ? new MediaType(type, StandardCharsets.UTF_8) : type;
        } catch (InvalidMimeTypeException unknown) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }

    private static String essence(MediaType type) {
        return type.getType() + "/" + type.getSubtype();
    }

    /** A blob as Spring reads it; its length is known, so that ranges of it can be asked for. */
    private static final class BlobResource extends AbstractResource {

        private final Blobs blobs;
        private final BlobId blob;

        BlobResource(Blobs blobs, BlobId blob) {
            this.blobs = blobs;
            this.blob = blob;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return blobs.open(blob).orElseThrow(() -> new FileNotFoundException(blob.toString()));
        }

        @Override
        public long contentLength() throws IOException {
            return blobs.size(blob).orElseThrow(() -> new FileNotFoundException(blob.toString()));
        }

        @Override
        public String getDescription() {
            return "blob " + blob;
        }
    }
}
