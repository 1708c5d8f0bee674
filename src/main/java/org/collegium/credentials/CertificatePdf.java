package org.collegium.credentials;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.collegium.credentials.signed.SignedCredential;
import org.collegium.credentials.templates.Looks;
import org.collegium.shared.BrandColour;
import org.collegium.shared.messages.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Draws a certificate as a PDF: one page, A4 across, with its fonts inside.
 */
@Component
class CertificatePdf {

    private static final String TEMPLATE = "credentials/certificate";
    private static final int LONG_NAME = 34;
    private static final int LONG_TITLE = 60;

    private final SpringTemplateEngine templates;
    private final Messages messages;
    private final PaperLanguages languages;
    private final Looks looks;
    private final ProgrammePartRows parts;
    private final String address;

    CertificatePdf(
            SpringTemplateEngine templates,
            Messages messages,
            PaperLanguages languages,
            Looks looks,
            ProgrammePartRows parts,
            @Value("${collegium.address}") String address) {
        this.templates = templates;
        this.messages = messages;
        this.languages = languages;
        this.looks = looks;
        this.parts = parts;
        this.address = address;
    }

    /** The page as bytes, PDF/A-3a and PDF/UA-1; the credential, where there is one, is a file inside. */
    byte[] draw(Certificate certificate, Optional<SignedCredential> credential) {
        byte[] page = looks.pdf(certificate).orElseGet(() -> draw(certificate));
        return credential
                .map(signed -> PdfAttachment.attached(page, signed, certificate.issuedAt()))
                .orElse(page);
    }

    /** As all looked before there were templates, and as those do that have none. */
    byte[] draw(Certificate certificate) {
        return PagePdf.print(html(certificate), PaperLanguages.isRightToLeft(languages.of(certificate.language())));
    }

    String html(Certificate certificate) {
        Locale language = languages.of(certificate.language());
        String verify = address + "/verify/" + certificate.code().grouped();
        Map<String, Object> said = new HashMap<>();
        said.put("certificate", certificate);
        said.put("parts", certificate.programme() ? parts.of(certificate.id()) : List.of());
        said.put("language", language.toLanguageTag());
        said.put("rightToLeft", PaperLanguages.isRightToLeft(language));
        said.put("ground", new BrandColour(certificate.partnerColour()).ground().hex());
        said.put("ink", new BrandColour(certificate.partnerColour()).onLight().hex());
        said.put("qr", QrCode.svg(verify, messages.getMessage("credentials.pdf.qr", null, language)));
        said.put("address", verify.replaceFirst("^https?://", ""));
        said.put(
                "day",
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language)
                        .withZone(ZoneOffset.UTC)
                        .format(certificate.issuedAt()));
        said.put("nameSize", certificate.learnerName().length() > LONG_NAME ? "24pt" : "38pt");
        said.put("titleSize", certificate.courseTitle().length() > LONG_TITLE ? "16pt" : "22pt");
        Context context = new Context(language, said);
        return templates.process(TEMPLATE, context);
    }
}
