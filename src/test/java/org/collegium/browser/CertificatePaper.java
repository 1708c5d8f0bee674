package org.collegium.browser;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * A certificate as it was downloaded.
 *
 * @param qrCode what a telephone reads from its square of dots
 */
record CertificatePaper(String text, String qrCode) {

    /** Some readings of a sheet fail by where dots fall on pixels; a telephone looks many times too. */
    private static final float[] DOTS_PER_INCH = {200, 300, 150, 400};

    static CertificatePaper read(Path file) {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            for (float dots : DOTS_PER_INCH) {
                BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(0, dots);
                Optional<String> code = decoded(picture);
                if (code.isPresent()) {
                    return new CertificatePaper(new PDFTextStripper().getText(document), code.get());
                }
            }
            throw new AssertionError("The square of dots cannot be read: " + file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(file.toString(), unreadable);
        }
    }

    /** The square of dots stands in the lower right of the sheet. */
    private static Optional<String> decoded(BufferedImage sheet) {
        int left = sheet.getWidth() * 3 / 4;
        int top = sheet.getHeight() / 2;
        BufferedImage part = sheet.getSubimage(left, top, sheet.getWidth() - left, sheet.getHeight() - top);
        int[] pixels = part.getRGB(0, 0, part.getWidth(), part.getHeight(), null, 0, part.getWidth());
        BinaryBitmap dots = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(part.getWidth(), part.getHeight(), pixels)));
        try {
            return Optional.of(new QRCodeReader()
                    .decode(dots, Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText());
        } catch (ReaderException unreadable) {
            return Optional.empty();
        }
    }
}
