package org.collegium.credentials.sharing;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.collegium.credentials.PagePdf;
import org.collegium.credentials.PdfAttachment;
import org.collegium.credentials.signed.SignedCredential;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Draws a transcript as PDF/A-3a with the signed record inside; with the fonts of certificates (decision 7). */
@Component
class TranscriptPdf {

    private static final String TEMPLATE = "credentials/transcript";

    private final SpringTemplateEngine templates;
    private final String address;

    TranscriptPdf(SpringTemplateEngine templates, @Value("${collegium.address}") String address) {
        this.templates = templates;
        this.address = address;
    }

    byte[] draw(String token, Transcripts.Shown shown) {
        SignedCredential signed = shown.transcript();
        return PdfAttachment.attached(
                PagePdf.print(html(token, shown)), signed, signed.at(), "Comprehensive Learner Record 2.0");
    }

    private String html(String token, Transcripts.Shown shown) {
        Locale language = Locale.ENGLISH;
        return templates.process(
                TEMPLATE,
                new Context(
                        language,
                        Map.of(
                                "language",
                                language.toLanguageTag(),
                                "holder",
                                shown.parts().getFirst().learnerName(),
                                "parts",
                                shown.parts(),
                                "signedAt",
                                shown.transcript().at(),
                                "address",
                                address.replaceFirst("^https?://", "") + "/shared/" + token,
                                "verify",
                                address.replaceFirst("^https?://", "") + "/verify",
                                "day",
                                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                        .withLocale(language)
                                        .withZone(ZoneOffset.UTC))));
    }
}
