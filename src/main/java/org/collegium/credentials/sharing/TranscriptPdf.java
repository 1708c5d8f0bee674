package org.collegium.credentials.sharing;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.collegium.credentials.PagePdf;
import org.collegium.credentials.PaperLanguages;
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

    /** From left to right; the printer does not turn tables round where one reads from right to left. */
    private static final List<String> COLUMNS = List.of("course", "work", "when");

    private final SpringTemplateEngine templates;
    private final PaperLanguages languages;
    private final String address;

    TranscriptPdf(
            SpringTemplateEngine templates, PaperLanguages languages, @Value("${collegium.address}") String address) {
        this.templates = templates;
        this.languages = languages;
        this.address = address;
    }

    /** @param wanted what the reader reads; the signed record inside is the same in each language */
    byte[] draw(String token, Transcripts.Shown shown, Locale wanted) {
        SignedCredential signed = shown.transcript();
        Locale language = languages.of(wanted);
        boolean rightToLeft = PaperLanguages.isRightToLeft(language);
        return PdfAttachment.attached(
                PagePdf.print(html(token, shown, language, rightToLeft), rightToLeft),
                signed,
                signed.at(),
                "Comprehensive Learner Record 2.0");
    }

    private String html(String token, Transcripts.Shown shown, Locale language, boolean rightToLeft) {
        return templates.process(
                TEMPLATE,
                new Context(
                        language,
                        Map.of(
                                "language",
                                language.toLanguageTag(),
                                "rightToLeft",
                                rightToLeft,
                                "columns",
                                rightToLeft ? COLUMNS.reversed() : COLUMNS,
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
