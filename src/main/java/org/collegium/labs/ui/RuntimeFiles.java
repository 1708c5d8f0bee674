package org.collegium.labs.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.collegium.identity.PublicAddresses;
import org.collegium.labs.browser.BrowserWheels;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Python for the browser. Its files are public and say nothing of anybody. What is loaded from here is without an origin,
 * reaches these files and nothing else, neither the platform nor the world, whatever a notebook tells it to.
 */
@RestController
class RuntimeFiles {

    static final String ADDRESS = "/labs/runtime/";

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=utf-8");
    private static final Map<String, MediaType> FILES = Map.of(
            "frame.html",
            new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8),
            "frame.js",
            SCRIPT,
            "pyodide.mjs",
            SCRIPT,
            "pyodide.asm.mjs",
            SCRIPT,
            "pyodide.asm.wasm",
            MediaType.parseMediaType("application/wasm"),
            "python_stdlib.zip",
            MediaType.APPLICATION_OCTET_STREAM,
            "pyodide-lock.json",
            MediaType.APPLICATION_JSON,
            "snapshot.bin",
            MediaType.APPLICATION_OCTET_STREAM);

    private final String name = BrowserWheels.current();

    @Bean
    static PublicAddresses runtimeAddresses() {
        return PublicAddresses.of(ADDRESS + "**");
    }

    /** Where the runtime of this build is, with a slash at the end. */
    String address() {
        return ADDRESS + name + "/";
    }

    @GetMapping(ADDRESS + "{name:[0-9a-f]{12}}/{file:[a-z._-]+}")
    ResponseEntity<Resource> file(@PathVariable String name, @PathVariable String file, HttpServletRequest request) {
        MediaType type = FILES.get(file);
        Resource plain = new ClassPathResource(BrowserWheels.RUNTIME + name + "/" + file);
        if (type == null || !plain.exists()) {
            return ResponseEntity.notFound()
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        Resource packed = new ClassPathResource(BrowserWheels.RUNTIME + name + "/" + file + ".br");
        boolean small = takesBrotli(request.getHeader(HttpHeaders.ACCEPT_ENCODING)) && packed.exists();
        ResponseEntity.BodyBuilder answer = isolated(ResponseEntity.ok(), name)
                .contentType(type)
                .cacheControl(FOR_EVER)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (small) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "br");
        }
        return answer.body(small ? packed : plain);
    }

    /** Readable by a frame without an origin, and a document without one when opened by itself. */
    static ResponseEntity.BodyBuilder isolated(ResponseEntity.BodyBuilder answer, String name) {
        return answer.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("X-Frame-Options", "SAMEORIGIN")
                .header("Content-Security-Policy", policy(name));
    }

    /** A document without an origin has no 'self', so the folder is named in full. */
    private static String policy(String name) {
        String folder = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(ADDRESS + name + "/")
                .toUriString();
        return "sandbox allow-scripts; default-src 'none'; script-src " + folder
                + " blob: 'wasm-unsafe-eval'; connect-src " + folder + "; worker-src blob:; frame-ancestors 'self'";
    }

    private static boolean takesBrotli(@Nullable String accepted) {
        return accepted != null && accepted.matches("(?i).*\\bbr\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
    }
}
