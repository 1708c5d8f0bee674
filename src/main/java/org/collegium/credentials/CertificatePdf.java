package org.collegium.credentials;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Draws a certificate as a PDF: one page, A4 across, with its fonts inside. Decision record 7 says why these fonts, and
 * for which scripts.
 */
@Component
class CertificatePdf {

    private static final String TEMPLATE = "credentials/certificate";
    private static final List<Face> FACES = List.of(
            new Face("Source Serif 4", "SourceSerif4_400Regular", 400),
            new Face("Source Serif 4", "SourceSerif4_600SemiBold", 600),
            new Face("Noto Naskh Arabic", "NotoNaskhArabic_400Regular", 400),
            new Face("Noto Serif Devanagari", "NotoSerifDevanagari_400Regular", 400),
            new Face("Noto Serif SC", "NotoSerifSC_400Regular", 400));

    private static final int LONG_NAME = 34;
    private static final int LONG_TITLE = 60;

    private final SpringTemplateEngine templates;
    private final Messages messages;
    private final Looks looks;
    private final ProgrammePartRows parts;
    private final String address;

    CertificatePdf(
            SpringTemplateEngine templates,
            Messages messages,
            Looks looks,
            ProgrammePartRows parts,
            @Value("${collegium.address}") String address) {
        this.templates = templates;
        this.messages = messages;
        this.looks = looks;
        this.parts = parts;
        this.address = address;
    }

    private record Face(String family, String file, int weight) {}

    /** The page as bytes, PDF/A-3a and PDF/UA-1; the credential, where there is one, is a file inside. */
    byte[] draw(Certificate certificate, Optional<SignedCredential> credential) {
        byte[] page = looks.pdf(certificate).orElseGet(() -> draw(certificate));
        return credential
                .map(signed -> PdfAttachment.attached(page, signed, certificate.issuedAt()))
                .orElse(page);
    }

    /** As all looked before there were templates, and as those do that have none. */
    byte[] draw(Certificate certificate) {
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
        builder.withHtmlContent(html(certificate), null);
        builder.toStream(bytes);
        try (BatikSVGDrawer drawer = new BatikSVGDrawer()) {
            builder.useSVGDrawer(drawer);
            builder.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return JoinedLetters.named(bytes.toByteArray());
    }

    String html(Certificate certificate) {
        Locale language = language(certificate);
        String verify = address + "/verify/" + certificate.code().grouped();
        Map<String, Object> said = new HashMap<>();
        said.put("certificate", certificate);
        said.put("parts", certificate.programme() ? parts.of(certificate.id()) : List.of());
        said.put("language", language.toLanguageTag());
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

    /** The language of the course where the platform speaks it, else English. */
    private Locale language(Certificate certificate) {
        Locale wanted = Locale.forLanguageTag(certificate.language());
        return messages.languages().stream()
                .filter(known -> known.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private static InputStream font(String name) {
        @Nullable InputStream file = CertificatePdf.class.getResourceAsStream("/certificate-fonts/" + name + ".ttf");
        if (file == null) {
            throw new IllegalStateException("The font " + name + " is missing; the build copies it");
        }
        return file;
    }
}
