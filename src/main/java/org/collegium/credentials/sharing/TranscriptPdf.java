package org.collegium.credentials.sharing;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private static final List<Face> FACES = List.of(
            new Face("Source Serif 4", "SourceSerif4_400Regular", 400),
            new Face("Source Serif 4", "SourceSerif4_600SemiBold", 600),
            new Face("Noto Naskh Arabic", "NotoNaskhArabic_400Regular", 400),
            new Face("Noto Serif Devanagari", "NotoSerifDevanagari_400Regular", 400),
            new Face("Noto Serif SC", "NotoSerifSC_400Regular", 400));

    private final SpringTemplateEngine templates;
    private final String address;

    TranscriptPdf(SpringTemplateEngine templates, @Value("${collegium.address}") String address) {
        this.templates = templates;
        this.address = address;
    }

    private record Face(String family, String file, int weight) {}

    byte[] draw(String token, Transcripts.Shown shown) {
        SignedCredential signed = shown.transcript();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        FACES.forEach(
                face -> builder.useFont(() -> font(face.file()), face.family(), face.weight(), FontStyle.NORMAL, true));
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.defaultTextDirection(TextDirection.LTR);
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useUriResolver((base, uri) -> null);
        builder.withHtmlContent(html(token, shown), null);
        builder.toStream(bytes);
        try {
            builder.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return PdfAttachment.attached(bytes.toByteArray(), signed, signed.at(), "Comprehensive Learner Record 2.0");
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

    private static InputStream font(String name) {
        InputStream file = TranscriptPdf.class.getResourceAsStream("/certificate-fonts/" + name + ".ttf");
        if (file == null) {
            throw new IllegalStateException("The font " + name + " is missing; the build copies it");
        }
        return file;
    }
}
