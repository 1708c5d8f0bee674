package org.collegium.credentials.signed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collegium.credentials.keys.Issuer;
import org.collegium.credentials.keys.IssuerKey;
import org.collegium.credentials.keys.IssuerKeys;
import org.collegium.identity.PublicAddresses;
import org.collegium.partners.Partners;
import org.collegium.shared.Slug;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Publishes the keys of issuers where {@code did:web} looks for them; at most two queries, no session. */
@Controller
class DidPages {

    /** So long others may trust a key after it was given up. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final IssuerKeys keys;
    private final IssuerNames names;
    private final Partners partners;

    DidPages(IssuerKeys keys, IssuerNames names, Partners partners) {
        this.keys = keys;
        this.names = names;
        this.partners = partners;
    }

    @Bean
    static PublicAddresses addressesOfKeysAndLists() {
        return PublicAddresses.of("/.well-known/did.json", "/status-lists/**");
    }

    @GetMapping("/.well-known/did.json")
    ResponseEntity<Map<String, Object>> ofAlliance() {
        return document(Issuer.ALLIANCE);
    }

    @GetMapping("/partners/{slug}/did.json")
    ResponseEntity<Map<String, Object>> ofPartner(@PathVariable String slug) {
        return Optional.of(slug)
                .filter(Slug::isOne)
                .flatMap(known -> partners.find(new Slug(known)))
                .map(partner -> document(Issuer.of(partner.id())))
                .orElseThrow(DidPages::missing);
    }

    private ResponseEntity<Map<String, Object>> document(Issuer issuer) {
        List<IssuerKey> published = keys.published(issuer);
        if (published.isEmpty()) {
            throw missing();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(DidDocument.of(names.web(issuer).orElseThrow(DidPages::missing), published));
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
