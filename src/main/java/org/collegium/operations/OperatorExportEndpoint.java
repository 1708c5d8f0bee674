package org.collegium.operations;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.collegium.courses.CourseExport;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives courses as zips to the command on this machine, written as they are read. */
@RestController
class OperatorExportEndpoint {

    private final OperatorExports exports;

    OperatorExportEndpoint(OperatorExports exports) {
        this.exports = exports;
    }

    @GetMapping("/operator/export")
    void run(@RequestParam String course, @RequestParam String version, HttpServletResponse response)
            throws IOException {
        Optional<CourseExport> export = exports.find(course, version);
        if (export.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            response.setContentType(MediaType.TEXT_PLAIN_VALUE);
            response.getOutputStream()
                    .write(ExportCommand.missing(course, version).getBytes(StandardCharsets.UTF_8));
            return;
        }
        response.setContentType("application/zip");
        export.get().writeZip(response.getOutputStream());
    }
}
