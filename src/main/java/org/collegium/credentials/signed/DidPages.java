package org.collegium.credentials.signed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.collegium.credentials.keys.Issuer;
import org.collegium.credentials.keys.IssuerKey;
import org.collegium.credentials.keys.IssuerKeys;
import org.collegium.identity.PublicAddresses;
import org.collegium.partners.Partner;
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

/** Publishes the keys of issuers where {@code did:web} looks for them; at most two queries each, no session. */
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
        return PublicAddresses.of("/.well-known/did.json", "/issuers.json", "/status-lists/**");
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

    /** Who issues here, and with which keys, so that a key is known without asking about one certificate; two queries. */
    @GetMapping("/issuers.json")
    ResponseEntity<Map<String, Object>> ofAll() {
        Map<Issuer, List<String>> known = keys.vouched().stream()
                .collect(Collectors.groupingBy(
                        IssuerKey::issuer,
                        LinkedHashMap::new,
                        Collectors.mapping(key -> key.publicKey().did(), Collectors.toList())));
        List<Map<String, Object>> issuers = new ArrayList<>();
        List<String> ofAlliance = known.get(Issuer.ALLIANCE);
        if (ofAlliance != null) {
            issuers.add(Map.of("id", names.web(Issuer.ALLIANCE).orElseThrow(DidPages::missing), "keys", ofAlliance));
        }
        for (Partner partner : partners.all()) {
            List<String> vouched = known.get(Issuer.of(partner.id()));
            if (vouched != null) {
                issuers.add(
                        Map.of("id", names.web(partner), "name", partner.data().name(), "keys", vouched));
            }
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(Map.of("issuers", issuers));
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
