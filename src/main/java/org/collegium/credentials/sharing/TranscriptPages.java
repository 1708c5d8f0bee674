package org.collegium.credentials.sharing;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.collegium.credentials.VerifyThrottle;
import org.collegium.credentials.signed.SignedCredential;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands a transcript to whoever has its link, without a session: three queries. */
@Controller
class TranscriptPages {

    private final Transcripts transcripts;
    private final TranscriptPdf pdf;
    private final VerifyThrottle throttle;

    TranscriptPages(Transcripts transcripts, TranscriptPdf pdf, VerifyThrottle throttle) {
        this.transcripts = transcripts;
        this.pdf = pdf;
        this.throttle = throttle;
    }

    @GetMapping("/shared/{token}/transcript.{form:pdf|json|jwt}")
    ResponseEntity<byte[]> download(
            @PathVariable String token, @PathVariable String form, Locale language, HttpServletRequest request) {
        Optional<Duration> waiting = throttle.waiting(request.getRemoteAddr());
        if (waiting.isPresent()) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(waiting.get().toSeconds()))
                    .build();
        }
        Optional<Transcripts.Shown> shown = transcripts.open(token);
        if (shown.isEmpty()) {
            throttle.missed(request.getRemoteAddr());
            return ResponseEntity.notFound().build();
        }
        SignedCredential signed = shown.get().transcript();
        return switch (form) {
            case "json" -> file(form, "application/vc", bytes(signed.document()));
            case "jwt" -> file(form, "application/vc+jwt", bytes(signed.token()));
            default -> file(form, MediaType.APPLICATION_PDF_VALUE, pdf.draw(token, shown.get(), language));
        };
    }

    private static ResponseEntity<byte[]> file(String form, String type, byte[] body) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("transcript." + form)
                                .build()
                                .toString())
                .body(body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
