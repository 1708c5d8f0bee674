package org.collegium.browser;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
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

    private static final float DOTS_PER_INCH = 200;

    static CertificatePaper read(Path file) {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH);
            return new CertificatePaper(new PDFTextStripper().getText(document), decoded(picture));
        } catch (IOException | ReaderException unreadable) {
            throw new IllegalStateException(file.toString(), unreadable);
        }
    }

    /** The square of dots stands in the lower right of the sheet. */
    private static String decoded(BufferedImage sheet) throws ReaderException {
        int left = sheet.getWidth() * 3 / 4;
        int top = sheet.getHeight() / 2;
        BufferedImage part = sheet.getSubimage(left, top, sheet.getWidth() - left, sheet.getHeight() - top);
        int[] pixels = part.getRGB(0, 0, part.getWidth(), part.getHeight(), null, 0, part.getWidth());
        return new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(part.getWidth(), part.getHeight(), pixels))))
                .getText();
    }
}
