package org.collegium.credentials;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.collegium.credentials.signed.CheckedEndorsements;
import org.collegium.credentials.signed.SignedCertificates;
import org.collegium.credentials.signed.SignedCredential;
import org.collegium.identity.PublicAddresses;
import org.collegium.shared.BrandColour;
import org.collegium.shared.ui.PageLanguages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Tells anybody, without a session, whether a certificate is valid, and why: at most seven queries; for certificates of programmes one more, and two for each endorsement. */
@Controller
class VerifyPages {

    private static final int LONGEST_SHOWN = 64;

    private final Certificates certificates;
    private final SignedCertificates signed;
    private final VerifyThrottle throttle;
    private final ProgrammePartRows parts;
    private final CheckedEndorsements endorsements;
    private final FileCheckWords words;
    private final String address;

    VerifyPages(
            Certificates certificates,
            SignedCertificates signed,
            VerifyThrottle throttle,
            ProgrammePartRows parts,
            CheckedEndorsements endorsements,
            FileCheckWords words,
            @Value("${collegium.address}") String address) {
        this.certificates = certificates;
        this.signed = signed;
        this.throttle = throttle;
        this.parts = parts;
        this.endorsements = endorsements;
        this.words = words;
        this.address = address;
    }

    /** Whoever is shown a certificate reads other languages than those who learn here. */
    @Bean
    static PageLanguages languagesOfVerification() {
        return PageLanguages.of("credentials-verify", "/verify", "/shared");
    }

    @Bean
    static PublicAddresses addressOfTheDescription() {
        return PublicAddresses.of("/verification-api.json");
    }

    /** A page to type a code into, or to choose a file at; a code that was typed leads to its own address. */
    @GetMapping("/verify")
    String enter(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String language,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        fresh(response);
        String typed = code == null ? "" : code.strip();
        if (!typed.isEmpty()) {
            Optional<CertificateCode> read = CertificateCode.read(typed);
            if (read.isPresent()) {
                String found = "redirect:/verify/" + read.get().grouped();
                return language == null
                        ? found
                        : found + "?language=" + Locale.forLanguageTag(language).toLanguageTag();
            }
        }
        model.addAttribute("typed", shortened(typed));
        model.addAttribute("malformed", !typed.isEmpty());
        model.addAttribute("fileWords", words.in(locale));
        model.addAttribute("address", address);
        return "credentials/verify";
    }

    /** What programs may ask, as OpenAPI. */
    @GetMapping(path = "/verification-api.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Resource> api() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(new ClassPathResource("openapi/verification.json"));
    }

