package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.collegium.courses.ImportOutcome.Accepted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Slides as PowerPoint writes them, counted a second time by other means. */
@Tag("unit")
class SlidesImportTest extends SlidesTest {

    private static final String HEAD =
            "<p:sld xmlns:a=\"a\" xmlns:p=\"p\" xmlns:r=\"r\"%s><p:cSld><p:spTree><p:nvGrpSpPr/>";
    private static final String END = "</p:spTree></p:cSld></p:sld>";

    private static String shape(String place, String paragraphs) {
        return "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"N\"/><p:nvPr>" + place
                + "</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>" + paragraphs + "</p:txBody></p:sp>";
    }

    private static String title(String text) {
        return shape("<p:ph type=\"title\"/>", "<a:p><a:r><a:rPr lang=\"de-CH\"/><a:t>" + text + "</a:t></a:r></a:p>");
    }

    private static String point(int level, String text) {
        return "<a:p><a:pPr lvl=\"" + level + "\"/><a:r><a:rPr lang=\"de-CH\"/><a:t>" + text + "</a:t></a:r></a:p>";
    }

    private void slide(int number, String attributes, String shapes, String... relations) {
        deck().write("ppt/slides/slide" + number + ".xml", HEAD.formatted(attributes) + shapes + END);
        deck().write(
                        "ppt/slides/_rels/slide" + number + ".xml.rels",
                        "<Relationships>" + String.join("", relations) + "</Relationships>");
    }

    private static String relation(String id, String kind, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"http://x/" + kind + "\" Target=\"" + target + "\"/>";
    }

    @BeforeEach
    void aDeck() {
        deck().write("[Content_Types].xml", "<Types/>")
                .write(
                        "docProps/core.xml",
                        "<cp:coreProperties xmlns:cp=\"cp\" xmlns:dc=\"dc\"><dc:title>PowerPoint Presentation</dc:title><dc:creator>Ada; Lin</dc:creator></cp:coreProperties>")
                .write(
                        "ppt/presentation.xml",
                        "<p:presentation xmlns:p=\"p\" xmlns:r=\"r\"><p:sldIdLst>"
                                + Stream.of(3, 1, 2, 4, 5, 6)
                                        .map(n -> "<p:sldId id=\"" + (256 + n) + "\" r:id=\"rId" + n + "\"/>")
                                        .reduce("", String::concat)
                                + "</p:sldIdLst></p:presentation>")
                .write(
                        "ppt/_rels/presentation.xml.rels",
                        "<Relationships>"
                                + Stream.of(1, 2, 3, 4, 5)
                                        .map(n -> relation("rId" + n, "slide", "slides/slide" + n + ".xml"))
                                        .reduce("", String::concat)
                                + "</Relationships>")
                .write("ppt/media/image1.png", "png")
                .write("ppt/media/image2.emf", "emf")
                .write("ppt/media/film.mp4", "mp4");
        slide(
                3,
                "",
                title("Wie Eis wächst")
                        + shape("<p:ph type=\"subTitle\"/>", "<a:p><a:r><a:t>Ein Anfang</a:t></a:r></a:p>"));
        slide(
                1,
                "",
                title("Langsam")
                        + shape(
                                "<p:ph idx=\"1\"/>",
                                point(0, "von unten")
                                        + point(1, "um *einen* Zentimeter &lt;c&gt;")
                                        + point(1, "am Tag")
                                        + point(0, "und <x/>".replace("<x/>", "klar"))
                                        + "<a:p><a:pPr><a:buNone/></a:pPr><a:r><a:rPr b=\"1\"/><a:t>Merke:</a:t></a:r><a:r><a:t> es bleibt.</a:t></a:r></a:p>")
                        + shape("<p:ph type=\"sldNum\"/>", "<a:p><a:fld><a:t>99</a:t></a:fld></a:p>")
                        + shape(
                                "",
                                "<a:p><a:r><a:rPr><a:hlinkClick r:id=\"rId9\"/></a:rPr><a:t>Mehr</a:t></a:r></a:p>"),
                "<Relationship Id=\"rId9\" Type=\"http://x/hyperlink\" Target=\"https://example.org/a\" TargetMode=\"External\"/>",
                relation("rId8", "notesSlide", "../notesSlides/notesSlide1.xml"));
        deck().write(
                        "ppt/notesSlides/notesSlide1.xml",
                        HEAD.formatted("").replace("p:sld", "p:notes")
                                + shape("<p:ph type=\"body\"/>", point(0, "Langsam sprechen"))
                                + END.replace("p:sld", "p:notes"));
        slide(
                2,
                "",
                title("Langsam")
                        + "<p:grpSp><p:pic><p:nvPicPr><p:cNvPr id=\"4\" name=\"B\" descr=\"Ein See\"/></p:nvPicPr><p:blipFill><a:blip r:embed=\"rId2\"/></p:blipFill></p:pic></p:grpSp>"
                        + "<p:pic><p:nvPicPr><p:cNvPr id=\"5\" name=\"C\"/></p:nvPicPr><p:blipFill><a:blip r:embed=\"rId3\"/></p:blipFill></p:pic>"
                        + "<p:graphicFrame><a:graphic><a:graphicData uri=\"http://x/table\"><a:tbl>"
                        + "<a:tr><a:tc><a:txBody><a:p><a:r><a:t>Tag</a:t></a:r></a:p></a:txBody></a:tc><a:tc><a:txBody><a:p><a:r><a:t>cm</a:t></a:r></a:p></a:txBody></a:tc></a:tr>"
                        + "<a:tr><a:tc><a:txBody><a:p><a:r><a:t>1</a:t></a:r></a:p></a:txBody></a:tc><a:tc><a:txBody><a:p><a:r><a:t>2|3</a:t></a:r></a:p></a:txBody></a:tc></a:tr>"
                        + "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
                        + "<p:graphicFrame><a:graphic><a:graphicData uri=\"http://x/chart\"/></a:graphic></p:graphicFrame>",
                relation("rId2", "image", "../media/image1.png"),
                relation("rId3", "image", "../media/image2.emf"));
        slide(4, " show=\"0\"", title("Geheim"));
        slide(
                5,
                "",
                title("Schluss")
                        + "<p:pic><p:nvPicPr><p:cNvPr id=\"4\" name=\"F\" descr=\"Film\"/><p:nvPr><p:extLst><p14:media xmlns:p14=\"p14\" r:embed=\"rId4\"/></p:extLst></p:nvPr></p:nvPicPr>"
                        + "<p:blipFill><a:blip r:embed=\"rId2\"/></p:blipFill></p:pic>"
                        + shape("", "<a:p><m:oMath xmlns:m=\"m\"><m:r><m:t>E=mc</m:t></m:r></m:oMath></a:p>")
                        + "<p:graphicFrame><a:graphic><a:graphicData uri=\"http://x/diagram\"><dgm:relIds xmlns:dgm=\"d\" r:dm=\"rId5\"/></a:graphicData></a:graphic></p:graphicFrame>",
                relation("rId2", "image", "../media/image1.png"),
                relation("rId4", "media", "../media/film.mp4"),
                relation("rId5", "diagramData", "../diagrams/data1.xml"));
        deck().write(
                        "ppt/diagrams/data1.xml",
                        "<d:dataModel xmlns:d=\"d\" xmlns:a=\"a\"><d:pt><d:t><a:p><a:r><a:t>Frost</a:t></a:r></a:p></d:t></d:pt><d:pt/><d:pt><d:t><a:p><a:r><a:t>Tau</a:t></a:r></a:p></d:t></d:pt></d:dataModel>");
    }

