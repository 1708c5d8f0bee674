package org.collegium.credentials.signed;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.credentials.templates.LookRef;
import org.collegium.credentials.templates.TemplateId;
import org.collegium.identity.PublicAddresses;
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

/** The pictures of achievements, which say nothing of anybody, for whoever shows one; few queries, no session. */
@Controller
class BadgePages {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");
    private static final Duration KEPT = Duration.ofDays(1);

    private final PublicBadges badges;

    BadgePages(PublicBadges badges) {
        this.badges = badges;
    }

    @Bean
    static PublicAddresses addressesOfBadges() {
        return PublicAddresses.of("/badges/**");
    }

    @GetMapping("/badges/{course}/{version}.svg")
    ResponseEntity<byte[]> picture(@PathVariable String course, @PathVariable String version) {
        return id(course)
                .flatMap(known -> number(version).flatMap(number -> badges.plain(known, number)))
                .map(BadgePages::answer)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** In the colour and with the logo of the version of a template by which such certificates were issued. */
    @GetMapping("/badges/{course}/{version}/{template}-v{number}.svg")
    ResponseEntity<byte[]> picture(
            @PathVariable String course,
            @PathVariable String version,
            @PathVariable String template,
            @PathVariable String number) {
        return id(course)
                .flatMap(known -> number(version)
                        .flatMap(of -> look(template, number).flatMap(look -> badges.designed(known, of, look))))
                .map(BadgePages::answer)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<byte[]> answer(byte[] svg) {
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(svg);
    }

    private static Optional<LookRef> look(String template, String number) {
        try {
            TemplateId id = new TemplateId(UUID.fromString(template));
            return number(number).map(known -> new LookRef(id, known));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static Optional<CourseId> id(String text) {
        try {
            return Optional.of(new CourseId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[1-9]\\d{0,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
