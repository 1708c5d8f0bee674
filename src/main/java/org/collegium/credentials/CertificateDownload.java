package org.collegium.credentials;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.collegium.credentials.signed.BakedPicture;
import org.collegium.credentials.signed.SignedCertificates;
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
import org.springframework.web.server.ResponseStatusException;

/** Hands a certificate as PDF, as credential and as picture to its holder and to registrars; one that was revoked leads to the page that says so. */
@Controller
class CertificateDownload {

    private final Certificates certificates;
    private final SignedCertificates signed;
    private final CertificatePdf pdf;
    private final BakedPicture pictures;

    CertificateDownload(
            Certificates certificates, SignedCertificates signed, CertificatePdf pdf, BakedPicture pictures) {
        this.certificates = certificates;
        this.signed = signed;
        this.pdf = pdf;
        this.pictures = pictures;
    }

    @GetMapping("/certificates/{id}.{form:pdf|json|jwt|svg|png}")
    ResponseEntity<byte[]> download(@PathVariable String id, @PathVariable String form) {
        Certificate certificate = certificates
                .find(new CertificateId(read(id)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!certificate.valid()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/verify/" + certificate.code().grouped()))
                    .build();
        }
        Optional<SignedCredential> credential = signed.find(certificate.id());
        if (form.equals("pdf")) {
            return file(certificate, form, MediaType.APPLICATION_PDF, pdf.draw(certificate, credential));
        }
        SignedCredential found = credential.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return switch (form) {
            case "json" -> file(certificate, form, MediaType.parseMediaType("application/vc"), bytes(found.document()));
            case "jwt" -> file(certificate, form, MediaType.parseMediaType("application/vc+jwt"), bytes(found.token()));
            case "svg" ->
                file(certificate, form, MediaType.parseMediaType("image/svg+xml"), pictures.svg(certificate, found));
            default -> file(certificate, form, MediaType.IMAGE_PNG, pictures.png(certificate, found));
        };
    }

    private static ResponseEntity<byte[]> file(Certificate certificate, String form, MediaType type, byte[] body) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("certificate-" + certificate.code().grouped() + "." + form)
                                .build()
                                .toString())
                .body(body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static UUID read(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, notAnId);
        }
    }
}
