package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.collegium.courses.ImportOutcome.Accepted;
import org.collegium.courses.ImportOutcome.Refused;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Common Cartridges: two real ones, counted a second time by other means, and a small one with everything. */
@Tag("unit")
class CartridgeImportTest {

    @TempDir
    Path folder;

    private static Accepted accepted(ImportOutcome outcome) {
        assertThat(outcome).withFailMessage(() -> outcome.report().text()).isInstanceOf(Accepted.class);
        return (Accepted) outcome;
    }

    private static String text(Accepted outcome, String path) {
        return ImportFixtures.text(outcome, path);
    }

    private static List<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    @Test
    void anExportOfCanvasArrivesWithItsModulesPagesAndPictures() throws IOException {
        Path cartridge = ImportFixtures.corpus("common-cartridge").resolve("allyworkshop.imscc");
        Accepted outcome = accepted(ImportFixtures.read(cartridge));
        Map<String, String> files = new HashMap<>();
        try (ZipFile zip = new ZipFile(cartridge.toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                if (entry.getName().matches(".*\\.(xml|html)")) {
                    files.put(
                            entry.getName(),
                            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        String manifest = files.getOrDefault("imsmanifest.xml", "");
        List<String> modules = found(manifest, "<item identifier=\"i[^\"]*\">\\s*<title>([^<]*?)\\s*</title>");
        assertThat(outcome.manifest().sections().stream()
                        .map(CourseSection::title)
                        .limit(modules.size())
                        .map(title -> title.replaceAll("\\s+", " ")))
                .isEqualTo(modules.stream()
                        .map(title -> title.replaceAll("\\s+", " "))
                        .toList());
        long named = Pattern.compile("identifierref=\"[^\"]*\">\\s*<title>")
                .matcher(manifest)
                .results()
                .count();
        long pages = files.keySet().stream()
                .filter(path -> path.startsWith("wiki_content/"))
                .count();
        long discussions =
                files.values().stream().filter(text -> text.contains("<topic ")).count();
        assertThat(outcome.manifest().units()).filteredOn(CourseUnit::required).hasSize((int) named - 1);
        assertThat(outcome.manifest().units()).hasSize((int) (pages + discussions));
        assertThat(ImportFixtures.faults(outcome, "cartridge-resource-missing")).hasSize(1);
        assertThat(ImportFixtures.faults(outcome, "cartridge-discussion")).hasSize((int) discussions);

        int pictures = 0;
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (file.getKey().startsWith("wiki_content/") || file.getValue().contains("<topic ")) {
                Matcher picture = Pattern.compile("(?:<|&lt;)img\\b(?![^>]*media_comment_thumbnail)")
                        .matcher(file.getValue());
                pictures += (int) picture.results().count();
            }
        }
        assertThat(outcome.report().counts().activities().figures())
                .isEqualTo(pictures)
                .isPositive();
        assertThat(outcome.manifest().metadata().licence()).isEqualTo("CC-BY-SA-4.0");
        assertThat(outcome.manifest().metadata().title()).isEqualTo("Ally: Accessibility Workshop");
        assertThat(outcome.files()).containsKey("web_resources/Course Files/Images/Ally Logo Image.png");
        ImportedTexts.assertReadable(outcome, 16);
    }

    @Test
    void everyKindOfQuestionBecomesOneOfOursOrIsNamed() throws IOException {
        Path cartridge = ImportFixtures.corpus("common-cartridge").resolve("all-question-types");
        Accepted outcome = accepted(ImportFixtures.read(cartridge));
        String qti =
                Files.readString(cartridge.resolve("non_cc_assessments/iaa8f9f400b29e514ea8d28fd7ed067f4.xml.qti"));
        List<String> kinds = found(qti, "<fieldlabel>question_type</fieldlabel>\\s*<fieldentry>(\\w+)_question");
        String quiz = text(outcome, "iaa8f9f400b29e514ea8d28fd7ed067f4/assessment_qti.yaml");
        assertThat(found(quiz, "(?m)^    type: (\\S+)"))
                .containsExactly(
                        "single", "true-false", "multiple", "cloze", "matching", "numeric", "formula", "essay");
        int told = ImportFixtures.faults(outcome, "quiz-question").size()
                + ImportFixtures.faults(outcome, "quiz-text").size();
        assertThat(outcome.report().counts().activities().questions() + told).isEqualTo(kinds.size());
        assertThat(outcome.report().counts().activities().unkeyedQuestions()).isZero();
        assertThat(quiz)
                .contains(
                        "attempts: 1",
                        "Roses are {{color1}}, violets are {{color2}}",
                        "answer: 33.33",
                        "tolerance: 0.01")
                .contains("What is 5 plus {{x}}?", "good!\n\n          nice job", "explanation: alright");
        assertThat(outcome.manifest().units()).allMatch(CourseUnit::required);
        // The introduction itself says the name of the reference.
        assertThat(ImportedTexts.of(outcome).marks()).singleElement().asString().contains("this came from");
    }

    private static String manifest(String version, String items, String resources) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imscc%1$s/imscp_v1p1">
                  <metadata><schema>IMS Common Cartridge</schema>
                    <lom><general><title><string>Small</string></title><language>en</language></general></lom></metadata>
                  <organizations><organization identifier="o" structure="rooted-hierarchy"><item identifier="root">
                  %2$s
                  </item></organization></organizations>
                  <resources>%3$s</resources>
                </manifest>
                """.formatted(version, items, resources);
    }

    private static String item(String name) {
        return "<item identifier=\"i-" + name + "\" identifierref=\"" + name + "\"><title>" + name + "</title></item>";
    }

    private static String resource(String name, String type, String href) {
        return "<resource identifier=\"" + name + "\" type=\"" + type + "\" href=\"" + href + "\"><file href=\"" + href
                + "\"/></resource>";
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1p0", "v1p1", "v1p2", "v1p3"})
    void whatCannotBeHadHereIsSaidInEveryVersion(String version) {
        String v = version.equals("v1p0") ? "imscc_xmlv1p0" : "imscc_xml" + version;
        SmallCourses cartridge = SmallCourses.empty(folder)
                .write(
                        "imsmanifest.xml",
                        manifest(
                                version,
                                "<item identifier=\"m1\"><title>One</title><item identifier=\"h\"><title>Heading</title></item>"
                                        + item("page") + item("link") + item("badlink") + item("tool") + item("file")
                                        + item("talk") + item("task") + item("none") + item("odd") + "</item>"
                                        + "<item identifier=\"m2\"><title>Empty</title>" + item("tool2") + "</item>",
                                resource("page", "webcontent", "pages/page.html")
                                        + resource("link", "imswl_xml" + version, "link.xml")
                                        + resource("badlink", "imswl_xml" + version, "bad.xml")
                                        + resource("tool", "imsbasiclti_xmlv1p0", "tool.xml")
                                        + resource("tool2", "imsbasiclti_xmlv1p0", "tool.xml")
                                        + resource("file", "webcontent", "files/Data Sheet.pdf")
                                        + resource("talk", "imsdt_xml" + version, "talk.xml")
                                        + resource("task", "assignment_xmlv1p0", "task.xml")
                                        + resource("odd", "imsfuture_xmlv9", "odd.xml")
                                        + resource("broken", "imsdt_xml" + version, "broken.xml")
                                        + resource("bank", "imsqti_xmlv1p2/" + v + "/question-bank", "bank.xml")))
                .write("pages/page.html", """
                        <html><head><title>A page</title></head><body><h1>Ice</h1>
                        <p>See <a href="../files/Data%20Sheet.pdf">the data</a>, <a href="page.html#x">itself</a>,
                        <a href="gone.html">gone</a> and <a href="javascript:alert(1)">this</a>.</p>
                        <script>alert(1)</script>
                        <img src="$IMS-CC-FILEBASE$/../files/ice.png?x=1&amp;y=2" alt="Ice"><img src="no.png" alt="Nothing">
                        <iframe src="https://www.youtube.com/embed/PK-2DBIVDO8"></iframe>
                        <iframe src="https://example.org/frame.html" title="A frame"></iframe>
                        <p>\\(a^2\\) and <img data-equation-content="b^2" src="x.png"></p>
                        <table><tr><td>1</td><td>2</td></tr></table></body></html>
                        """)
                .write("files/Data Sheet.pdf", "%PDF-1.4")
                .write("files/ice.png", "no picture")
                .write("link.xml", "<webLink><title>L</title><url href=\"https://example.org/a(b)\"/></webLink>")
                .write("bad.xml", "<webLink><title>L</title><url href=\"javascript:alert(1)\"/></webLink>")
                .write("tool.xml", "<cartridge_basiclti_link/>")
                .write(
                        "talk.xml",
                        "<topic><title>T</title><text texttype=\"text/html\">&lt;p&gt;What do you think?&lt;/p&gt;</text></topic>")
                .write(
                        "task.xml",
                        "<assignment><title>T</title><text texttype=\"text/plain\">Write *it* down.</text></assignment>")
                .write("odd.xml", "<odd/>")
                .write(
                        "broken.xml",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><topic><title>&e;</title></topic>")
                .write("bank.xml", """
                        <questestinterop><objectbank ident="b">
                          %s
                        </objectbank></questestinterop>
                        """.formatted(item(
                                "cc.fib.v0p1",
                                "Ice is frozen …",
                                "<response_str ident=\"r\"/>",
                                "<varequal respident=\"r\" case=\"Yes\">water</varequal>")
                        + item(
                                "cc.pattern_match.v0p1",
                                "Name a metal",
                                "<response_str ident=\"r\"/>",
                                "<varsubstring respident=\"r\">iron</varsubstring>")
                        + item("cc.essay.v0p1", "Tell", "<response_str ident=\"r\"/>", "<other/>")
                        + item("cc.unknown.v9", "Odd", "<response_str ident=\"r\"/>", "<other/>")));
        Accepted outcome = accepted(cartridge.read());
        assertThat(outcome.manifest().units())
                .extracting(CourseUnit::key)
                .containsExactly("page", "link", "file", "talk", "task", "bank");
        String page = text(outcome, "pages/page.md");
        assertThat(page)
                .contains("[the data](../files/Data%20Sheet.pdf)", "[itself](page.md)", "gone and this.")
                .contains(
                        "![Ice](../files/ice.png)",
                        "Nothing",
                        "[A frame](https://example.org/frame.html)",
                        "$a^2$ and $b^2$")
                .doesNotContain("alert(1)");
        assertThat(text(outcome, "link.md")).contains("(https://example.org/a%28b%29)");
        assertThat(text(outcome, "task.md")).contains("Write \\*it\\* down.");
        assertThat(text(outcome, "bank.yaml")).contains("- water", "caseSensitive: true", "- iron");
        assertThat(ImportFixtures.faults(outcome))
                .contains(
                        "pages/page.html:3 html-link",
                        "pages/page.html:5 html-file",
                        "pages/page.html:7 html-frame",
                        "talk.xml cartridge-discussion",
                        "task.xml cartridge-assignment",
                        "bad.xml cartridge-web-link");
        assertThat(outcome.report().faults())
                .extracting(fault -> fault.code())
                .contains(
                        "cartridge-heading",
                        "cartridge-module-empty",
                        "cartridge-tool",
                        "cartridge-resource-missing",
                        "cartridge-type",
                        "cartridge-unreadable",
                        "quiz-pattern",
                        "quiz-question",
                        "page-outside");
        assertThat(ImportFixtures.faults(outcome, "quiz-question")).hasSize(1);
        ImportedTexts.assertReadable(outcome, 6);
    }

    private static String item(String profile, String stem, String response, String right) {
        return """
                <item ident="x"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>cc_profile</fieldlabel>
                <fieldentry>%s</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>
                <presentation><material><mattext>%s</mattext></material>%s</presentation>
                <resprocessing><respcondition><conditionvar>%s</conditionvar><setvar varname="SCORE">100</setvar></respcondition></resprocessing></item>
                """.formatted(profile, stem, response, right);
    }

    @Test
    void aFormulaIsTakenOnlyWhenItIsSureToHaveAResult() {
        List<String> taken = new ArrayList<>();
        for (String formula : List.of(
                "5 + x",
                "x / y",
                "y / x",
                "x / (y - 3)",
                "sqrt(x)",
                "x^2 - y",
                "x^y",
                "2 x",
                "x +",
                "z",
                "max(x, y)")) {
            SmallCourses cartridge = SmallCourses.empty(folder)
                    .write(
                            "imsmanifest.xml",
                            manifest(
                                    "v1p1",
                                    item("q"),
                                    resource("q", "imsqti_xmlv1p2/imscc_xmlv1p1/assessment", "q.xml")))
                    .write("q.xml", """
                            <questestinterop><assessment title="Q">%s<item ident="x"><itemmetadata><qtimetadata><qtimetadatafield>
                            <fieldlabel>question_type</fieldlabel><fieldentry>calculated_question</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>
                            <presentation><material><mattext>What is it for [x] and [y]?</mattext></material></presentation>
                            <itemproc_extension><calculated><answer_tolerance>0.1</answer_tolerance><formulas><formula>%s</formula></formulas>
                            <vars><var name="x" scale="1"><min>-1</min><max>10</max></var><var name="y" scale="0"><min>1</min><max>9</max></var></vars>
                            </calculated></itemproc_extension></item></assessment></questestinterop>
                            """.formatted(
                                    item(
                                            "cc.fib.v0p1",
                                            "Ice is frozen …",
                                            "<response_str ident=\"r\"/>",
                                            "<varequal respident=\"r\">water</varequal>"),
                                    formula));
            Accepted outcome = accepted(cartridge.read());
            if (outcome.report().counts().activities().questions() == 2) {
                taken.add(formula);
            }
        }
        assertThat(taken).containsExactly("5 + x", "x / y", "x^2 - y", "max(x, y)");
    }

    @Test
    void aManifestThatIsHostileOrEmptyIsRefusedWithAReason() {
        SmallCourses cartridge = SmallCourses.empty(folder)
                .write("imsmanifest.xml", "<!DOCTYPE m [<!ENTITY a \"imscc\">]><manifest>&a;</manifest>");
        assertThat(cartridge.read()).isInstanceOf(Refused.class);
        assertThat(ImportFixtures.faults(cartridge.read(), "exchange-doctype")).hasSize(1);
        cartridge.write("imsmanifest.xml", manifest("v1p1", "", ""));
        assertThat(ImportFixtures.faults(cartridge.read(), "cartridge-empty")).hasSize(1);
        cartridge.write("imsmanifest.xml", "<manifest><metadata><schema>ADL SCORM</schema></metadata></manifest>");
        assertThat(ImportFixtures.faults(cartridge.read(), "format-unknown")).hasSize(1);
    }
}
