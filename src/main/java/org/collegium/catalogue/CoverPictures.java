package org.collegium.catalogue;

import java.time.Duration;
import org.collegium.shared.BrandColour;
import org.collegium.shared.CourseCover;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves the drawn covers of courses. An address names all that a drawing depends on, so it may be kept for ever. */
@Controller
class CoverPictures {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @GetMapping("/covers/{edition:[0-9]{1,4}}/{colour:[0-9a-f]{6}}/{key:[a-z0-9][a-z0-9-]{0,63}}.svg")
    ResponseEntity<String> cover(@PathVariable String edition, @PathVariable String colour, @PathVariable String key) {
        return ResponseEntity.ok()
                .eTag("W/\"" + edition + "-" + colour + "-" + key + "\"")
                .cacheControl(FOR_EVER)
                .contentType(MediaType.valueOf("image/svg+xml"))
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .body(new CourseCover(key, new BrandColour("#" + colour)).svg());
    }
}
