package org.collegium.credentials.shaping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Hides the rules by which a font joins glyphs from the library that writes it into a PDF. The library would apply some of them to
 * letters that are written one by one, and name no letter for the glyphs that it takes instead; level A of PDF/A asks for one
 * (ISO 19005-3, 6.2.11.7.2).
 */
public final class FontWithoutRules {

    private static final int DIRECTORY = 12;
    private static final int ENTRY = 16;

    private FontWithoutRules() {}

    /** The same font; its table of rules has a name that nobody knows. */
    public static InputStream of(InputStream font) {
        try (font) {
            byte[] bytes = font.readAllBytes();
            int tables = ByteBuffer.wrap(bytes).getShort(4);
            for (int table = 0; table < tables; table++) {
                int at = DIRECTORY + ENTRY * table;
                if ("GSUB".equals(new String(bytes, at, 4, StandardCharsets.US_ASCII))) {
                    bytes[at] = 'X';
                }
            }
            return new ByteArrayInputStream(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
