package org.collegium.identity.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.collegium.identity.Access;
import org.collegium.identity.SignedIn;
import org.collegium.identity.domain.OwnData;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What the platform keeps about the signed-in person, as one JSON file. */
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
    ResponseEntity<byte[]> download() {
        SignedIn person = access.current().orElseThrow();
        String name = "collegium-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + ".json";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(data.export(person.account()));
    }
}
