package org.collegium.source;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Small pictures that are some. */
public final class PictureFixtures {

    private PictureFixtures() {}

    /** Another picture for each colour. */
    public static byte[] png(int colour) {
        return picture("png", colour);
    }

    /** @param kind as the JDK calls it */
    static byte[] picture(String kind, int colour) {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 30; i++) {
            image.setRGB(i, i, colour + i);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, kind, bytes)) {
                throw new IllegalArgumentException(kind);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
