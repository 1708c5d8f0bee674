package org.collegium.credentials.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.collegium.credentials.templates.Block.Columns.Widths;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

@Tag("unit")
class DrawingTests {

    static final BuiltIn.Words WORDS = new BuiltIn.Words(
            "Certificate of completion",
            "{partner} certifies that",
            "has completed the course",
            "Skills: {skills}",
            "Issued by {partner}",
            "Prof. Helena Virtanen",
            "Rector");

    @ParameterizedTest
    @EnumSource(BuiltIn.class)
    void whatOneBeginsWithFitsAndIsMadeToBeKeptAndReadAloud(BuiltIn builtIn) throws Exception {
        Design design = builtIn.design(new BuiltIn.Start("#1d5a8a", "en", WORDS));
        for (String name : List.of(
                "Ada Lind",
                "Wolfeschlegelsteinhausenbergerdorff Montgomery-Featherstonehaugh",
                "ليلى حداد",
                "अदिति शर्मा",
                "王小明")) {
            DrawnPage page = Drawing.of(design, filling("en", name), Map.of());

            keep(builtIn.name().toLowerCase(Locale.ROOT) + "-" + name.length(), page);
            assertThat(page.outside()).isEmpty();
            assertThat(faults(page.pdf(), PDFAFlavour.PDFA_3_A)).isEmpty();
            assertThat(faults(page.pdf(), PDFAFlavour.PDFUA_1)).isEmpty();
        }
    }

