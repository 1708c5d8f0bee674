package org.collegium.credentials.templates;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.collegium.shared.RuleViolation;

/**
 * Takes a picture from outside: reads its size before its dots, and encodes it anew, so that nothing but dots remains of what
 * was sent. Drawings (SVG) can hold programs and are not taken.
 */
final class PictureReading {

    /** In bytes. */
    static final int LARGEST_FILE = 4 * 1024 * 1024;

    private static final int LONGEST_SIDE = 6_000;
    private static final long MOST_DOTS = 16_000_000;
    private static final int LARGEST_KEPT = 600 * 1024;
    private static final int KEPT_SIDE = 1_400;

    private PictureReading() {}

    /** @throws RuleViolation when it is none that can be taken */
    static Picture read(byte[] file) {
        if (file.length > LARGEST_FILE) {
            throw new RuleViolation("credentials.template.image.large", LARGEST_FILE / 1024 / 1024);
        }
        BufferedImage image = fitted(decoded(file), KEPT_SIDE);
        byte[] png = png(image);
        while (png.length > LARGEST_KEPT) {
            image = fitted(image, Math.max(image.getWidth(), image.getHeight()) * 3 / 4);
            png = png(image);
        }
        return new Picture(image.getWidth(), image.getHeight(), png);
    }

    private static BufferedImage decoded(byte[] file) {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new RuleViolation("credentials.template.image.kind");
            }
            ImageReader reader = readers.next();
            try {
                if (!reader.getFormatName().toLowerCase(Locale.ROOT).matches("png|jpeg|jpg|gif")) {
                    throw new RuleViolation("credentials.template.image.kind");
                }
                reader.setInput(stream, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_DOTS) {
                    throw new RuleViolation("credentials.template.image.dots", width, height, LONGEST_SIDE);
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NegativeArraySizeException broken) {
            throw new RuleViolation("credentials.template.image.broken");
        }
    }

    private static BufferedImage fitted(BufferedImage image, int side) {
        double scale = Math.min(1, (double) side / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D drawing = fitted.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        drawing.drawImage(image, 0, 0, width, height, null);
        drawing.dispose();
        return fitted;
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
