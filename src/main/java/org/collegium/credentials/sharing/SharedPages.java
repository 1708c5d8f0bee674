package org.collegium.credentials.sharing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.VerifyThrottle;
import org.collegium.credentials.signed.CheckedCredential;
import org.collegium.credentials.signed.SignedCertificates;
import org.collegium.identity.PublicAddresses;
import org.collegium.shared.BrandColour;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows anybody who has a link the certificates behind it, without a session: four queries, and three for each certificate. */
@Controller
class SharedPages {

    private final Sharing sharing;
    private final SignedCertificates signed;
    private final VerifyThrottle throttle;
    private final Transcripts transcripts;
    private final Clock clock;

    SharedPages(
            Sharing sharing, SignedCertificates signed, VerifyThrottle throttle, Transcripts transcripts, Clock clock) {
        this.transcripts = transcripts;
        this.clock = clock;
        this.sharing = sharing;
        this.signed = signed;
        this.throttle = throttle;
    }

    @Bean
    static PublicAddresses addressesOfSharedCertificates() {
        return PublicAddresses.of("/shared/**");
    }

    /**
     * A certificate on the page.
     *
     * @param now when it was looked at
     */
    public record Shown(Certificate certificate, CheckedCredential checked, BrandColour brand, Instant now) {

        /** The last word of the keys of what is said of it. */
        public String status() {
            if (certificate.revocation() != null) {
                return "revoked";
            }
            if (certificate.suspension() != null) {
                return "suspended";
            }
            return certificate.expiredAt(now) ? "expired" : "valid";
        }
    }

    @GetMapping("/shared/{token}")
    String show(
            @PathVariable String token,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Referrer-Policy", "no-referrer");
        Optional<Duration> waiting = throttle.waiting(request.getRemoteAddr());
        if (waiting.isPresent()) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(waiting.get().toSeconds()));
            model.addAttribute("seconds", waiting.get().toSeconds());
            return "credentials/slow";
        }
        Optional<SharedCertificates> found = sharing.open(token);
        if (found.isEmpty()) {
            throttle.missed(request.getRemoteAddr());
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "credentials/not-shared";
        }
        Instant now = clock.instant();
        List<Shown> shown = found.get().certificates().stream()
                .map(certificate -> new Shown(
                        certificate, signed.check(certificate), new BrandColour(certificate.partnerColour()), now))
                .toList();
        model.addAttribute("holder", shown.getFirst().certificate().learnerName());
        model.addAttribute("shown", shown);
        model.addAttribute("endsAt", found.get().endsAt());
        model.addAttribute("transcript", transcripts.there(token) ? "/shared/" + token + "/transcript" : null);
        model.addAttribute(
                "day",
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .withZone(ZoneOffset.UTC));
        return "credentials/shared";
    }
}
