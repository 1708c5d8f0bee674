package org.collegium.browser;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * A downloaded certificate as one reads it.
 *
 * @param text with single spaces
 * @param link what a camera reads from the square of dots
 */
record CertificateOnPaper(String text, String link) {

    private static final int DOTS_PER_INCH = 300;

    static CertificateOnPaper read(Path file) {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            String text = new PDFTextStripper().getText(document);
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.GRAY);
            return new CertificateOnPaper(
                    Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", " "), link(page));
        } catch (IOException | ReaderException unreadable) {
            throw new AssertionError("The certificate cannot be read", unreadable);
        }
    }

    private static String link(BufferedImage page) throws ReaderException {
        int width = page.getWidth();
        int height = page.getHeight();
        byte[] grey = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                grey[y * width + x] = (byte) (page.getRGB(x, y) & 0xff);
            }
        }
        PlanarYUVLuminanceSource source = new PlanarYUVLuminanceSource(grey, width, height, 0, 0, width, height, false);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
                .getText();
    }
}
