package org.collegium.credentials.templates;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What a designer looks at: the PDF itself, and a picture of that PDF.
 *
 * @param png of the page
 * @param text of the page, for those who hear it
 * @param faults what can be said without trying other examples
 */
@SuppressWarnings("ArrayRecordComponent") // written once, compared nowhere
public record Preview(DrawnPage page, byte[] png, String text, List<DesignFault> faults) {

    private static final int DOTS_PER_INCH = 110;

    public Preview {
        faults = List.copyOf(faults);
    }

    static Preview of(Design design, Filling filling, Map<UUID, Picture> pictures) {
        DrawnPage page = Drawing.of(design, filling, pictures);
        List<DesignFault> faults = Stream.concat(
                        Checking.quick(design, pictures).stream(), Checking.outside(page, design).stream())
                .toList();
        try (PDDocument document = Loader.loadPDF(page.pdf())) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.RGB);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            String text = new PDFTextStripper().getText(document);
            return new Preview(page, bytes.toByteArray(), text.strip(), faults);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
