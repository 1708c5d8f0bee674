package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.collegium.courses.ImportOutcome.Accepted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Slides as LibreOffice Impress writes them, counted a second time by other means. */
@Tag("unit")
class OpenSlidesImportTest extends SlidesTest {

    private static final String SPACES =
            " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
                    + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                    + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
                    + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
                    + " xmlns:presentation=\"urn:oasis:names:tc:opendocument:xmlns:presentation:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                    + " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" xmlns:chart=\"urn:oasis:names:tc:opendocument:xmlns:chart:1.0\"";

    private static String page(int number, String style, String shapes) {
        return "<draw:page draw:name=\"page" + number + "\" draw:style-name=\"" + style
                + "\" draw:master-page-name=\"M\">"
                + shapes
                + "</draw:page>";
    }

    private static String frame(String kind, String inside) {
        return "<draw:frame draw:style-name=\"gr1\"" + (kind.isEmpty() ? "" : " presentation:class=\"" + kind + "\"")
                + " svg:width=\"20cm\"><draw:text-box>" + inside + "</draw:text-box></draw:frame>";
    }

    private static String notes(String text) {
        return "<presentation:notes><draw:page-thumbnail presentation:class=\"page\"/>"
                + frame("notes", "<text:p>" + text + "</text:p>") + "</presentation:notes>";
    }

    @BeforeEach
    void aDeck() {
        String first = frame("title", "<text:p>Hoe ijs<text:line-break/>groeit</text:p>")
                + frame("subtitle", "<text:p>Een  <text:s text:c=\"2\"/>begin</text:p>")
                + frame("date-time", "<text:p>nu</text:p>")
                + notes("");
        String second = frame("title", "<text:p>Langzaam</text:p>")
                + frame(
                        "outline",
                        "<text:list text:style-name=\"L1\"><text:list-item><text:p>van onderen</text:p><text:list><text:list-item>"
                                + "<text:p>een *centimeter* &lt;c&gt;</text:p></text:list-item></text:list></text:list-item>"
                                + "<text:list-item><text:p>en <text:span text:style-name=\"T1\">helder</text:span></text:p></text:list-item></text:list>"
                                + "<text:list text:style-name=\"L2\"><text:list-item><text:p>eerst</text:p></text:list-item>"
                                + "<text:list-item><text:p>dan</text:p></text:list-item></text:list>"
                                + "<text:list text:style-name=\"L3\"><text:list-item><text:p>geen punt</text:p></text:list-item></text:list>")
                + "<draw:g><draw:custom-shape><text:p><text:a xlink:href=\"https://example.org/a\">Meer</text:a></text:p></draw:custom-shape></draw:g>"
                + "<draw:custom-shape><text:p><text:a xlink:href=\"#page3\">verder</text:a></text:p></draw:custom-shape>"
                + "<office:annotation><text:p>Onder ons</text:p></office:annotation>"
                + notes("Langzaam spreken");
        String third = frame("title", "<text:p>Langzaam</text:p>")
                + "<draw:frame><draw:image xlink:href=\"Pictures/a.emf\"/><draw:image xlink:href=\"Pictures/b.png\"/><svg:title>Titel</svg:title><svg:desc>Een meer</svg:desc></draw:frame>"
                + "<draw:frame><draw:image xlink:href=\"Pictures/a.emf\"/></draw:frame>"
                + "<draw:frame><table:table><table:table-column table:number-columns-repeated=\"2\"/>"
                + "<table:table-row><table:table-cell><text:p>Dag</text:p></table:table-cell><table:table-cell><text:p>cm</text:p></table:table-cell></table:table-row>"
                + "<table:table-row><table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell><text:p>2|3</text:p></table:table-cell></table:table-row></table:table>"
                + "<draw:image xlink:href=\"Pictures/t.svm\"/></draw:frame>"
                + "<draw:frame><draw:object xlink:href=\"./Object 1\"/><draw:image xlink:href=\"./ObjectReplacements/Object 1\"/></draw:frame>"
                + "<draw:frame><draw:object xlink:href=\"./Object 2\"/><draw:image xlink:href=\"./ObjectReplacements/Object 2\"/></draw:frame>"
                + "<draw:frame><draw:plugin xlink:href=\"Media/film.mp4\"/><draw:image xlink:href=\"Pictures/b.png\"/></draw:frame>";
        deck().write("mimetype", "application/vnd.oasis.opendocument.presentation")
                .write("META-INF/manifest.xml", "<manifest/>")
                .write("Thumbnails/thumbnail.png", "png")
                .write("ObjectReplacements/Object 1", "svm")
                .write("Pictures/a.emf", "emf")
                .write("Pictures/b.png", "png")
                .write("Media/film.mp4", "mp4")
                .write(
                        "Object 1/content.xml",
                        "<math xmlns=\"m\"><semantics><mfrac><mn>1</mn><mi>x</mi></mfrac>"
                                + "<annotation encoding=\"StarMath 5.0\">1 over x</annotation></semantics></math>")
                .write(
                        "Object 2/content.xml",
                        "<office:document-content" + SPACES
                                + "><office:body><office:chart><chart:chart/></office:chart></office:body></office:document-content>")
                .write(
                        "meta.xml",
                        "<office:document-meta" + SPACES
                                + "><office:meta><meta:initial-creator>Ada; Lin</meta:initial-creator><dc:creator>Bob</dc:creator></office:meta></office:document-meta>")
                .write(
                        "styles.xml",
                        "<office:document-styles" + SPACES
                                + "><office:styles><style:default-style style:family=\"graphic\"><style:text-properties fo:language=\"nl\" fo:country=\"BE\"/></style:default-style>"
                                + "<style:style style:name=\"strong\"><style:text-properties fo:font-weight=\"bold\"/></style:style></office:styles></office:document-styles>")
                .write(
                        "content.xml",
                        "<office:document-content" + SPACES
                                + "><office:automatic-styles><style:style style:name=\"T1\" style:family=\"text\" style:parent-style-name=\"strong\"><style:text-properties fo:language=\"en\" fo:country=\"GB\"/></style:style>"
                                + "<style:style style:name=\"dp2\" style:family=\"drawing-page\"><style:drawing-page-properties presentation:visibility=\"hidden\"/></style:style>"
                                + "<text:list-style style:name=\"L1\"><text:list-level-style-bullet text:level=\"1\"/><text:list-level-style-bullet text:level=\"2\"/></text:list-style>"
                                + "<text:list-style style:name=\"L2\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\"/></text:list-style>"
                                + "<text:list-style style:name=\"L3\"><text:list-level-style-number text:level=\"1\" style:num-format=\"\"/></text:list-style>"
                                + "</office:automatic-styles><office:body><office:presentation>"
                                + page(1, "dp1", first)
                                + page(2, "dp1", second)
                                + page(3, "dp1", third)
                                + page(4, "dp2", frame("title", "<text:p>Geheim</text:p>"))
                                + "</office:presentation></office:body></office:document-content>");
    }

