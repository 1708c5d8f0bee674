package org.collegium.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Whether a file that is called a picture is one, by its first bytes, its size in points, and how it ends. Its points are not read, so a
 * picture that is huge when it is unpacked costs nothing here.
 */
public final class PictureContent {

    private static final int HEAD = 64 * 1024;
    private static final int TAIL = 1024;
    private static final Pattern DRAWING = Pattern.compile("<(?:[A-Za-z][\\w.-]*+:)?svg[\\s/>]");
    private static final Pattern DRAWN = Pattern.compile("</(?:[A-Za-z][\\w.-]*+:)?svg\\s*+>|/>\\s*+$");

    private PictureContent() {}

    /**
     * Whether it can be shown. A picture of one kind under the name of another is still shown by browsers.
     *
     * @param name of the file, which says whether it is a drawing
     */
    public static boolean isPicture(String name, byte[] content) {
        if (SourcePaths.extension(name).equals("svg")) {
            return isDrawing(content);
        }
        String head = latin(content, 0, 32);
        if (head.startsWith("RIFF") && head.startsWith("WEBPVP8", 8)) {
            long said = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt(4) & 0xffffffffL;
            return said + 8 <= content.length;
        }
        if (head.startsWith("ftypavif", 4) || head.startsWith("ftypavis", 4) || head.startsWith("ftypmif1", 4)) {
            return latin(content, 0, HEAD).contains("meta") && isWhole(content);
        }
        return ends(head, latin(content, Math.max(0, content.length - TAIL), TAIL)) && hasPoints(content);
    }

    /** A picture that was cut off has no end. */
    private static boolean ends(String head, String tail) {
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return tail.contains("IEND");
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return tail.contains("\u00ff\u00d9");
        }
        return head.startsWith("GIF8") && tail.contains(";");
    }

    private static boolean hasPoints(byte[] content) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return false;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return reader.getWidth(0) > 0 && reader.getHeight(0) > 0;
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            // The readers of the JDK let what is broken out as it comes.
            return false;
        }
    }

    /** Its boxes follow one another up to the end (ISO/IEC 14496-12, 4.2). */
    private static boolean isWhole(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        long at = 0;
        while (at + 8 <= content.length) {
            long size = bytes.getInt((int) at) & 0xffffffffL;
            if (size == 0) {
                return true;
            }
            if (size == 1 && at + 16 <= content.length) {
                size = bytes.getLong((int) at + 8);
            }
            if (size < 8 || size > content.length - at) {
                return false;
            }
            at += size;
        }
        return at == content.length;
    }

    private static boolean isDrawing(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        if (text.startsWith("\ufeff")) {
            text = text.substring(1);
        }
        String head = text.substring(0, Math.min(text.length(), HEAD));
        String tail = text.substring(Math.max(0, text.length() - TAIL));
        return text.stripLeading().startsWith("<")
                && text.indexOf('\0') < 0
                && DRAWING.matcher(head).find()
                && DRAWN.matcher(tail).find();
    }

    private static String latin(byte[] content, int from, int length) {
        return new String(content, from, Math.min(length, content.length - from), StandardCharsets.ISO_8859_1);
    }
}