    @GetMapping(path = "/verify/{code}", produces = MediaType.TEXT_HTML_VALUE)
    String verify(
            @PathVariable String code,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        fresh(response);
        Optional<Duration> waiting = throttle.waiting(request.getRemoteAddr());
        if (waiting.isPresent()) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(waiting.get().toSeconds()));
            model.addAttribute("seconds", waiting.get().toSeconds());
            return "credentials/slow";
        }
        Verdict verdict = verdict(code, request);
        if (verdict instanceof Verdict.Unknown) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        model.addAttribute("typed", shortened(code));
        model.addAttribute("day", day(locale));
        describe(verdict, model);
        if (model.getAttribute("certificate") instanceof Certificate certificate && !certificate.holderErased()) {
            model.addAttribute("checked", signed.check(certificate));
            if (certificate.programme()) {
                model.addAttribute("parts", parts(verdict));
                model.addAttribute("endorsements", endorsements.of(certificate));
            }
            certificates.successor(certificate).ifPresent(later -> model.addAttribute("successor", later));
        }
        return "credentials/verdict";
    }

    @GetMapping(path = "/verify/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<VerifiedCertificate> verifyForProgram(@PathVariable String code, HttpServletRequest request) {
        Optional<Duration> waiting = throttle.waiting(request.getRemoteAddr());
        if (waiting.isPresent()) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(waiting.get().toSeconds()))
                    .build();
        }
        Verdict verdict = verdict(code, request);
        VerifiedCertificate body = CertificateCode.read(code)
                .map(read -> VerifiedCertificate.of(read, verdict).with(parts(verdict)))
                .orElseGet(() -> VerifiedCertificate.unknown(shortened(code)));
        return ResponseEntity.status(verdict instanceof Verdict.Unknown ? HttpStatus.NOT_FOUND : HttpStatus.OK)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .varyBy(HttpHeaders.ACCEPT)
                .body(body);
    }

    /** The signed form itself; programs verify it by themselves and ask its issuer for the status. */
    @GetMapping(
            path = "/verify/{code}",
            produces = {"application/vc", "application/ld+json"})
    ResponseEntity<byte[]> document(@PathVariable String code, HttpServletRequest request) {
        return signed(code, request, "application/vc", SignedCredential::document);
    }

    /** The same as a token. */
    @GetMapping(path = "/verify/{code}", produces = "application/vc+jwt")
    ResponseEntity<byte[]> token(@PathVariable String code, HttpServletRequest request) {
        return signed(code, request, "application/vc+jwt", SignedCredential::token);
    }

    private ResponseEntity<byte[]> signed(
            String code, HttpServletRequest request, String type, Function<SignedCredential, String> form) {
        Optional<Duration> waiting = throttle.waiting(request.getRemoteAddr());
        if (waiting.isPresent()) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(waiting.get().toSeconds()))
                    .build();
        }
        Optional<CertificateCode> read = CertificateCode.read(code);
        Optional<SignedCredential> found = read.flatMap(signed::find);
        if (found.isEmpty()) {
            throttle.missed(request.getRemoteAddr());
        }
        return ResponseEntity.status(found.isEmpty() ? HttpStatus.NOT_FOUND : HttpStatus.OK)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .varyBy(HttpHeaders.ACCEPT)
                .body(found.map(form).orElse("").getBytes(StandardCharsets.UTF_8));
    }

    private Verdict verdict(String code, HttpServletRequest request) {
        Verdict verdict = CertificateCode.read(code).map(certificates::verify).orElseGet(Verdict.Unknown::new);
        if (verdict instanceof Verdict.Unknown) {
            throttle.missed(request.getRemoteAddr());
        }
        return verdict;
    }

    /** What the certificate of a programme rests on, while it says whose it is. */
    private List<ProgrammePart> parts(Verdict verdict) {
        Optional<Certificate> certificate = switch (verdict) {
            case Verdict.Valid(Certificate found) -> Optional.of(found);
            case Verdict.Revoked(Certificate found, Certificate.Revocation why) -> Optional.of(found);
            case Verdict.Suspended(Certificate found, Certificate.Suspension why) -> Optional.of(found);
            case Verdict.Expired(Certificate found, Instant at) -> Optional.of(found);
            case Verdict.Hidden hidden -> Optional.empty();
            case Verdict.Unknown unknown -> Optional.empty();
        };
        return certificate
                .filter(found -> found.programme() && !found.holderErased())
                .map(found -> parts.of(found.id()))
                .orElse(List.of());
    }

    private static void describe(Verdict verdict, Model model) {
        switch (verdict) {
            case Verdict.Valid(Certificate certificate) -> describe("valid", certificate, model);
            case Verdict.Revoked(Certificate certificate, Certificate.Revocation revocation) -> {
                describe("revoked", certificate, model);
                model.addAttribute("revocation", revocation);
            }
            case Verdict.Suspended(Certificate certificate, Certificate.Suspension suspension) -> {
                describe("suspended", certificate, model);
                model.addAttribute("suspension", suspension);
            }
            case Verdict.Expired(Certificate certificate, Instant at) -> describe("expired", certificate, model);
            case Verdict.Hidden(boolean stands) -> {
                model.addAttribute("status", "hidden");
                model.addAttribute("stands", stands);
            }
            case Verdict.Unknown unknown -> model.addAttribute("status", "unknown");
        }
    }

    private static void describe(String status, Certificate certificate, Model model) {
        model.addAttribute("status", status);
        model.addAttribute("certificate", certificate);
        model.addAttribute("brand", new BrandColour(certificate.partnerColour()));
    }

    private static DateTimeFormatter day(Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(ZoneOffset.UTC);
    }

    /** A certificate may be revoked at any time, so nothing keeps the answer. */
    private static void fresh(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN);
    }
}
