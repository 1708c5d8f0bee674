package org.collegium.labs.ui;

import java.util.Optional;
import org.collegium.labs.browser.BrowserWheels;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/**
 * Packages for Python in the browser, below the runtime's own address, so that what may reach the one may reach the other, and nothing else. A
 * browser asks each time whether what it has is still right: an operator may supply others.
 */
@RestController
class WheelFiles {

    private static final String ADDRESS = RuntimeFiles.ADDRESS + "{name:[0-9a-f]{12}}/wheels/";

    private final BrowserWheels wheels;

    WheelFiles(BrowserWheels wheels) {
        this.wheels = wheels;
    }

    @GetMapping(ADDRESS + "pyodide-lock.json")
    ResponseEntity<byte[]> lock(@PathVariable String name, WebRequest request) {
        return request.checkNotModified(wheels.lockTag())
                ? notModified(name)
                : answer(name, wheels.lockTag())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(wheels.lockFile());
    }

    @GetMapping(ADDRESS + "{file:.+\\.(?:whl|zip|tar)}")
    ResponseEntity<byte[]> wheel(@PathVariable String name, @PathVariable String file, WebRequest request) {
        Optional<String> sha256 = wheels.sha256(file);
        Optional<byte[]> content = wheels.content(file);
        if (sha256.isEmpty() || content.isEmpty()) {
            return RuntimeFiles.isolated(ResponseEntity.status(404), name)
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        return request.checkNotModified(sha256.get())
                ? notModified(name)
                : answer(name, sha256.get())
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body(content.get());
    }

    private static ResponseEntity.BodyBuilder answer(String name, String tag) {
        return RuntimeFiles.isolated(ResponseEntity.ok(), name)
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePublic());
    }

    private static ResponseEntity<byte[]> notModified(String name) {
        return RuntimeFiles.isolated(ResponseEntity.status(304), name)
                .cacheControl(CacheControl.noCache().cachePublic())
                .build();
    }
}
