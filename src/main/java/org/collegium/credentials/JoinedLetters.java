package org.collegium.credentials;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.ttf.model.GsubData;
import org.apache.fontbox.ttf.model.ScriptFeature;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;

/**
 * Says which letters stand behind the joined ones of Devanagari. The library that writes fonts into a PDF joins letters by the
 * rules of the font, but names only glyphs that stand for one letter; level A of PDF/A asks for all (ISO 19005-3, 6.2.11.7.2).
 */
public final class JoinedLetters {

    private static final String FONT = "NotoSerifDevanagari";
    private static final int BLOCK = 100;

    private JoinedLetters() {}

    /** The same file, with the letters added to each font of the script that it has. */
    public static byte[] named(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            if (!name(document)) {
                return pdf;
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns whether there was one. */
    private static boolean name(PDDocument document) throws IOException {
        boolean found = false;
        for (PDPage page : document.getPages()) {
            PDResources resources = page.getResources();
            for (COSName name : resources.getFontNames()) {
                PDFont font = Objects.requireNonNull(resources.getFont(name));
                if (font.getName().contains(FONT)) {
                    name(font.getCOSObject());
                    found = true;
                }
            }
        }
        return found;
    }

    private static void name(COSDictionary font) throws IOException {
        COSStream letters = font.getCOSStream(COSName.TO_UNICODE);
        COSDictionary descendant = (COSDictionary) Objects.requireNonNull(font.getCOSArray(COSName.DESCENDANT_FONTS))
                .getObject(0);
        COSBase glyphs = descendant.getDictionaryObject(COSName.CID_TO_GID_MAP);
        if (letters == null || !(glyphs instanceof COSStream used)) {
            return;
        }
        byte[] places = bytes(used);
        SortedMap<Integer, String> missing = new TreeMap<>();
        Joined.LETTERS.forEach((glyph, text) -> {
            int at = 2 * glyph;
            if (at + 1 < places.length && (places[at] != 0 || places[at + 1] != 0)) {
                missing.put(glyph, text);
            }
        });
        if (!missing.isEmpty()) {
            String table = new String(bytes(letters), StandardCharsets.US_ASCII);
            int end = table.lastIndexOf("endcmap");
            COSStream more = new COSStream();
            try (var out = more.createOutputStream(COSName.FLATE_DECODE)) {
                out.write((table.substring(0, end) + lines(missing) + table.substring(end))
                        .getBytes(StandardCharsets.US_ASCII));
            }
            font.setItem(COSName.TO_UNICODE, more);
        }
    }

    private static String lines(SortedMap<Integer, String> missing) {
        List<String> lines = new ArrayList<>();
        missing.forEach((glyph, text) -> lines.add(String.format("<%04X> <%s>", glyph, hex(text))));
        StringBuilder blocks = new StringBuilder();
        for (int from = 0; from < lines.size(); from += BLOCK) {
            List<String> block = lines.subList(from, Math.min(lines.size(), from + BLOCK));
            blocks.append(block.size())
                    .append(" beginbfchar\n")
                    .append(String.join("\n", block))
                    .append("\nendbfchar\n");
        }
        return blocks.toString();
    }

    private static String hex(String text) {
        return text.chars().mapToObj(unit -> String.format("%04X", unit)).collect(Collectors.joining());
    }

    private static byte[] bytes(COSStream stream) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = stream.createInputStream()) {
            in.transferTo(bytes);
        }
        return bytes.toByteArray();
    }

    /** The letters of every joined glyph of the font, read once. */
    private static final class Joined {

        private static final Map<Integer, String> LETTERS = read();

        private Joined() {}

        private static Map<Integer, String> read() {
            try (InputStream file = JoinedLetters.class.getResourceAsStream(
                            "/certificate-fonts/NotoSerifDevanagari_400Regular.ttf");
                    TrueTypeFont font = new TTFParser()
                            .parse(new RandomAccessReadBuffer(
                                    Objects.requireNonNull(file).readAllBytes()))) {
                CmapLookup letters = font.getUnicodeCmapLookup();
                Map<Integer, List<Integer>> parts = parts(font.getGsubData());
                Map<Integer, String> read = new HashMap<>();
                for (int glyph : parts.keySet()) {
                    if (letters.getCharCodes(glyph) == null) {
                        text(glyph, letters, parts, 0).ifPresent(text -> read.put(glyph, text));
                    }
                }
                return Map.copyOf(read);
            } catch (IOException missing) {
                throw new IllegalStateException("The font of Devanagari cannot be read; the build copies it", missing);
            }
        }

        private static Map<Integer, List<Integer>> parts(GsubData rules) {
            Map<Integer, List<Integer>> parts = new HashMap<>();
            for (String name : rules.getSupportedFeatures()) {
                ScriptFeature feature = rules.getFeature(name);
                for (List<Integer> before : feature.getAllGlyphIdsForSubstitution()) {
                    parts.putIfAbsent(feature.getReplacementForGlyphs(before), List.copyOf(before));
                }
            }
            return parts;
        }

        /** What a glyph is made of, and that again, down to letters; empty where there is no end to it. */
        private static Optional<String> text(
                int glyph, CmapLookup letters, Map<Integer, List<Integer>> parts, int depth) {
            @Nullable List<Integer> codes = letters.getCharCodes(glyph);
            if (codes != null && !codes.isEmpty()) {
                return Optional.of(Character.toString(codes.getFirst()));
            }
            @Nullable List<Integer> before = parts.get(glyph);
            if (before == null || depth > 8) {
                return Optional.empty();
            }
            StringBuilder text = new StringBuilder();
            for (int part : before) {
                Optional<String> one = text(part, letters, parts, depth + 1);
                if (one.isEmpty()) {
                    return one;
                }
                text.append(one.get());
            }
            return Optional.of(text.toString());
        }
    }
}
