package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.courses.ImportOutcome.Accepted;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a format can say and a course here cannot is in the report; what only looked as if it could not be had is in the course. */
@Tag("unit")
class NothingInSilenceTest {

    private static final String SLIDE = "ppt/slides/slide1.xml";
    private static final String RELATIONS = "ppt/slides/_rels/slide1.xml.rels";
    private static final String DECK = "content.xml";
    private static final String BACKUP = "moodle_backup.xml";
    private static final String QUIZ = "activities/quiz_8/quiz.xml";
    private static final String PROBLEM = "problem/p.xml";
    private static final String MANIFEST = "imsmanifest.xml";

    @TempDir
    Path folder;

    private interface Change extends UnaryOperator<SmallCourses> {}

    /** @param code of the line in the report, {@code said} a part of its words */
    private static Arguments line(String platform, String code, String said, Change change) {
        return arguments(platform, code, said, change);
    }

    private static Change written(String path, String text) {
        return course -> course.write(path, text);
    }

    private static Change put(String path, String before, String text) {
        return course -> course.replace(path, before, text + before);
    }

    private static Change replaced(String path, String old, String other) {
        return course -> course.replace(path, old, other);
    }

    private static Change both(Change one, Change other) {
        return course -> other.apply(one.apply(course));
    }

    private static Change onSlide(String shapes) {
        return put(SLIDE, "</spTree>", shapes);
    }

    private static Change related(String kind, String target) {
        return put(
                RELATIONS,
                "</Relationships>",
                "<Relationship Id=\"rId7\" Type=\"t/" + kind + "\" Target=\"" + target + "\"/>");
    }

    static Stream<Arguments> slides() {
        return Stream.of(
                line(
                        "slides",
                        "slides-comments",
                        ": 2.",
                        both(
                                related("comments", "../comments/c.xml"),
                                written("ppt/comments/c.xml", "<cmLst><cm><reply/></cm></cmLst>"))),
                line("slides", "slides-animation", ": 1.", put(SLIDE, "</sld>", "<timing><par><anim/></par></timing>")),
                line("slides", "slides-drawing", ": 1.", onSlide("<cxnSp/>")),
                line("slides", "slides-drawing", ": 1.", onSlide("<sp><spPr/><txBody><p/></txBody></sp>")),
                line(
                        "slides",
                        "slides-link",
                        ": 1.",
                        put(SLIDE, "<t>C</t>", "<rPr><hlinkClick id=\"\" action=\"ppaction://hlinksldjump\"/></rPr>")),
                line(
                        "slides",
                        "slides-object",
                        "chart",
                        onSlide("<graphicFrame><graphicData uri=\"u/chart\"/></graphicFrame>")),
                line("slides", "slides-object", "ink", onSlide("<contentPart/>")),
                line(
                        "slides",
                        "slides-object",
                        "a.wav",
                        both(related("audio", "../media/a.wav"), onSlide("<pic><audioFile r:link=\"rId7\"/></pic>"))),
                line(
                        "slides",
                        "slides-notes",
                        "1",
                        both(
                                related("notesSlide", "../notesSlides/n.xml"),
                                written(
                                        "ppt/notesSlides/n.xml",
                                        "<notes><sp><nvSpPr><ph type=\"body\"/></nvSpPr><p><t>Slowly</t></p></sp></notes>"))),
                line("odp", "slides-comments", ": 1.", put(DECK, "</page>", "<annotation><p>Why?</p></annotation>")),
                line("odp", "slides-comments", ": 1.", put(DECK, "C</p>", "<annotation><p>Why?</p></annotation>")),
                line("odp", "slides-animation", ": 1.", put(DECK, "</page>", "<par><set/></par>")),
                line("odp", "slides-drawing", ": 1.", put(DECK, "</page>", "<g><line/></g>")),
                line("odp", "slides-link", ": 1.", replaced(DECK, "https://example.org/", "#page2")),
                line("odp", "slides-link", ": 1.", put(DECK, "</page>", "<a xlink:href=\"other.odp\"><rect/></a>")),
                line("odp", "slides-object", "control", put(DECK, "</page>", "<control/>")));
    }

    private static Change kind(String kind) {
        return both(
                replaced(BACKUP, "<modulename>label", "<modulename>" + kind),
                written("activities/label_2/" + kind + ".xml", "<activity><" + kind + "/></activity>"));
    }

