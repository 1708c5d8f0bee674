package org.collegium.credentials.templates;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.collegium.credentials.JoinedLetters;
import org.jspecify.annotations.Nullable;

/**
 * Lays a page out and prints it as PDF/A-3a and PDF/UA-1. It takes the fonts that the letters of the page need, since reading
 * the one of Chinese takes longer than all else.
 */
final class PagePrinter {

    private static final double MILLIMETRE = 72 / 25.4;
    private static final int CHINESE_FROM = 0x2E80;

    private PagePrinter() {}

    /** Where a block stands on the page, in millimetres. */
    record Spot(double left, double top, double width, double height) {

        double bottom() {
            return top + height;
        }
    }

    /**
     * A page that was printed.
     *
     * @param spots where those of the elements stand that take room
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, compared nowhere
    record Printed(byte[] pdf, Map<String, Spot> spots) {}

    /** Where those of these elements stand that take room. */
    static Map<String, Spot> layOut(String html, Design design, boolean rightToLeft, Collection<String> ids) {
        try (BatikSVGDrawer drawer = new BatikSVGDrawer();
                PdfBoxRenderer renderer =
                        builder(html, design, rightToLeft, drawer).buildPdfRenderer()) {
            renderer.layout();
            return spots(renderer, ids);
        }
    }

    static Printed print(String html, Design design, boolean rightToLeft, Collection<String> ids) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BatikSVGDrawer drawer = new BatikSVGDrawer();
                PdfBoxRenderer renderer = builder(html, design, rightToLeft, drawer)
                        .toStream(bytes)
                        .buildPdfRenderer()) {
            renderer.layout();
            Map<String, Spot> spots = spots(renderer, ids);
            renderer.createPDF();
            return new Printed(JoinedLetters.named(bytes.toByteArray()), spots);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, Spot> spots(PdfBoxRenderer renderer, Collection<String> ids) {
        double unit = renderer.getDotsPerPoint() * MILLIMETRE;
        Map<String, Spot> spots = new HashMap<>();
        for (String id : ids) {
            @Nullable Box box = renderer.getSharedContext().getBoxById(id);
            if (box != null) {
                spots.put(
                        id,
                        new Spot(
                                box.getAbsX() / unit,
                                box.getAbsY() / unit,
                                box.getWidth() / unit,
                                box.getHeight() / unit));
            }
        }
        return spots;
    }

    private static PdfRendererBuilder builder(String html, Design design, boolean rightToLeft, BatikSVGDrawer drawer) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        latin(builder, design.typeface());
        if (design.typeface() != Design.Typeface.SERIF) {
            latin(builder, Design.Typeface.SERIF);
        }
        Set<Script> scripts = Script.of(html);
        scripts.forEach(script -> builder.useFont(() -> font(script.file), script.family, 400, FontStyle.NORMAL, true));
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.defaultTextDirection(rightToLeft ? TextDirection.RTL : TextDirection.LTR);
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useUriResolver((base, uri) -> uri.startsWith("data:image/png;base64,") ? uri : null);
        builder.useSVGDrawer(drawer);
        builder.withHtmlContent(html, null);
        return builder;
    }

    private static void latin(PdfRendererBuilder builder, Design.Typeface typeface) {
        builder.useFont(() -> font(typeface.file() + "_400Regular"), typeface.family(), 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font(typeface.file() + "_600SemiBold"), typeface.family(), 600, FontStyle.NORMAL, true);
    }

    /** Those that have a font of their own. */
    private enum Script {
        ARABIC("Noto Naskh Arabic", "NotoNaskhArabic_400Regular"),
        DEVANAGARI("Noto Serif Devanagari", "NotoSerifDevanagari_400Regular"),
        CHINESE("Noto Serif SC", "NotoSerifSC_400Regular");

        private final String family;
        private final String file;

        Script(String family, String file) {
            this.family = family;
            this.file = file;
        }

        static Set<Script> of(String text) {
            Set<Script> found = new TreeSet<>();
            text.codePoints().forEach(letter -> {
                switch (Character.UnicodeScript.of(letter)) {
                    case ARABIC -> found.add(ARABIC);
                    case DEVANAGARI -> found.add(DEVANAGARI);
                    default -> {
                        if (letter >= CHINESE_FROM) {
                            found.add(CHINESE);
                        }
                    }
                }
            });
            return found;
        }
    }

    private static InputStream font(String name) {
        @Nullable InputStream file = PagePrinter.class.getResourceAsStream("/certificate-fonts/" + name + ".ttf");
        if (file == null) {
            throw new IllegalStateException("The font " + name + " is missing; the build copies it");
        }
        return file;
    }
}
