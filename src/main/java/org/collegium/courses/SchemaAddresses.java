package org.collegium.courses;

import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves the JSON Schemas of the course format to everyone, for editors and for programs of partners. */
@RestController
class SchemaAddresses {

    private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");

    /** A schema by its name, such as {@code collegium-course-1.json}. */
    @GetMapping("/schemas/{name:collegium-[a-z]{1,20}-[0-9]{1,3}}.json")
    ResponseEntity<Resource> schema(@PathVariable String name) {
        Resource schema = new ClassPathResource("schemas/" + name + ".json");
        return schema.exists()
                ? ResponseEntity.ok()
                        .contentType(SCHEMA)
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                        .header("Access-Control-Allow-Origin", "*")
                        .body(schema)
                : ResponseEntity.notFound().build();
    }
}
