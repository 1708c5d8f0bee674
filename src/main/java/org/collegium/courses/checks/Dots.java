package org.collegium.courses.checks;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** The dots of a picture, on white where it lets through what is below it. */
final class Dots {

    /** Shades: four bits of each colour. */
    static final int SHADES = 1 << 12;

    /** A film of a screen of 2,880 by 1,800 dots is inside; what is larger is not looked at. */
    private static final int MOST = 6_000_000;

    /** Pictures that become sharp in steps have some ten of these; thousands in a small file would take hours. */
    private static final int MOST_SCANS = 64;

    private final int width;
    private final int[] rgb;

    private Dots(int width, int[] rgb) {
        this.width = width;
        this.rgb = rgb;
    }

    /** Empty for what is no PNG, JPEG or GIF, is broken, or is too large to look at; what is too small for a letter is one dot. */
    static Optional<Dots> read(byte[] file) {
        if (scans(file) > MOST_SCANS) {
            return Optional.empty();
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                return read(reader, in);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            // The readers of the JDK let what is broken out as it comes.
            return Optional.empty();
        }
    }

    private static Optional<Dots> read(ImageReader reader, ImageInputStream in) throws IOException {
        if (!reader.getFormatName().toLowerCase(Locale.ROOT).matches("png|jpeg|jpg|gif")) {
            return Optional.empty();
        }
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST) {
            return Optional.empty();
        }
        if (width < 3 || height < 3) {
            return Optional.of(new Dots(1, new int[1]));
        }
        BufferedImage seen = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = seen.createGraphics();
        drawing.drawImage(reader.read(0), 0, 0, Color.WHITE, null);
        drawing.dispose();
        return Optional.of(new Dots(width, ((DataBufferInt) seen.getRaster().getDataBuffer()).getData()));
    }

    /** How often the picture is gone over (JPEG, "start of scan"). */
    private static int scans(byte[] file) {
        int scans = 0;
        for (int at = 0; at + 1 < file.length && (file[0] & 0xff) == 0xff; at++) {
            scans += (file[at] & 0xff) == 0xff && (file[at + 1] & 0xff) == 0xda ? 1 : 0;
        }
        return scans;
    }

    int count() {
        return rgb.length;
    }

    int x(int at) {
        return at % width;
    }

    int y(int at) {
        return at / width;
    }

    Colour colour(int at) {
        return Colour.of(rgb[at]);
    }

    int shade(int at) {
        return (rgb[at] >> 12 & 0xf00) | (rgb[at] >> 8 & 0xf0) | (rgb[at] >> 4 & 0xf);
    }

    /** Whether the dots beside and below are just like this one. */
    boolean isLikeNext(int at) {
        int below = at + width;
        return x(at) + 1 < width && below < rgb.length && rgb[at] == rgb[at + 1] && rgb[at] == rgb[below];
    }

    /** Whether all dots around are of its shade, so that it is no part of a thin line. */
    boolean isFilled(int at) {
        for (int beside : around(at)) {
            if (beside < 0 || shade(beside) != shade(at)) {
                return false;
            }
        }
        return true;
    }

    /** The eight around it; -1 beyond the edges. */
    int[] around(int at) {
        int[] around = new int[8];
        int filled = 0;
        for (int down = -1; down <= 1; down++) {
            for (int right = -1; right <= 1; right++) {
                if (down != 0 || right != 0) {
                    int x = x(at) + right;
                    int y = y(at) + down;
                    boolean inside = x >= 0 && x < width && y >= 0 && y * width < rgb.length;
                    around[filled++] = inside ? y * width + x : -1;
                }
            }
        }
        return around;
    }
}
