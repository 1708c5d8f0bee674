package org.collegium.identity.ui;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.collegium.identity.Access;
import org.collegium.identity.PersonalDataExport.PersonalFile;
import org.collegium.identity.SignedIn;
import org.collegium.identity.domain.OwnData;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What the platform keeps about the signed-in person, as one JSON file; with the files that they handed in, as a zip archive. */
@Controller
class PersonalDataDownload {

    private final Access access;
    private final OwnData data;
    private final Clock clock;

    PersonalDataDownload(Access access, OwnData data, Clock clock) {
        this.access = access;
        this.data = data;
        this.clock = clock;
    }

    @GetMapping("/account/data")
    @Nullable
    ResponseEntity<byte[]> download(HttpServletResponse response) throws IOException {
        SignedIn person = access.current().orElseThrow();
        List<PersonalFile> files = data.files(person.account());
        byte[] json = data.export(person.account());
        if (!files.isEmpty()) {
            response.setContentType("application/zip");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition("zip"));
            write(json, files, response.getOutputStream());
            return null;
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition("json"))
                .body(json);
    }

    /** The data and the files one after the other, so that no more than a piece of one is in memory. */
    private static void write(byte[] json, List<PersonalFile> files, OutputStream target) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(target)) {
            zip.putNextEntry(new ZipEntry("data.json"));
            zip.write(json);
            for (PersonalFile file : files) {
                zip.putNextEntry(new ZipEntry(file.path()));
                file.content().writeTo(zip);
            }
        }
    }

    private String disposition(String ending) {
        String name = "collegium-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + "." + ending;
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
