package org.collegium.credentials;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.collegium.credentials.shaping.FontWithoutRules;
import org.collegium.credentials.shaping.ShapedDrawer;
import org.collegium.credentials.shaping.ShapedTags;
import org.collegium.credentials.shaping.ShapedText;
import org.jspecify.annotations.Nullable;

/**
 * Prints HTML as PDF/A-3a and PDF/UA-1 with its fonts inside. It takes the fonts that the letters need, since reading the one of
 * Chinese takes longer than all else. Decision record 7 says why these fonts, and for which scripts.
 */
public final class PagePdf {

    /** A letter with marks, or a Korean syllable in its parts. */
    private static final Pattern TAKEN_APART =
            Pattern.compile("[^\\p{M}\\p{Cc}]\\p{M}++|[\\u1100-\\u1112][\\u1161-\\u1175][\\u11A8-\\u11C2]?+");

    /** They say how to order letters, as Java does after an Arabic percentage; fonts would draw them. */
    private static final Pattern MARKS_OF_ORDER =
            Pattern.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]++");

    private static final int CHINESE_FROM = 0x2E80;
    private static final int REGULAR = 400;
    private static final int SEMIBOLD = 600;

    private PagePdf() {}

    /**
     * A typeface for Latin, Greek and Cyrillic.
     *
     * @param file how the names of its files begin
     */
    public record Typeface(String family, String file) {

        public static final Typeface SERIF = new Typeface("Source Serif 4", "SourceSerif4");
    }

    /** A page that brings no pictures but drawings of its own. */
    public static byte[] print(String html, boolean rightToLeft) {
        try (BatikSVGDrawer drawer = new BatikSVGDrawer();
                PdfBoxRenderer renderer = builder(html, List.of(Typeface.SERIF), rightToLeft, drawer)
                        .useUriResolver((base, uri) -> null)
                        .buildPdfRenderer()) {
            return bytes(renderer);
        }
    }

    /** The page that was laid out, or is now, as a file. */
    public static byte[] bytes(PdfBoxRenderer renderer) {
        try {
            PDDocument document = renderer.createPDFKeepOpen();
            ShapedTags.say(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What prints a page; what it may read and where it writes is to be said. */
    public static PdfRendererBuilder builder(
            String written, List<Typeface> typefaces, boolean rightToLeft, BatikSVGDrawer drawer) {
        String html = composed(written);
        String latin = typefaces.getFirst().file();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        for (Typeface typeface : typefaces) {
            use(builder, typeface.family(), typeface.file() + "_400Regular", REGULAR);
            use(builder, typeface.family(), typeface.file() + "_600SemiBold", SEMIBOLD);
        }
        Script.of(html).forEach(script -> script.use(builder));
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.defaultTextDirection(rightToLeft ? TextDirection.RTL : TextDirection.LTR);
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useSVGDrawer(new ShapedDrawer(drawer, latin));
        builder.withHtmlContent(ShapedText.marked(html), null);
        return builder;
    }

    /**
     * With letters and their marks as one where there is such a letter, since the library does not know where a font has its marks.
     * Letters without marks stay as they are: composing would give some Chinese names another character.
     */
    static String composed(String text) {
        return TAKEN_APART
                .matcher(MARKS_OF_ORDER.matcher(text).replaceAll(""))
                .replaceAll(
                        found -> Matcher.quoteReplacement(Normalizer.normalize(found.group(), Normalizer.Form.NFC)));
    }

    /** Those that have a font of their own; style sheets name their families. */
    private enum Script {
        ARABIC("Noto Naskh Arabic", "NotoNaskhArabic", false),
        HEBREW("Noto Serif Hebrew", "NotoSerifHebrew", false),
        DEVANAGARI("Noto Serif Devanagari", "NotoSerifDevanagari", true),
        BENGALI("Noto Serif Bengali", "NotoSerifBengali", true),
        TAMIL("Noto Sans Tamil", "NotoSansTamil", true),
        TELUGU("Noto Serif Telugu", "NotoSerifTelugu", true),
        THAI("Noto Sans Thai", "NotoSansThai", true),
        GEORGIAN("Noto Sans Georgian", "NotoSansGeorgian", true),
        ARMENIAN("Noto Sans Armenian", "NotoSansArmenian", true),
        ETHIOPIC("Noto Sans Ethiopic", "NotoSansEthiopic", true),
        KOREAN("Nanum Myeongjo", "NanumMyeongjo", false),
        CHINESE("Noto Serif SC", "NotoSerifSC", false);

        private final String family;
        private final String file;
        private final boolean twoWeights;

        Script(String family, String file, boolean twoWeights) {
            this.family = family;
            this.file = file;
            this.twoWeights = twoWeights;
        }

        void use(PdfRendererBuilder builder) {
            if (twoWeights) {
                useWithoutRules(builder, "_400Regular", REGULAR);
                useWithoutRules(builder, "_600SemiBold", SEMIBOLD);
            } else {
                PagePdf.use(builder, family, file + "_400Regular", REGULAR);
            }
        }

        private void useWithoutRules(PdfRendererBuilder builder, String name, int weight) {
            builder.useFont(() -> FontWithoutRules.of(font(file + name)), family, weight, FontStyle.NORMAL, true);
        }

        static Set<Script> of(String text) {
            Set<Script> found = new TreeSet<>();
            text.codePoints().forEach(letter -> {
                switch (Character.UnicodeScript.of(letter)) {
                    case ARABIC -> found.add(ARABIC);
                    case HEBREW -> found.add(HEBREW);
                    case DEVANAGARI -> found.add(DEVANAGARI);
                    case BENGALI -> found.add(BENGALI);
                    case TAMIL -> found.add(TAMIL);
                    case TELUGU -> found.add(TELUGU);
                    case THAI -> found.add(THAI);
                    case GEORGIAN -> found.add(GEORGIAN);
                    case ARMENIAN -> found.add(ARMENIAN);
                    case ETHIOPIC -> found.add(ETHIOPIC);
                    case HANGUL -> found.add(KOREAN);
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

    private static void use(PdfRendererBuilder builder, String family, String file, int weight) {
        builder.useFont(() -> font(file), family, weight, FontStyle.NORMAL, true);
    }

    private static InputStream font(String name) {
        @Nullable InputStream file = PagePdf.class.getResourceAsStream("/certificate-fonts/" + name + ".ttf");
        if (file == null) {
            throw new IllegalStateException("The font " + name + " is missing; the build copies it");
        }
        return file;
    }
}