    static Stream<Arguments> backups() {
        Stream<Arguments> kinds = Stream.of(
                        "bigbluebuttonbn",
                        "chat",
                        "choice",
                        "data",
                        "feedback",
                        "glossary",
                        "h5pactivity",
                        "imscp",
                        "lesson",
                        "lti",
                        "scorm",
                        "survey",
                        "wiki",
                        "workshop")
                .map(kind -> line("moodle-rich", "moodle-activity", kind, kind(kind)));
        Stream<Arguments> questions = Stream.of(
                        "calculated",
                        "ddimageortext",
                        "ddmarker",
                        "ddwtos",
                        "gapselect",
                        "multianswer",
                        "ordering",
                        "randomsamatch")
                .map(type -> line(
                        "moodle-rich", "quiz-question", type, replaced("questions.xml", ">essay<", ">" + type + "<")));
        Stream<Arguments> files = Stream.of(
                        "badges.xml badge",
                        "course/blocks/html_1/block.xml block",
                        "course/calendar.xml event",
                        "activities/page_1/comments.xml comment",
                        "course/competencies.xml competency",
                        "groups.xml group",
                        "outcomes.xml outcome",
                        "scales.xml scale",
                        "users.xml user")
                .map(file -> file.split(" "))
                .map(file -> line(
                        "moodle-rich",
                        "moodle-beside",
                        file[0].replaceFirst(".*/", "") + " (2)",
                        written(file[0], "<all><" + file[1] + "/><" + file[1] + "/></all>")));
        Stream<Arguments> quizzes = Stream.of(
                        "<password>p</password>",
                        "<navmethod>sequential</navmethod>",
                        "<feedbacks><feedback><feedbacktext>Well done</feedbacktext></feedback></feedbacks>",
                        "<sections><section><heading>Part A</heading></section></sections>")
                .map(setting -> line(
                        "moodle-rich",
                        "quiz-beside",
                        setting.replaceFirst("(?s).*<(\\w+)>[^<]+<.*", "$1"),
                        put(QUIZ, "</quiz>", setting)));
        return Stream.of(
                        kinds,
                        questions,
                        files,
                        quizzes,
                        Stream.of(
                                line(
                                        "moodle-rich",
                                        "moodle-restricted",
                                        "“T”",
                                        written(
                                                "activities/page_1/module.xml",
                                                "<module><availability>{\"op\":\"&amp;\",\"c\":[{\"type\":\"date\"}]}</availability></module>")),
                                line(
                                        "moodle-rich",
                                        "moodle-hidden",
                                        "“T”",
                                        written(
                                                "activities/page_1/module.xml",
                                                "<module><visible>0</visible></module>")),
                                line(
                                        "moodle-rich",
                                        "moodle-nowhere",
                                        "“T”",
                                        replaced("sections/section_1/section.xml", "1,2,3", "1,2")),
                                line(
                                        "moodle-rich",
                                        "moodle-beside",
                                        "duedate",
                                        put(
                                                "activities/assign_6/assign.xml",
                                                "</assign>",
                                                "<duedate>1700000000</duedate>")),
                                line(
                                        "moodle-rich",
                                        "quiz-beside",
                                        "question_hint",
                                        put(
                                                "questions.xml",
                                                "<single>1",
                                                "<question_hint><hint>Look</hint></question_hint>")),
                                line(
                                        "moodle-rich",
                                        "quiz-beside",
                                        "correctfeedback",
                                        put("questions.xml", "<single>1", "<correctfeedback>Yes</correctfeedback>")),
                                line(
                                        "moodle-rich",
                                        "moodle-slot",
                                        "“T”",
                                        replaced(QUIZ, "<questionid>11</questionid>", "<questionsetreference/>")),
                                line(
                                        "moodle-rich",
                                        "moodle-bank",
                                        "Left",
                                        put(
                                                "questions.xml",
                                                "</question_categories>",
                                                "<question id=\"77\"><name>Left</name><qtype>essay</qtype></question>")),
                                line(
                                        "moodle-rich",
                                        "moodle-files",
                                        "D.pdf",
                                        replaced("files.xml", ">content<", ">other<"))))
                .flatMap(part -> part);
    }

