package org.collegium.operations;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.collegium.courses.EditedThings;
import org.collegium.courses.importing.ImportFailure;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes imports from the command on this machine: the path of a folder or zip, or a zip as the body. */
@RestController
class OperatorImportEndpoint {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final OperatorImports imports;

    OperatorImportEndpoint(OperatorImports imports) {
        this.imports = imports;
    }

    @PostMapping("/operator/import")
    ResponseEntity<String> run(
            @RequestParam String partner,
            @RequestParam(required = false) @Nullable String path,
            @RequestParam(defaultValue = "course.zip") String name,
            @RequestParam(defaultValue = "false") boolean json,
            @RequestParam(defaultValue = "keep") String edits,
            HttpServletRequest request)
            throws IOException {
        EditedThings wish = edits.equals("replace") ? EditedThings.REPLACE : EditedThings.KEEP;
        if (path != null) {
            try {
                return answer(imports.run(partner, Path.of(path), wish), partner, json);
            } catch (InvalidPathException unreadable) {
                return refuse(HttpStatus.BAD_REQUEST, "This is no path: " + path);
            }
        }
        return imports.run(partner, name, request.getInputStream(), wish)
                .map(given -> given.map(all -> answer(Optional.of(all), partner, json))
                        .orElseGet(() -> refuse(
                                HttpStatus.CONTENT_TOO_LARGE, "The archive is larger than a whole course may be.")))
                .orElseGet(() -> answer(Optional.empty(), partner, json));
    }

    @ExceptionHandler
    ResponseEntity<String> failed(ImportFailure failure) {
        return refuse(HttpStatus.INTERNAL_SERVER_ERROR, "The import could not be made: " + failure.getMessage());
    }

    private static ResponseEntity<String> answer(Optional<ImportAnswer> answer, String partner, boolean json) {
        return answer.map(given -> ResponseEntity.status(given.status())
                        .header("Exit-Code", Integer.toString(given.exitCode()))
                        .contentType(json ? MediaType.APPLICATION_JSON : TEXT)
                        .body(given.paper(json)))
                .orElseGet(() -> refuse(HttpStatus.NOT_FOUND, "There is no partner " + partner + "."));
    }

    private static ResponseEntity<String> refuse(HttpStatus status, String sentence) {
        return ResponseEntity.status(status)
                .header("Exit-Code", Integer.toString(ImportAnswer.USAGE))
                .contentType(MediaType.TEXT_PLAIN)
                .body(sentence + "\n");
    }
}