    @Override
    void emptied() {
        deck().write("content.xml", "<office:document-content" + SPACES + "/>");
    }

    @Test
    void slidesBecomeALessonInTheirOrder() {
        assertOneLesson(accepted(), "Hoe ijs groeit", "nl-BE", """
                # Hoe ijs groeit

                Een begin

                ## Langzaam

                - van onderen

                  - een \\*centimeter\\* \\<c>

                - en **helder**

                1. eerst
                2. dan

                geen punt

                [Meer](https://example.org/a)

                verder

                ![Een meer](../Pictures/b.png)

                | Dag | cm |
                | --- | --- |
                | 1 | 2\\|3 |

                $\\frac{1}{x}$

                [film.mp4](../Media/film.mp4)

                ![](../Pictures/b.png)""");
    }

    @Test
    void whatCannotBeCarriedOverIsNamedWithItsSlide() {
        Accepted outcome = accepted();
        assertThat(told(outcome))
                .containsExactlyInAnyOrder(
                        "slides-hidden 4",
                        "slides-notes 2",
                        "slides-comments 2",
                        "slides-picture 3",
                        "slides-object 3",
                        "slides-film 3",
                        "slides-link 2");
        assertThat(outcome.report().text()).contains("chart").doesNotContain("Langzaam spreken", "Onder ons");
        assertThat(outcome.files().keySet()).noneMatch(path -> path.matches("mimetype|Thumbnails/.*|.*\\.xml"));
    }

    /** Counted in the DOM of the JDK, which knows nothing of how the importer reads. */
    @Test
    void everyParagraphPictureAndRowOfASlideThatIsShownArrives() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        NodeList pages = factory.newDocumentBuilder()
                .parse(folder.resolve("content.xml").toFile())
                .getElementsByTagName("draw:page");
        String shown = lesson(accepted()).replaceAll("\\\\(.)", "$1").replace("**", "");
        int words = 0;
        for (int i = 0; i < pages.getLength() - 1; i++) {
            NodeList paragraphs = ((Element) pages.item(i)).getElementsByTagName("text:p");
            for (int j = 0; j < paragraphs.getLength(); j++) {
                String text = paragraphs
                        .item(j)
                        .getTextContent()
                        .replaceAll("\\s+", " ")
                        .strip();
                if (!List.of("nu", "", "Langzaam spreken", "Onder ons", "Hoe ijsgroeit")
                        .contains(text)) {
                    assertThat(shown).contains(text);
                    words++;
                }
            }
        }
        assertThat(words).isEqualTo(15);
    }

    @Test
    void stylesThatGoBackToThemselvesEnd() {
        deck().replace(
                        "styles.xml",
                        "style:name=\"strong\"",
                        "style:name=\"strong\" style:parent-style-name=\"strong\"")
                .replace("styles.xml", "fo:font-weight=\"bold\"", "");
        assertThat(lesson(accepted())).contains("- en helder");
    }
}