    static Stream<Arguments> exports() {
        Stream<Arguments> components = Stream.of(
                        "annotatable",
                        "conditional",
                        "drag-and-drop-v2",
                        "edx_sga",
                        "h5p",
                        "library_content",
                        "lti_consumer",
                        "openassessment",
                        "poll",
                        "scorm",
                        "split_test",
                        "survey",
                        "word_cloud")
                .map(name -> line(
                        "olx-rich",
                        "olx-component",
                        name,
                        put("vertical/v.xml", "</vertical>", "<" + name + " display_name=\"X\" a=\"b\"/>")));
        Stream<Arguments> responses = Stream.of(
                        "annotation",
                        "code",
                        "custom",
                        "external",
                        "formula",
                        "image",
                        "schematic",
                        "symbolic",
                        "truefalse")
                .map(kind -> kind + "response")
                .map(kind -> line(
                        "olx-rich",
                        "quiz-question",
                        kind,
                        put(PROBLEM, "<solution>", "<p>What?</p><" + kind + "><textline/></" + kind + ">")));
        Stream<Arguments> settings = Stream.of(
                        "due=\"2026-12-01T00:00:00Z\"", "graded=\"true\"", "group_access=\"{&quot;5&quot;: [1]}\"")
                .map(setting -> line(
                        "olx-rich",
                        "olx-beside",
                        setting.replaceFirst("=.*", ""),
                        replaced("course.xml", "<sequential ", "<sequential " + setting + " ")));
        return Stream.of(
                        components,
                        responses,
                        settings,
                        Stream.of(
                                line(
                                        "olx-rich",
                                        "olx-beside",
                                        "wiki",
                                        put("course.xml", "<chapter", "<wiki slug=\"s\"/>")),
                                line(
                                        "olx-rich",
                                        "olx-beside",
                                        "textbook",
                                        put("course.xml", "<chapter", "<textbook title=\"B\"/>")),
                                line(
                                        "olx-rich",
                                        "olx-beside",
                                        "max_attempts",
                                        replaced(PROBLEM, "<problem ", "<problem max_attempts=\"2\" ")),
                                line(
                                        "olx-rich",
                                        "olx-hidden",
                                        "“W”",
                                        replaced("video/w.xml", "<video ", "<video visible_to_staff_only=\"true\" ")),
                                line("olx-rich", "file-unused", "tabs/t.html", written("tabs/t.html", "<p>A tab</p>")),
                                line(
                                        "olx-rich",
                                        "file-unused",
                                        "info/handouts.html",
                                        written("info/handouts.html", "<p>Read</p>")),
                                line(
                                        "olx-rich",
                                        "file-unused",
                                        "policies/r/grading_policy.json",
                                        written("policies/r/grading_policy.json", "{}")),
                                line(
                                        "olx-rich",
                                        "config-unused",
                                        "cohort_config, start",
                                        written(
                                                "policies/r/policy.json",
                                                "{\"course/r\": {\"start\": \"2026-01-01\", \"cohort_config\": {\"cohorted\": true}, \"tabs\": []}}")),
                                line(
                                        "olx-rich",
                                        "quiz-beside",
                                        "correcthint, partial_credit",
                                        both(
                                                put(PROBLEM, "</numericalresponse>", "<correcthint>Yes</correcthint>"),
                                                replaced(
                                                        PROBLEM,
                                                        "<choiceresponse>",
                                                        "<choiceresponse partial_credit=\"EDC\">")))))
                .flatMap(part -> part);
    }

    private static Change resource(String type, String inside) {
        return replaced(
                MANIFEST,
                "<resource identifier=\"f\" type=\"webcontent\" href=\"f.pdf\">",
                "<resource identifier=\"f\" type=\"" + type + "\" href=\"f.pdf\">" + inside);
    }

    private static Change teachers(String role) {
        return resource(
                "webcontent",
                "<metadata><lom><educational><intendedEndUserRole><value>" + role
                        + "</value></intendedEndUserRole></educational></lom></metadata>");
    }

