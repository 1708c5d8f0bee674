package org.collegium.assessment.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.content.PersonalFiles;
import org.collegium.identity.PublicAddresses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves files that were handed in to those who may read them; for all others they are not there. Nothing of them can run as a page of
 * this platform: few types are shown, in a sandbox and as the type that was found, and all others are saved by the browser.
 */
@RestController
class HandedInFilePages {

    static final String ADDRESS = "/answer-files";

    private static final MediaType PLAIN = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final Set<String> SHOWN =
            Set.of("application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "text/plain");

    /** Scripts, forms, frames and requests are refused, and the page has an origin of its own. */
    private static final String SANDBOX =
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'; sandbox";

    /** Browsers show no PDF in a sandbox; their viewers have none of the rights of the page, and this takes the rest. */
    private static final String PDF =
            "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final HandedInFiles handedIn;
    private final PersonalFiles files;

    HandedInFilePages(HandedInFiles handedIn, PersonalFiles files) {
        this.handedIn = handedIn;
        this.files = files;
    }

    @Configuration
    static class Addresses {

        @Bean
        PublicAddresses addressesOfHandedInFiles() {
            return PublicAddresses.of(ADDRESS + "/**");
        }
    }

    /** @param save whether it is saved though it could be shown */
    @GetMapping(ADDRESS + "/{id}")
    ResponseEntity<Resource> serve(@PathVariable String id, @RequestParam(defaultValue = "false") boolean save)
            throws IOException {
        Optional<HandedInFiles.HandedIn> found = id(id).flatMap(handedIn::find);
        Resource file = found.map(one -> files.resource(one.content())).orElse(null);
        if (file == null || found.isEmpty()) {
            return ResponseEntity.notFound()
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        String type = found.get().mediaType();
        boolean shown = SHOWN.contains(type) && !save;
        ContentDisposition.Builder disposition = shown ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore().cachePrivate())
                .contentType(shown ? type(type) : MediaType.APPLICATION_OCTET_STREAM)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", type.equals(MediaType.APPLICATION_PDF_VALUE) ? PDF : SANDBOX)
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Referrer-Policy", "no-referrer")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(found.get().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file);
    }

    private static MediaType type(String found) {
        return found.equals("text/plain") ? PLAIN : MediaType.parseMediaType(found);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