    @Override
    void emptied() {
        deck().write("ppt/presentation.xml", "<p:presentation xmlns:p=\"p\"/>");
    }

    @Test
    void slidesBecomeALessonInTheirOrder() {
        assertOneLesson(accepted(), "Wie Eis wächst", "de-CH", """
                # Wie Eis wächst

                Ein Anfang

                ## Langsam

                - von unten

                  - um \\*einen\\* Zentimeter \\<c>
                  - am Tag

                - und klar

                **Merke:** es bleibt.

                [Mehr](https://example.org/a)

                ![Ein See](../ppt/media/image1.png)

                | Tag | cm |
                | --- | --- |
                | 1 | 2\\|3 |

                ## Schluss

                [film.mp4](../ppt/media/film.mp4)

                ![Film](../ppt/media/image1.png)

                E=mc

                - Frost
                - Tau""");
    }

    @Test
    void whatCannotBeCarriedOverIsNamedWithItsSlide() {
        Accepted outcome = accepted();
        assertThat(told(outcome))
                .containsExactlyInAnyOrder(
                        "slides-missing 6",
                        "slides-hidden 4",
                        "slides-notes 2",
                        "slides-picture 3",
                        "slides-object 3",
                        "slides-film 5",
                        "slides-formula 5",
                        "slides-diagram 5");
        assertThat(outcome.report().text()).doesNotContain("Langsam sprechen");
    }

    @Test
    void everyWordOfASlideThatIsShownArrives() throws IOException {
        String shown = lesson(accepted()).replaceAll("\\\\(.)", "$1");
        for (int number : List.of(1, 2, 3, 5)) {
            String xml = Files.readString(folder.resolve("ppt/slides/slide" + number + ".xml"));
            Pattern.compile("<[am]:t>([^<]++)</[am]:t>")
                    .matcher(xml)
                    .results()
                    .map(found -> found.group(1).replace("&lt;", "<").replace("&gt;", ">"))
                    .filter(word -> !word.equals("99"))
                    .forEach(word -> assertThat(shown).contains(word.strip()));
        }
    }

    @Test
    void theDivisionOfTheAuthorMakesLessons() {
        deck().replace(
                        "ppt/presentation.xml",
                        "</p:presentation>",
                        "<p:extLst><p14:sectionLst xmlns:p14=\"p14\"><p14:section name=\"Anfang\"><p14:sldIdLst><p14:sldId id=\"259\"/><p14:sldId id=\"257\"/></p14:sldIdLst></p14:section>"
                                + "<p14:section name=\"Ende\"><p14:sldIdLst><p14:sldId id=\"258\"/><p14:sldId id=\"261\"/></p14:sldIdLst></p14:section>"
                                + "<p14:section name=\"Leer\"><p14:sldIdLst/></p14:section></p14:sectionLst></p:extLst></p:presentation>");
        Accepted outcome = accepted();
        assertThat(outcome.manifest().units()).extracting(CourseUnit::key).containsExactly("anfang", "ende");
        assertThat(outcome.manifest().units()).extracting(CourseUnit::title).containsExactly("Anfang", "Ende");
        assertThat(lesson(outcome)).contains("## Wie Eis wächst", "## Langsam").doesNotContain("Schluss");
    }
}
