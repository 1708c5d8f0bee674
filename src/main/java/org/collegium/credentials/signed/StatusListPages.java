package org.collegium.credentials.signed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.collegium.credentials.proof.CredentialToken;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Publishes status lists at addresses that stay, to anybody, without a session. */
@Controller
class StatusListPages {

    static final MediaType CREDENTIAL = MediaType.parseMediaType("application/vc");
    static final MediaType JSON_LD = MediaType.parseMediaType("application/ld+json");
    static final MediaType TOKEN = MediaType.parseMediaType("application/" + CredentialToken.TYPE);

    /** So long a revocation may stay unseen by those who keep the list. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final PublishedStatusLists lists;

    StatusListPages(PublishedStatusLists lists) {
        this.lists = lists;
    }

    @GetMapping(
            path = "/status-lists/{list}/{purpose}",
            produces = {"application/vc", "application/ld+json", "application/json"})
    ResponseEntity<byte[]> document(@PathVariable String list, @PathVariable String purpose) {
        StatusRows.Signed signed = signed(list, purpose);
        return answer(signed, CREDENTIAL, signed.document());
    }

    @GetMapping(path = "/status-lists/{list}/{purpose}", produces = "application/vc+jwt")
    ResponseEntity<byte[]> token(@PathVariable String list, @PathVariable String purpose) {
        StatusRows.Signed signed = signed(list, purpose);
        return answer(signed, TOKEN, signed.token());
    }

    private StatusRows.Signed signed(String list, String purpose) {
        return StatusPurpose.of(purpose)
                .flatMap(known -> read(list).flatMap(id -> lists.find(id, known)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<byte[]> answer(StatusRows.Signed signed, MediaType type, String body) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .eTag(signed.content().substring(0, 32) + "-" + signed.at().toEpochMilli() + "-" + type.getSubtype())
                .varyBy(HttpHeaders.ACCEPT)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<UUID> read(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