    static Stream<Arguments> cartridges() {
        return Stream.of(
                line("cartridge-rich", "cartridge-type", "idpfepub", resource("idpfepub_epubv3p0", "")),
                line("cartridge-rich", "cartridge-type", "imsiwb", resource("imsiwb_iwbv1p0", "")),
                line("cartridge-rich", "cartridge-type", "imsapip", resource("imsapip_zipv1p0", "")),
                line("cartridge-rich", "cartridge-tool", "“Tf”", resource("imsbasiclti_xmlv1p3", "")),
                line("cartridge-rich", "cartridge-teachers", "“Tf”", teachers("Instructor")),
                line(
                        "cartridge-rich",
                        "cartridge-teachers",
                        "“Tf”",
                        replaced(MANIFEST, "href=\"f.pdf\">", "href=\"f.pdf\" intendeduse=\"lessonplan\">")),
                line(
                        "cartridge-rich",
                        "cartridge-teachers",
                        "“Ta”",
                        put("a.xml", "</assignment>", "<instructor_text>For you</instructor_text>")),
                line(
                        "cartridge-rich",
                        "cartridge-unpublished",
                        "“Tp”",
                        put("p.html", "<h1>", "<meta name=\"workflow_state\" content=\"unpublished\">")),
                line(
                        "cartridge-rich",
                        "cartridge-file-missing",
                        "gone.pdf",
                        put("t.xml", "</topic>", "<attachments><attachment href=\"gone.pdf\"/></attachments>")),
                line(
                        "cartridge-rich",
                        "quiz-beside",
                        "rubric",
                        put(
                                "q.xml",
                                "<section>",
                                "<rubric view=\"Scorer\"><material><mattext>K</mattext></material></rubric>")),
                line(
                        "cartridge-rich",
                        "quiz-beside",
                        "matimage",
                        put("q.xml", "<mattext", "<matimage uri=\"i.png\"/>")),
                line(
                        "cartridge-rich",
                        "quiz-beside",
                        "itemfeedback (5)",
                        put("q.xml", "</item>", "<itemfeedback ident=\"z\"><mattext>Z</mattext></itemfeedback>")),
                line("cartridge-rich", "file-unused", "other/x.pdf", written("other/x.pdf", "x")));
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                line(
                        "book",
                        "page-kind",
                        "r.rst",
                        both(written("r.rst", "R\n"), put("_toc.yml", "  - file: quiz", "  - file: r.rst\n"))),
                line(
                        "book",
                        "toc-url",
                        "example.org",
                        put("_toc.yml", "  - file: quiz", "  - url: https://example.org\n")),
                line("book", "toc-glob", "more", put("_toc.yml", "  - file: quiz", "  - glob: more/*\n")),
                line("book", "config-unused", "execute", put("_config.yml", "title", "execute: {timeout: 9}\n")),
                line("book", "file-unused", "d.rst", written("d.rst", "R\n")),
                line(
                        "carpentries",
                        "page-kind",
                        "episodes/r.Rmd",
                        both(written("episodes/r.Rmd", "# R\n"), put("config.yaml", "- a.md", "- r.Rmd\n"))),
                line("carpentries", "carpentries-draft", "episodes/z.md", written("episodes/z.md", "# Z\n")),
                line("carpentries", "carpentries-instructors", "n.md", written("instructors/n.md", "# N\n\nText\n")),
                line("carpentries", "config-unused", "varnish", put("config.yaml", "title", "varnish: x\n")),
                line("carpentries", "page-kind", "learners/l.ipynb", written("learners/l.ipynb", "{}")),
                line("repository", "file-unused", "1-a/q.qmd", written("1-a/q.qmd", "# Q\n")),
                line("repository", "repository-translation", "README.fr.md", written("1-a/README.fr.md", "# A\n")),
                line("repository", "repository-about", "SECURITY.md", written("SECURITY.md", "# S\n")));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource({"slides", "backups", "exports", "cartridges", "texts"})
    void whatIsLeftOutIsInTheReport(String platform, String code, String said, Change change) {
        SmallCourses course = SampleCourses.write(platform, folder);
        assertThat(lines(course.read(), code)).as("before").noneMatch(line -> line.contains(said));
        ImportOutcome outcome = change.apply(course).read();
        assertThat(outcome).withFailMessage(() -> outcome.report().text()).isInstanceOf(Accepted.class);
        assertThat(lines(outcome, code))
                .withFailMessage(() -> outcome.report().text())
                .anyMatch(line -> line.contains(said));
    }

    private static List<String> lines(ImportOutcome outcome, String code) {
        return ImportFixtures.faults(outcome, code).stream()
                .map(fault -> fault.reason())
                .toList();
    }

