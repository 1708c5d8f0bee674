package org.collegium.credentials.shaping;

import com.openhtmltopdf.css.style.CalculatedStyle;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.css.value.FontSpecification;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer.SVGImage;
import com.openhtmltopdf.outputdevice.helper.FontResolverHelper;
import com.openhtmltopdf.pdfboxout.PdfBoxFSFont;
import com.openhtmltopdf.pdfboxout.PdfBoxFastOutputDevice;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver.FontDescription;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.FSFontMetrics;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * A word as outlines in the size, weight and colour of the text around it. Its letters are written over it so that nobody sees
 * them, one by one: so the word can be searched and copied.
 */
final class ShapedWord implements SVGImage {

    private static final int STRONG = 600;

    private final String word;
    private final CalculatedStyle style;
    private final PdfBoxFSFont around;
    private final double above;
    private final double below;
    private final ShapedFont.Outline outline;

    ShapedWord(String word, String font, Box box, CssContext context) {
        this.word = word;
        this.style = box.getStyle();
        this.around = (PdfBoxFSFont) style.getFSFont(context);
        FSFontMetrics metrics = style.getFSFontMetrics(context);
        this.above = (style.getLineHeight(context) + metrics.getAscent() - metrics.getDescent()) / 2;
        this.below = ShapedText.BELOW * around.getSize2D();
        boolean strong = FontResolverHelper.convertWeightToInt(style.getFont(context).fontWeight) >= STRONG;
        this.outline =
                ShapedFont.of(font + (strong ? "_600SemiBold" : "_400Regular")).outline(word);
    }

    @Override
    public int getIntrinsicWidth() {
        return (int) Math.ceil(outline.width() * around.getSize2D());
    }

    /** As far up as a line of text reaches, so that no line becomes higher by a word, and one without text hardly lower. */
    @Override
    public int getIntrinsicHeight() {
        return (int) (above + below);
    }

    @Override
    public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
        double base = y + getIntrinsicHeight() - below;
        AffineTransform place = AffineTransform.getTranslateInstance(x, base);
        double scale = ShapedFont.Outline.scale(around.getSize2D());
        place.scale(scale, scale);
        device.setColor(style.getColor());
        device.fill(place.createTransformedShape(outline.shape()));
        write((PdfBoxFastOutputDevice) device, x, base);
    }

    private void write(PdfBoxFastOutputDevice page, double x, double base) {
        List<Letter> letters = word.codePoints()
                .mapToObj(this::letter)
                .flatMap(Optional::stream)
                .toList();
        double natural = letters.stream().mapToDouble(Letter::width).sum();
        if (natural == 0) {
            return;
        }
        // As wide as the word is drawn, so that no reader of the file sees gaps between the letters.
        double size = outline.width() * around.getSize2D() / natural;
        FontSpecification before = page.getFontSpecification();
        page.setFontSpecification(null); // else the library would make letters bold, and so seen
        page.getCurrentPage().saveGraphics();
        page.getCurrentPage().setRenderingMode(RenderingMode.NEITHER);
        double at = x;
        for (Letter letter : letters) {
            page.drawStringFast(letter.text(), (float) at, (float) base, null, letter.font(), (float) size);
            at += letter.width() * size;
        }
        page.getCurrentPage().restoreGraphics();
        page.setFontSpecification(before);
    }

    /** A letter, the first font that has it, and its width in parts of the size. */
    private record Letter(String text, FontDescription font, double width) {}

    private Optional<Letter> letter(int code) {
        String text = Character.toString(code);
        return around.getFontDescriptions().stream()
                .filter(font -> has(font, text))
                .findFirst()
                .map(font -> new Letter(text, font, width(font, text)));
    }

    private static boolean has(FontDescription font, String letter) {
        try {
            return font.isFontAvailable() && font.getFont().encode(letter).length > 0;
        } catch (IllegalArgumentException none) {
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static double width(FontDescription font, String letter) {
        try {
            return font.getFont().getStringWidth(letter) / 1000;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