    @Test
    void aDesignThatReadsFromRightToLeftIsMirroredAndSpeaksItsOwnLanguage() throws Exception {
        Design english = BuiltIn.MODERN.design(new BuiltIn.Start("#7a1f2b", "en", WORDS));
        Design arabic = new Design(
                english.paper(),
                english.frame(),
                english.typeface(),
                english.colours(),
                List.of("ar", "en"),
                english.changed(block -> block.id().equals("title")
                                ? new Block.Words("title", Texts.of("ar", "شهادة إتمام"), true, look(14))
                                : block)
                        .blocks());
        DrawnPage left = Drawing.of(english, filling("en", "Ada Lind"), Map.of());
        DrawnPage right = Drawing.of(arabic, filling("ar", "ليلى حداد"), Map.of());
        keep("right-to-left", right);

        assertThat(place(left, "date").left()).isLessThan(place(left, "check").left());
        assertThat(place(right, "date").left())
                .isGreaterThan(place(right, "check").left());
        assertThat(faults(right.pdf(), PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(faults(right.pdf(), PDFAFlavour.PDFUA_1)).isEmpty();
        try (PDDocument document = Loader.loadPDF(right.pdf())) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("ar");
        }
    }

    @Test
    void whatIsLongBecomesSmallerAndWhatNeverFitsIsNamed() throws Exception {
        Design design = BuiltIn.CLASSIC.design(new BuiltIn.Start("#1d5a8a", "en", WORDS));
        Design fuller = design.with(new Block.Words("certifies", Texts.of("en", "word ".repeat(190)), false, look(22)));
        DrawnPage smaller = Drawing.of(fuller, filling("en", "Ada Lind"), Map.of());
        assertThat(smaller.scale()).isLessThan(1);
        assertThat(smaller.outside()).isEmpty();

        Design endless =
                design.with(new Block.Words("certifies", Texts.of("en", "word ".repeat(190)), false, look(60)));
        assertThat(Drawing.of(endless, filling("en", "Ada Lind"), Map.of()).outside())
                .contains("certifies", "foot")
                .doesNotContain("logo", "title");
    }

    @Test
    void theLowerEdgesOfColumnsAreInLineAndTheFootStandsAtTheFoot() {
        DrawnPage page = Drawing.of(
                BuiltIn.MODERN.design(new BuiltIn.Start("#1d5a8a", "en", WORDS)), filling("en", "Ada"), Map.of());

        DrawnPage.Place check = place(page, "check");
        DrawnPage.Place signatures = place(page, "signatures");
        assertThat(signatures.top() + signatures.height()).isCloseTo(check.top() + check.height(), within(0.01));
        assertThat(check.top() + check.height()).isBetween(0.9, 0.95);
    }

    @Test
    void besideAColumnThatDoesNotFitAnotherStaysOnThePage() {
        Block endless = new Block.Words("endless", Texts.of("en", "word ".repeat(190)), false, look(60));
        Block small = new Block.Words("small", Texts.of("en", "word"), false, look(11));
        Design design = BuiltIn.CLASSIC
                .design(new BuiltIn.Start("#1d5a8a", "en", WORDS))
                .with(new Block.Columns("foot", List.of(List.of(endless), List.of(small)), Widths.EQUAL));

        DrawnPage page = Drawing.of(design, filling("en", "Ada Lind"), Map.of());

        assertThat(page.outside()).contains("endless").doesNotContain("small");
        DrawnPage.Place place = place(page, "small");
        assertThat(place.top() + place.height()).isLessThan(1);
    }

    /** Whatever is put together from blocks, with texts of any script and signs of HTML, stays a page that can be kept. */
    @Property(tries = 10)
    void whateverIsDesignedIsMadeToBeKeptAndReadAloud(@ForAll("designs") Design design, @ForAll long chance)
            throws Exception {
        Filling filling =
                filling(design.languages().getFirst(), NAMES.get((int) Long.remainderUnsigned(chance, NAMES.size())));
        DrawnPage page = Drawing.of(design, filling, Map.of());

        assertThat(faults(page.pdf(), PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(faults(page.pdf(), PDFAFlavour.PDFUA_1)).isEmpty();
        page.places().forEach((block, place) -> {
            if (!page.outside().contains(block)) {
                assertThat(place.top() + place.height()).as(block).isLessThanOrEqualTo(1);
            }
            assertThat(place.left() + place.width()).as(block).isLessThanOrEqualTo(1.001);
        });
    }

    @Provide
    Arbitrary<Design> designs() {
        Arbitrary<Block> block = Arbitraries.of(PARTS);
        Arbitrary<List<Block>> flat = block.list().ofMinSize(1).ofMaxSize(6);
        Arbitrary<List<Block>> blocks = Combinators.combine(flat, flat, flat)
                .as((above, one, two) -> numbered(above, new Block.Columns("c", List.of(one, two), Widths.LAST_WIDE)));
        return Combinators.combine(
                        Arbitraries.of(Design.Paper.class),
                        Arbitraries.of(Design.Frame.class),
                        Arbitraries.of(Design.Typeface.class),
                        Arbitraries.of("en", "ar", "hi", "zh-Hans"),
                        blocks)
                .as((paper, frame, typeface, language, all) -> new Design(
                        paper,
                        frame,
                        typeface,
                        new Design.Colours("#14202e", "#ffffff", "#e3c27a"),
                        List.of(language, "fi"),
                        all));
    }

    private static final List<String> NAMES = List.of(
            "Ada Lind", "<b>Eve</b> & \"Co\"", "ليلى حداد", "क्षितिज ज्ञानेश्वर", "欧阳晓明", "Zoe\u0301 Fjo\u0308rd");

    private static final List<Block> PARTS = List.of(
            new Block.Words(
                    "x",
                    new Texts(Map.of("en", "Über {course} & <i>co</i>", "ar", "شهادة {recipient}")),
                    true,
                    look(20)),
            new Block.Words("x", new Texts(Map.of("fi", "line one\nline two", "hi", "प्रमाण पत्र")), false, look(11)),
            new Block.Fact("x", Block.Fact.Kind.RECIPIENT, look(40)),
            new Block.Fact("x", Block.Fact.Kind.SKILLS, look(9)),
            new Block.Signatures(
                    "x",
                    List.of(
                            new Block.Signatory("A. B.", Texts.of("en", "Rector"), null),
                            new Block.Signatory("王小明", Texts.NONE, null))),
            new Block.Check("x", Texts.NONE, Block.Align.END),
            new Block.Check("x", Texts.of("zh-Hans", "查验"), Block.Align.CENTRE),
            new Block.Rule("x", Block.Tone.QUIET),
            new Block.Room("x", 9, false),
            new Block.Logo("x", null, Texts.NONE, 20, Block.Align.CENTRE));

    private static List<Block> numbered(List<Block> above, Block.Columns columns) {
        int[] next = {0};
        List<Block> all = new ArrayList<>(above);
        all.add(new Block.Room("grows", 3, true));
        all.add(columns);
        return new Design(
                        Design.Paper.LANDSCAPE,
                        Design.Frame.NONE,
                        Design.Typeface.SANS,
                        new Design.Colours("#ffffff", "#000000", "#000000"),
                        List.of("en"),
                        all)
                .changed(block -> block.named("b" + next[0]++))
                .blocks();
    }

    private static Block.Look look(int points) {
        return new Block.Look(Block.Align.START, Block.Tone.INK, points, false);
    }

    private static DrawnPage.Place place(DrawnPage page, String block) {
        return Objects.requireNonNull(page.places().get(block));
    }

    static Filling filling(String language, String name) {
        return new Filling(
                language,
                name,
                "A first course in machine learning",
                "North Lakes University",
                "November 22, 2026",
                "Valid until November 22, 2028",
                "About 12.5 hours of work · All 3 required quizzes passed with a mean of 86%",
                "12.5",
                "86%",
                List.of("Train a classifier", "Judge a model's errors", "Explain bias and variance"),
                "7KQ2-M9XV-B4TD",
                "https://collegium.example/verify/7KQ2-M9XV-B4TD",
                "Code of dots that leads to the verification",
                "See whether this certificate is valid:",
                "Certificate: A first course in machine learning");
    }

    static List<String> faults(byte[] bytes, PDFAFlavour flavour) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(bytes), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + " " + assertion.getMessage() + " "
                            + assertion.getLocation().getContext())
                    .distinct()
                    .toList();
        }
    }

    /** For those who want to look at it. */
    static void keep(String name, DrawnPage page) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/certificates"));
        Files.write(folder.resolve(name + ".pdf"), page.pdf());
        try (PDDocument document = Loader.loadPDF(page.pdf())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 100);
            ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
        }
    }

    static String text(DrawnPage page) throws IOException {
        try (PDDocument document = Loader.loadPDF(page.pdf())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
