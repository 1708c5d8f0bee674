package org.collegium.assessment.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** How many points wide and high a picture is, by which other platforms say where something is in it. */
record PictureSize(double width, double height) {

    private static final int HEAD = 4_096;
    private static final Pattern VIEW = Pattern.compile(
            "viewBox=[\"']\\s*+\\S++[\\s,]++\\S++[\\s,]++([0-9.]{1,12})[\\s,]++([0-9.]{1,12})\\s*+[\"']");

    /** Empty where one of the two is no number above 0. */
    static Optional<PictureSize> of(String width, String height) {
        return Numbers.of(width.replace("px", ""))
                .filter(number -> number.signum() > 0)
                .flatMap(wide -> Numbers.of(height.replace("px", ""))
                        .filter(number -> number.signum() > 0)
                        .map(high -> new PictureSize(wide.doubleValue(), high.doubleValue())));
    }

    /** From the head of the file, without reading the picture itself; empty for what is no picture. */
    static Optional<PictureSize> of(byte[] file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (readers.hasNext()) {
                ImageReader reader = readers.next();
                try {
                    reader.setInput(in, true, true);
                    return Optional.of(new PictureSize(reader.getWidth(0), reader.getHeight(0)));
                } finally {
                    reader.dispose();
                }
            }
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
        Matcher view = VIEW.matcher(new String(file, 0, Math.min(HEAD, file.length), StandardCharsets.UTF_8));
        return view.find() ? of(view.group(1), view.group(2)) : Optional.empty();
    }
}
