package org.collegium.courses.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pictures hold text that is too pale, and which must not be said to. */
class ContrastCheckTest {

    private static final String WORDS = "Learning rate and loss";

    @ParameterizedTest
    @ValueSource(ints = {0xbbbbbb, 0x9a9a9a, 0xffc800})
    void paleLettersInADiagramAreNoted(int colour) {
        assertThat(dots("png", canvas -> write(canvas, new Color(colour), 20, 40)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("courses.finding.contrast-dots");
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.NOTE);
                    assertThat(Double.parseDouble(finding.arguments().get(0)))
                            .isBetween(1.2, Colour.WHITE.contrast(Colour.of(colour)) + 0.1);
                    assertThat(Integer.parseInt(finding.arguments().get(1))).isBetween(18, 26);
                    assertThat(Integer.parseInt(finding.arguments().get(2))).isBetween(22, 40);
                });
    }

    @Test
    void soAreThoseOnAColouredBox() {
        assertThat(dots("png", canvas -> {
                    canvas.setColor(new Color(0x7ec8e3));
                    canvas.fillRect(10, 10, 380, 120);
                    write(canvas, Color.WHITE, 20, 60);
                }))
                .hasSize(1);
    }

    @Test
    void soAreThoseInAPictureThatLostSomeOfItsSharpness() {
        assertThat(dots("jpg", canvas -> write(canvas, new Color(0xb0b0b0), 20, 40)))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x000000, 0x333333, 0x666666, 0x0050a0, 0xb00020})
    void darkLettersAreRight(int colour) {
        assertThat(dots("png", canvas -> write(canvas, new Color(colour), 20, 40)))
                .isEmpty();
        assertThat(dots("jpg", canvas -> write(canvas, new Color(colour), 20, 40)))
                .isEmpty();
    }

    @Test
    void paleGridsDashesPointsAndAreasOfAChartAreNoText() {
        assertThat(dots("png", ContrastCheckTest::chart)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void photographsSayNothing(String format) {
        for (int seed = 1; seed <= 6; seed++) {
            assertThat(found("photo." + format, encoded(photograph(seed), format)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void aPictureThatIsTooSmallForALetterSaysNothing() {
        assertThat(found("dot.png", encoded(new BufferedImage(1, 2, BufferedImage.TYPE_INT_RGB), "png")))
                .isEmpty();
    }

    @Test
    void aDrawingSaysWhichTextIsTooPale() {
        assertThat(drawn("""
                <rect x="0" y="0" width="200" height="60" fill="#fafafa"/>
                <text x="10" y="30" style="fill:#333">dark enough</text>
                <text x="10" y="50" fill="#bbb">too pale</text>
                """)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.MEND);
            assertThat(finding.arguments()).containsExactly("too pale", "1.8");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<g fill='#ccc'><text x='9' y='20'>inherited</text></g>",
                "<style>.q{fill:#ccc}</style><text class='q' x='9' y='20'>by a rule</text>",
                "<text x='9' y='20' fill='black' opacity='.2'>seen through</text>",
                "<rect width='100%' height='100%' fill='navy'/><text x='9' y='20' fill='#333'>on dark</text>",
                "<g transform='translate(50,50) rotate(90)'><rect width='90' height='30' fill='#dd0'/>"
                        + "<text x='5' y='20' fill='white'>turned</text></g>",
                "<circle cx='50' cy='50' r='40' fill='gold'/>"
                        + "<text x='50' y='55' text-anchor='middle' fill='white'>5</text>",
                "<text x='9' y='20'><tspan>dark</tspan><tspan x='9' dy='1.2em' fill='#ddd'>second</tspan></text>"
            })
    void textIsFoundHoweverItsColourIsSaid(String inside) {
        assertThat(drawn(inside)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<text x='9' y='20'>black as such</text>",
                "<rect width='90' height='30' fill='navy'/><text x='9' y='20' fill='white'>on dark</text>",
                "<path d='M0 0 L90 0 L90 30 L0 30 Z' fill='navy'/><text x='9' y='20' fill='white'>on a path</text>",
                "<path d='m0 0 h90 v30 h-90 z'/><text x='9' y='20' fill='white'>on a path by steps</text>",
                "<rect width='90' height='30' fill='url(#g)'/><text x='9' y='20' fill='white'>on a gradient</text>",
                "<image href='x.png' width='90' height='30'/><text x='9' y='20' fill='white'>on a picture</text>",
                "<style>g .q{fill:#000}</style><g fill='#ccc'><text class='q' x='9' y='20'>chosen</text></g>",
                "<defs><text x='9' y='20' fill='#ccc'>not drawn</text></defs>",
                "<text x='9' y='20' fill='#ccc' display='none'>not shown</text>",
                "<text x='10%' y='20' fill='#ccc'>somewhere</text>",
                "<text x='9' y='20' fill='var(--pale)'>by the page</text>",
                "<g transform='skewX(10)'><text x='9' y='20' fill='#ccc'>leaning</text></g>"
            })
    void nothingIsSaidOfTextThatIsRightOrCannotBeJudged(String inside) {
        assertThat(drawn(inside)).isEmpty();
    }

    @Test
    void whatIsBrokenOrHostileIsLeftAlone() throws IOException {
        byte[] png = encoded(drawing(canvas -> write(canvas, Color.LIGHT_GRAY, 20, 40)), "png");
        byte[] huge = png.clone();
        System.arraycopy(new byte[] {0, 1, 0, 0, 0, 1, 0, 0}, 0, huge, 16, 8);
        byte[] scans = encoded(photograph(1), "jpg");
        byte[] endless = Arrays.copyOf(scans, scans.length + 4_000);
        for (int i = scans.length; i < endless.length; i += 2) {
            endless[i] = (byte) 0xff;
            endless[i + 1] = (byte) 0xda;
        }
        List<byte[]> files = new ArrayList<>(List.of(new byte[0], new byte[] {1, 2, 3}, huge, endless));
        for (int end = 10; end < png.length; end += 97) {
            files.add(Arrays.copyOf(png, end));
        }
        Random random = new Random(7);
        for (int i = 0; i < 100; i++) {
            byte[] broken = png.clone();
            broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            files.add(broken);
        }
        files.forEach(file -> assertThat(found("a.png", file)).hasSizeLessThanOrEqualTo(1));
        assertThat(found("a.png", huge)).containsExactly(Finding.UNSEEN_LETTERS);
        assertThat(found("a.jpg", endless)).containsExactly(Finding.UNSEEN_LETTERS);
        assertThat(found("a.svg", new byte[DrawnText.LARGEST + 1])).containsExactly(Finding.UNSEEN_LETTERS);
        assertThat(found(
                        "a.svg",
                        "<svg><!DOCTYPE x [<!ENTITY a 'b'>]><text fill='#ccc'>&a;</text></svg>"
                                .getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(drawn("<g>".repeat(500) + "<text x='9' y='20' fill='#ccc'>deep</text>" + "</g>".repeat(500)))
                .isEmpty();
        assertThat(drawn("<text x='9' y='20' fill='#ccc' transform='scale(1e99999)'>far</text>"))
                .hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<style>/*", "<style>@font-face{", "<style>@import", "<!DOCTYPE"})
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aDrawingOfBeginningsWithoutAnEndIsLookedThroughAtOnce(String begun) {
        boolean style = begun.startsWith("<style>");
        String beginnings = (style ? begun.substring("<style>".length()) : begun).repeat(200_000);
        String drawing = style ? "<svg><style><![CDATA[" + beginnings + "]]></style></svg>" : beginnings;

        assertThat(found("drawing.svg", drawing.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void fontsAndRemarksOfADrawingKeepNothingFromBeingSeen() {
        assertThat(found(
                        "drawing.svg",
                        ("<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"svg11.dtd\"><svg><style>/* a { b } */"
                                        + "@import url(x.css); @font-face { font-family: a; src: url(data:b) } .pale { fill: #eee } /* c</style>"
                                        + "<text x='10' y='20' class='pale'>Too pale to read</text></svg>")
                                .getBytes(StandardCharsets.UTF_8)))
                .hasSize(1);
    }

    private static List<Finding> drawn(String inside) {
        return found(
                "a.svg",
                ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 100'>" + inside + "</svg>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static List<Finding> dots(String format, Consumer<Graphics2D> painting) {
        return found("a." + format, encoded(drawing(painting), format));
    }

    private static List<Finding> found(String path, byte[] content) {
        List<Finding> found = new ArrayList<>();
        new ContrastCheck()
                .check(
                        new UnitContent(
                                UnitContent.PICTURE, SourceFile.of(path, content), Locale.ROOT, Optional.empty()),
                        found::add);
        return found;
    }

    private static BufferedImage drawing(Consumer<Graphics2D> painting) {
        BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, 400, 300);
        painting.accept(canvas);
        canvas.dispose();
        return image;
    }

    private static void write(Graphics2D canvas, Color colour, int x, int y) {
        canvas.setColor(colour);
        canvas.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 18));
        canvas.drawString(WORDS, x, y);
    }

    private static void chart(Graphics2D canvas) {
        canvas.setColor(new Color(0xe6e6e6));
        for (int at = 30; at < 300; at += 30) {
            canvas.drawLine(30, at, 390, at);
        }
        canvas.setStroke(new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {8, 6}, 0));
        canvas.drawLine(30, 45, 390, 45);
        canvas.drawLine(60, 30, 60, 290);
        canvas.setColor(new Color(0xf2d5a0));
        canvas.fillRect(100, 150, 40, 140);
        canvas.fillRect(160, 180, 40, 110);
        canvas.setColor(new Color(0xffb347));
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            canvas.fillOval(220 + random.nextInt(170), 60 + random.nextInt(200), 8, 8);
        }
        for (int i = 0; i < 20; i++) {
            canvas.fillOval(40 + 16 * i, 20, 10, 10);
        }
        write(canvas, new Color(0x222222), 40, 20);
    }

    /** Soft areas of light, edges, and the noise of a sensor. */
    private static BufferedImage photograph(int seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        double[] waves = random.doubles(12, 0.005, 0.05).toArray();
        int noise = seed % 3 * 4;
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 400; x++) {
                int rgb = 0;
                for (int part = 0; part < 3; part++) {
                    double light = 128
                            + 60 * Math.sin(x * waves[part] + y * waves[part + 3])
                            + (Math.sin(x * waves[part + 6]) > 0.9 ? 40 : 0)
                            + random.nextGaussian() * noise;
                    rgb = rgb << 8 | Math.clamp(Math.round(light), 0, 255);
                }
                image.setRGB(x, y, rgb);
            }
        }
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(new Color(random.nextInt(0xffffff)));
        for (int i = 0; i < 200; i++) {
            canvas.fillOval(random.nextInt(400), random.nextInt(300), 3 + random.nextInt(9), 6 + random.nextInt(9));
        }
        canvas.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(image, format, bytes)).isTrue();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
