package org.collegium.credentials.shaping;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** A font of the class path, whose rules Java knows: it orders and joins glyphs and puts marks where they belong. */
final class ShapedFont {

    /** In this size a font has its own units, so that nothing is rounded. */
    private static final float SIZE = 1000;

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final Map<String, ShapedFont> READ = new ConcurrentHashMap<>();

    private final Font font;

    private ShapedFont(Font font) {
        this.font = font;
    }

    /** The font of this file; read when it is asked for the first time. */
    static ShapedFont of(String file) {
        return READ.computeIfAbsent(file, ShapedFont::read);
    }

    private static ShapedFont read(String file) {
        try (InputStream in = Objects.requireNonNull(
                ShapedFont.class.getResourceAsStream("/certificate-fonts/" + file + ".ttf"),
                () -> "The font " + file + " is missing; the build copies it")) {
            return new ShapedFont(Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(SIZE));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (FontFormatException broken) {
            throw new IllegalStateException("The font " + file + " cannot be read; the build copies it", broken);
        }
    }

    boolean has(String text) {
        return font.canDisplayUpTo(text) < 0;
    }

    /**
     * The glyphs of a word in the order in which they stand.
     */
    GlyphVector glyphs(String word) {
        char[] letters = word.toCharArray();
        return font.layoutGlyphVector(EXACT, letters, 0, letters.length, Font.LAYOUT_LEFT_TO_RIGHT);
    }

    Outline outline(String word) {
        GlyphVector glyphs = glyphs(word);
        return new Outline(
                glyphs.getOutline(),
                glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX() / SIZE);
    }

    /**
     * How a word looks.
     *
     * @param shape in thousandths of the size of the text, from the start of the base line
     * @param width in parts of the size of the text
     */
    record Outline(Shape shape, double width) {

        static double scale(double size) {
            return size / SIZE;
        }
    }
}
