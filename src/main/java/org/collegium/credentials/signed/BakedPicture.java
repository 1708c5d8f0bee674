package org.collegium.credentials.signed;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.templates.BadgeLook;
import org.collegium.credentials.templates.Looks;
import org.collegium.credentials.templates.Picture;
import org.collegium.shared.BrandColour;
import org.springframework.stereotype.Component;

/**
 * The picture of a certificate with its credential inside, as Open Badges 3.0 describes it: in PNG as a text chunk, in SVG as
 * an element. Whoever gets the picture has all that is needed to verify it.
 */
@Component
public class BakedPicture {

    private static final int SIZE = 800;
    private static final int HEAD = 8 + 4 + 4 + 13 + 4;
    private static final String KEYWORD = "openbadgecredential";
    private static final List<String> FONTS = List.of(
            "SourceSerif4_600SemiBold",
            "NotoNaskhArabic_400Regular",
            "NotoSerifHebrew_400Regular",
            "NotoSerifDevanagari_400Regular",
            "NotoSerifBengali_400Regular",
            "NotoSansTamil_400Regular",
            "NotoSerifTelugu_400Regular",
            "NotoSansThai_400Regular",
            "NotoSansGeorgian_400Regular",
            "NotoSansArmenian_400Regular",
            "NotoSansEthiopic_400Regular",
            "NanumMyeongjo_400Regular",
            "NotoSerifSC_400Regular");

    private final Looks looks;

    BakedPicture(Looks looks) {
        this.looks = looks;
    }

    /** As SVG. */
    public byte[] svg(Certificate certificate, SignedCredential credential) {
        return BadgePicture.svg(
                certificate.courseTitle(), certificate.partnerName(), look(certificate), credential.document());
    }

    /** As PNG. */
    public byte[] png(Certificate certificate, SignedCredential credential) {
        return baked(drawn(certificate, look(certificate)), credential.document());
    }

    private BadgeLook look(Certificate certificate) {
        return looks.badge(certificate).orElseGet(() -> new BadgeLook(certificate.partnerColour(), Optional.empty()));
    }

    private static byte[] drawn(Certificate certificate, BadgeLook look) {
        BufferedImage picture = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D drawing = picture.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        drawing.setColor(Color.decode(new BrandColour(look.colour()).ground().hex()));
        drawing.fill(new Ellipse2D.Double(8, 8, SIZE - 16, SIZE - 16));
        drawing.setColor(Color.WHITE);
        drawing.setStroke(new BasicStroke(4));
        drawing.draw(new Ellipse2D.Double(40, 40, SIZE - 80, SIZE - 80));
        look.logo().ifPresentOrElse(logo -> logo(drawing, logo), () -> mark(drawing));
        List<String> lines = BadgePicture.lines(certificate.courseTitle());
        int top = 410 - (lines.size() - 1) * 36;
        for (int line = 0; line < lines.size(); line++) {
            centred(drawing, lines.get(line), 56, top + line * 72);
        }
        centred(drawing, certificate.partnerName(), 34, 620);
        drawing.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void mark(Graphics2D drawing) {
        drawing.setStroke(new BasicStroke(14, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        for (int arc = 0; arc < 5; arc++) {
            drawing.draw(new Arc2D.Double(342, 102, 116, 116, 55 + arc * 51, 40, Arc2D.OPEN));
        }
        drawing.fill(new Ellipse2D.Double(376, 136, 48, 48));
    }

    private static void logo(Graphics2D drawing, Picture logo) {
        drawing.fill(new Ellipse2D.Double(304, 72, 192, 192));
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(logo.png()));
            double scale = 128.0 / Math.max(image.getWidth(), image.getHeight());
            int width = (int) Math.round(image.getWidth() * scale);
            int height = (int) Math.round(image.getHeight() * scale);
            drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            drawing.drawImage(image, 400 - width / 2, 168 - height / 2, width, height, null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Drawn smaller where it would leave the circle. */
    private static void centred(Graphics2D drawing, String text, int size, int baseline) {
        if (text.isBlank()) {
            return;
        }
        TextLayout layout = new TextLayout(text, font(text, size), drawing.getFontRenderContext());
        double most = SIZE * 0.64;
        if (layout.getAdvance() > most) {
            float smaller = (float) (size * most / layout.getAdvance());
            layout = new TextLayout(text, font(text, smaller), drawing.getFontRenderContext());
        }
        layout.draw(drawing, (SIZE - layout.getAdvance()) / 2, baseline);
    }

    static Font font(String text, float size) {
        Font first = read(FONTS.getFirst());
        return FONTS.stream()
                .map(BakedPicture::read)
                .filter(font -> font.canDisplayUpTo(text) < 0)
                .findFirst()
                .orElse(first)
                .deriveFont(size);
    }

    private static Font read(String name) {
        return Faces.READ.computeIfAbsent(name, file -> {
            try (InputStream bytes = BakedPicture.class.getResourceAsStream("/certificate-fonts/" + file + ".ttf")) {
                return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(bytes));
            } catch (IOException | FontFormatException missing) {
                throw new IllegalStateException("The font " + file + " is missing; the build copies it", missing);
            }
        });
    }

    /** Reading a font takes long, so each is read once. */
    private static final class Faces {
        private static final Map<String, Font> READ = new ConcurrentHashMap<>();

        private Faces() {}
    }

    /** The text stands right behind the head of the picture. */
    static byte[] baked(byte[] png, String document) {
        byte[] keyword = (KEYWORD + "\0\0\0\0\0").getBytes(StandardCharsets.ISO_8859_1);
        byte[] text = document.getBytes(StandardCharsets.UTF_8);
        ByteBuffer chunk = ByteBuffer.allocate(12 + keyword.length + text.length);
        chunk.putInt(keyword.length + text.length)
                .put("iTXt".getBytes(StandardCharsets.ISO_8859_1))
                .put(keyword)
                .put(text);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 4, 4 + keyword.length + text.length);
        chunk.putInt((int) sum.getValue());
        return ByteBuffer.allocate(png.length + chunk.capacity())
                .put(png, 0, HEAD)
                .put(chunk.array())
                .put(png, HEAD, png.length - HEAD)
                .array();
    }
}