    static Stream<Arguments> carried() {
        return Stream.of(
                arguments(
                        "slides",
                        "<sup>2</sup>",
                        replaced(SLIDE, "<t>Q</t></r>", "<t>x</t></r><r><rPr baseline=\"30000\"/><t>2</t></r>")),
                arguments(
                        "slides",
                        "<sub>2</sub>",
                        replaced(SLIDE, "<t>Q</t></r>", "<t>H</t></r><r><rPr baseline=\"-25000\"/><t>2</t></r>")),
                arguments("slides", "<del>Q</del>", replaced(SLIDE, "<rPr b=\"1\">", "<rPr strike=\"sngStrike\">")),
                arguments(
                        "slides", "## Together", replaced(SLIDE, "<t>T</t></r>", "<t>To</t></r><r><t>gether</t></r>")),
                arguments(
                        "slides",
                        "Area a+b",
                        onSlide(
                                "<AlternateContent><Choice><sp><txBody><p><r><t>Area </t></r><m><oMath><r><t>a+b</t></r></oMath></m></p></txBody></sp></Choice>"
                                        + "<Fallback><sp><spPr><blipFill><blip r:embed=\"rId3\"/></blipFill></spPr><txBody><p><r><t> </t></r></p></txBody></sp></Fallback></AlternateContent>")),
                arguments(
                        "slides",
                        "](https://www.youtube.com/embed/PK-2DBIVDO8)",
                        both(
                                put(
                                        RELATIONS,
                                        "</Relationships>",
                                        "<Relationship Id=\"rId7\" Type=\"t/video\" Target=\"https://www.youtube.com/embed/PK-2DBIVDO8\" TargetMode=\"External\"/>"),
                                onSlide(
                                        "<pic><nvPicPr><nvPr><videoFile r:link=\"rId7\"/></nvPr></nvPicPr><blipFill><blip r:embed=\"rId3\"/></blipFill></pic>"))),
                arguments(
                        "slides",
                        "](https://example.org/)\n\n| C |",
                        replaced(
                                SLIDE,
                                "<cNvPr descr=\"D\"/>",
                                "<cNvPr descr=\"D\"><hlinkClick r:id=\"rId2\"/></cNvPr>")),
                arguments(
                        "odp",
                        "<sup>Q</sup>",
                        replaced(
                                DECK,
                                "<text-properties font-weight=\"bold\"/>",
                                "<text-properties text-position=\"super 58%\"/>")),
                arguments(
                        "odp",
                        "](https://example.org/shape)",
                        put(DECK, "</page>", "<a xlink:href=\"https://example.org/shape\"><rect/></a>")),
                arguments(
                        "moodle-rich",
                        "[D.pdf](../../files-by-name/106/D.pdf)",
                        both(
                                replaced("files.xml", "<contextid>105", "<contextid>106"),
                                both(
                                        replaced("files.xml", "mod_resource", "mod_assign"),
                                        replaced("files.xml", ">content<", ">introattachment<")))),
                arguments(
                        "moodle-rich",
                        "In three steps",
                        put("activities/assign_6/assign.xml", "</assign>", "<activity>In three steps</activity>")),
                arguments(
                        "moodle-rich",
                        "First of all\n\nPage",
                        replaced("activities/page_1/page.xml", "<intro>I", "<intro>First of all")),
                arguments(
                        "olx-rich",
                        "![Which](../static/a.png)",
                        both(
                                written("static/a.png", "x"),
                                put(PROBLEM, "<choicegroup>", "<img src=\"/static/a.png\" alt=\"Which\"/>"))),
                arguments(
                        "cartridge-rich",
                        "[f.pdf](f.pdf)",
                        put("t.xml", "</topic>", "<attachments><attachment href=\"f.pdf\"/></attachments>")),
                arguments(
                        "cartridge-rich",
                        "Read this first",
                        put(
                                "q.xml",
                                "<section>",
                                "<rubric><material><mattext>Read this first</mattext></material></rubric>")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("carried")
    void whatCanBeHadIsInTheCourse(String platform, String expected, Change change) {
        SmallCourses course = SampleCourses.write(platform, folder);
        Accepted outcome = (Accepted) change.apply(course).read();
        String all = outcome.files().values().stream()
                .filter(file -> file.path().matches(".*\\.(md|yaml)"))
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
        assertThat(all).contains(expected);
    }
}
