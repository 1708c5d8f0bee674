package org.collegium.courses;

import java.nio.file.Path;
import java.util.List;

/** Courses that have all kinds of things of a format, and those that are a single file; each is small. */
final class RichSamples {

    /** What {@link #write} knows. */
    static final List<String> ALL =
            List.of("moodle-rich", "olx-rich", "cartridge-rich", "slides-rich", "odp-rich", "page", "deck", "notebook");

    private static final String ANSWERS =
            "<answers><answer id=\"1\"><answertext>one</answertext><answerformat>1</answerformat><fraction>1.0</fraction><feedback>F</feedback></answer>"
                    + "<answer id=\"2\"><answertext>2</answertext><answerformat>1</answerformat><fraction>0.0</fraction><feedback>G</feedback></answer></answers>";

    private RichSamples() {}

    /** Writes the course into an empty folder. */
    static SmallCourses write(String name, Path folder) {
        SmallCourses source = SmallCourses.empty(folder);
        switch (name) {
            case "moodle-rich" -> moodle(source);
            case "olx-rich" -> olx(source);
            case "cartridge-rich" -> cartridge(source);
            case "slides-rich" -> slides(SampleCourses.write("slides", folder));
            case "odp-rich" ->
                SampleCourses.write("odp", folder)
                        .replace(
                                "content.xml",
                                "</page>",
                                "<annotation><p>Why?</p></annotation><a xlink:href=\"https://example.org/shape\"><rect/></a><g><line/></g><custom-shape><event-listeners>"
                                        + "<event-listener xlink:href=\"#p\"/></event-listeners><p>S</p></custom-shape><frame><plugin xlink:href=\"https://example.org/film\"/></frame>"
                                        + "<control/><par><set/></par><notes><frame class=\"notes\"><text-box><p>Slowly</p></text-box></frame></notes></page>")
                        .replace("content.xml", "font-weight=\"bold\"", "text-position=\"super 58%\"");
            case "deck" -> deck(source);
            case "page" ->
                source.write(
                        "page.md",
                        "# A page\n\nText that says *something* about ice, $x$ and [more](https://example.org).\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
            default ->
                source.write(
                        "notebook.ipynb",
                        "{\"cells\": [{\"cell_type\": \"markdown\", \"metadata\": {}, \"source\": [\"# N\\n\", \"Text about ice.\"]}, {\"cell_type\": \"code\", "
                                + "\"metadata\": {}, \"execution_count\": 1, \"source\": [\"1\\n\"], \"outputs\": [{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": [\"o\"]}, "
                                + "{\"output_type\": \"display_data\", \"metadata\": {}, \"data\": {\"text/html\": \"<b>h</b>\", \"text/latex\": \"$l$\", \"text/plain\": \"p\"}}, "
                                + "{\"output_type\": \"error\", \"ename\": \"E\", \"evalue\": \"v\", \"traceback\": [\"t\"]}]}], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}");
        }
        return source;
    }

    private static void deck(SmallCourses source) {
        source.write("deck.md", """
                        ---
                        marp: true
                        theme: default
                        ---

                        # Ice

                        <!-- Say it slowly,
                        and wait -->

                        Text

                        ---

                        <!-- _class: lead -->

                        ![bg right:40% w:300 Lake](p.png) <!-- fit -->

                        - one
                        - two

                        ***

                        ## Code

                        ```python
                        a = 1
                        ---
                        ```

                        Note: ask who has seen it
                        """).write("p.png", "x");
    }

    private static void slides(SmallCourses source) {
        source.replace(
                        "ppt/slides/slide1.xml",
                        "</spTree>",
                        "<sp><nvSpPr><cNvPr name=\"S\"><hlinkClick r:id=\"rId4\"/></cNvPr></nvSpPr><spPr><blipFill><blip r:embed=\"rId3\"/></blipFill></spPr><txBody><p><r><rPr baseline=\"30000\" strike=\"sngStrike\"/><t>2</t></r></p></txBody></sp>"
                                + "<AlternateContent><Choice><sp><txBody><p><m><oMath><r><t>a+b</t></r></oMath></m></p></txBody></sp></Choice><Fallback><sp><txBody><p><r><t> </t></r></p></txBody></sp></Fallback></AlternateContent>"
                                + "<pic><nvPicPr><nvPr><videoFile r:link=\"rId5\"/></nvPr></nvPicPr><blipFill><blip r:embed=\"rId3\"/></blipFill></pic><cxnSp/><contentPart/>"
                                + "<graphicFrame><graphicData uri=\"u/chart\"/></graphicFrame></spTree>")
                .replace("ppt/slides/slide1.xml", "</sld>", "<timing><par><anim/></par></timing></sld>")
                .replace(
                        "ppt/slides/_rels/slide1.xml.rels",
                        "</Relationships>",
                        relation("rId4", "hyperlink", "https://example.org/shape", true)
                                + relation("rId5", "video", "https://example.org/film", true)
                                + relation("rId6", "comments", "../comments/c.xml", false)
                                + relation("rId7", "notesSlide", "../notesSlides/n.xml", false) + "</Relationships>")
                .write("ppt/comments/c.xml", "<cmLst><cm><text>Why?</text></cm></cmLst>")
                .write(
                        "ppt/notesSlides/n.xml",
                        "<notes><sp><nvSpPr><ph type=\"body\"/></nvSpPr><p><r><t>Slowly</t></r></p></sp></notes>");
    }

    private static String relation(String id, String kind, String target, boolean elsewhere) {
        return "<Relationship Id=\"" + id + "\" Type=\"t/" + kind + "\" Target=\"" + target + "\""
                + (elsewhere ? " TargetMode=\"External\"" : "") + "/>";
    }

    private static void moodle(SmallCourses source) {
        StringBuilder listed = new StringBuilder();
        activity(
                source,
                listed,
                1,
                "page",
                "<intro>I</intro><content>&lt;p&gt;Page &lt;img src=\"@@PLUGINFILE@@/x.png\" alt=\"A\"&gt;&lt;/p&gt;</content>");
        activity(source, listed, 2, "label", "<intro>&lt;p&gt;Between.&lt;/p&gt;</intro>");
        activity(
                source,
                listed,
                3,
                "book",
                "<intro>About</intro><chapters><chapter id=\"1\"><title>C</title><content>&lt;p&gt;First.&lt;/p&gt;</content><hidden>0</hidden></chapter></chapters>");
        activity(source, listed, 4, "url", "<intro>U</intro><externalurl>https://example.org/ice</externalurl>");
        activity(source, listed, 5, "resource", "<intro>R</intro>");
        activity(source, listed, 6, "assign", "<intro>&lt;p&gt;Write.&lt;/p&gt;</intro>");
        activity(source, listed, 7, "forum", "<intro>&lt;p&gt;Talk.&lt;/p&gt;</intro>");
        StringBuilder slots = new StringBuilder();
        StringBuilder questions = new StringBuilder();
        question(slots, questions, 11, "multichoice", ANSWERS + "<multichoice><single>1</single></multichoice>");
        question(slots, questions, 12, "multichoice", ANSWERS + "<multichoice><single>0</single></multichoice>");
        question(slots, questions, 13, "shortanswer", ANSWERS + "<shortanswer><usecase>0</usecase></shortanswer>");
        question(
                slots,
                questions,
                14,
                "numerical",
                ANSWERS.replace("one", "1.5")
                        + "<numerical_records><numerical_record><answer>1</answer><tolerance>0.1</tolerance></numerical_record></numerical_records>");
        question(
                slots,
                questions,
                15,
                "match",
                "<matches><match id=\"1\"><questiontext>cold</questiontext><answertext>ice</answertext></match><match id=\"2\"><questiontext>warm</questiontext>"
                        + "<answertext>water</answertext></match></matches>");
        question(slots, questions, 16, "essay", "<essay><graderinfo>I</graderinfo></essay>");
        question(
                slots,
                questions,
                17,
                "truefalse",
                "<answers><answer id=\"1\"><answertext>True</answertext><fraction>1</fraction><feedback>F</feedback></answer><answer id=\"2\"><answertext>False</answertext>"
                        + "<fraction>0</fraction><feedback>G</feedback></answer></answers><truefalse><trueanswer>1</trueanswer></truefalse>");
        activity(
                source,
                listed,
                8,
                "quiz",
                "<intro>&lt;p&gt;Try.&lt;/p&gt;</intro><timelimit>60</timelimit><question_instances>" + slots
                        + "</question_instances>");
        source.write(
                        "moodle_backup.xml",
                        "<moodle_backup><information><original_wwwroot>https://moodle.example</original_wwwroot><original_course_fullname>N</original_course_fullname><contents>"
                                + "<activities>" + listed
                                + "</activities><sections><section><directory>sections/section_1</directory></section></sections></contents></information></moodle_backup>")
                .write(
                        "sections/section_1/section.xml",
                        "<section><number>0</number><name>S</name><summary>&lt;p&gt;Sum.&lt;/p&gt;</summary><sequence>1,2,3,4,5,6,7,8</sequence></section>")
                .write(
                        "course/course.xml",
                        "<course><summary>&lt;p&gt;What it is about.&lt;/p&gt;</summary><lang>en</lang></course>")
                .write(
                        "files.xml",
                        "<files><file id=\"1\"><contenthash>0123456789012345678901234567890123456789</contenthash><contextid>105</contextid><component>mod_resource</component>"
                                + "<filearea>content</filearea><itemid>0</itemid><filepath>/</filepath><filename>D.pdf</filename></file></files>")
                .write("files/01/0123456789012345678901234567890123456789", "x")
                .write("groups.xml", "<groups><group><name>G</name></group></groups>")
                .write("questions.xml", "<question_categories>" + questions + "</question_categories>");
    }

    private static void activity(SmallCourses source, StringBuilder listed, int module, String kind, String body) {
        String directory = "activities/" + kind + "_" + module;
        listed.append(
                "<activity><moduleid>%1$d</moduleid><modulename>%2$s</modulename><title>T</title><directory>%3$s</directory></activity>"
                        .formatted(module, kind, directory));
        source.write(
                directory + "/" + kind + ".xml",
                "<activity contextid=\"%1$d\"><%2$s><name>N%1$d</name>%3$s</%2$s></activity>"
                        .formatted(100 + module, kind, body));
    }

    private static void question(StringBuilder slots, StringBuilder questions, int id, String type, String plugin) {
        slots.append(
                "<question_instance><questionid>%d</questionid><maxmark>1</maxmark></question_instance>".formatted(id));
        questions.append(
                "<question id=\"%d\"><name>Q</name><questiontext>Which?</questiontext><questiontextformat>1</questiontextformat><generalfeedback>Because.</generalfeedback><qtype>%s</qtype>%s</question>"
                        .formatted(id, type, plugin));
    }

    private static void olx(SmallCourses source) {
        source.write(
                        "course.xml",
                        "<course url_name=\"r\" org=\"O\" display_name=\"N\"><chapter display_name=\"C\"><sequential display_name=\"S\"><vertical url_name=\"v\"/></sequential></chapter></course>")
                .write("about/short_description.html", "<p>What it is about.</p>")
                .write(
                        "vertical/v.xml",
                        "<vertical display_name=\"V\"><html url_name=\"h\"/><video url_name=\"w\"/><problem url_name=\"p\"/><discussion url_name=\"d\"/></vertical>")
                .write("html/h.xml", "<html filename=\"h\" display_name=\"H\"/>")
                .write(
                        "html/h.html",
                        "<p>Text <a href=\"/static/a.csv\">a</a><img src=\"/static/i.png\" alt=\"A\"></p>")
                .write("static/a.csv", "a,b\n")
                .write("video/w.xml", "<video display_name=\"W\" youtube_id_1_0=\"PK-2DBIVDO8\"/>")
                .write("discussion/d.xml", "<discussion discussion_target=\"D\"/>")
                .write(
                        "problem/p.xml",
                        "<problem display_name=\"P\"><p>Q?</p><multiplechoiceresponse><choicegroup><choice correct=\"true\">a<choicehint>H</choicehint></choice><choice correct=\"false\">b</choice></choicegroup></multiplechoiceresponse>"
                                + "<choiceresponse><label>L</label><checkboxgroup><choice correct=\"true\">c</choice><choice correct=\"false\">d</choice></checkboxgroup></choiceresponse>"
                                + "<optionresponse><label>O</label><optioninput><option correct=\"True\">e</option><option correct=\"False\">f</option></optioninput></optionresponse>"
                                + "<numericalresponse answer=\"0.5\"><label>N</label><responseparam type=\"tolerance\" default=\"10%\"/></numericalresponse>"
                                + "<stringresponse answer=\"g\" type=\"ci\"><label>W</label><additional_answer answer=\"h\"/></stringresponse>"
                                + "<solution><p>Because.</p></solution><demandhint><hint>Look.</hint></demandhint></problem>");
    }

    private static void cartridge(SmallCourses source) {
        source.write(
                        "imsmanifest.xml",
                        "<manifest xmlns=\"http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1\"><metadata><lom><general><title><string>N</string></title><description><string>D</string></description></general></lom></metadata>"
                                + "<organizations><organization><item><title>M</title>" + item("p") + item("l")
                                + item("t") + item("a") + item("q")
                                + item("f") + "</item></organization></organizations><resources>"
                                + resource("p", "webcontent", "p.html")
                                + resource("l", "imswl_xmlv1p1", "l.xml") + resource("t", "imsdt_xmlv1p1", "t.xml")
                                + resource("a", "assignment_xmlv1p0", "a.xml")
                                + resource("q", "imsqti_xmlv1p2/imscc_xmlv1p1/assessment", "q.xml")
                                + resource("f", "webcontent", "f.pdf") + "</resources></manifest>")
                .write("p.html", "<title>P</title><h1>P</h1><p>Page <a href=\"p.html\">p</a></p>")
                .write("l.xml", "<webLink><title>L</title><url href=\"https://example.org/\"/></webLink>")
                .write(
                        "t.xml",
                        "<topic><title>T</title><text texttype=\"text/html\">&lt;p&gt;Talk.&lt;/p&gt;</text></topic>")
                .write(
                        "a.xml",
                        "<assignment><title>A</title><text texttype=\"text/html\">&lt;p&gt;Write.&lt;/p&gt;</text></assignment>")
                .write("f.pdf", "%PDF-1.4")
                .write(
                        "q.xml",
                        "<questestinterop><assessment title=\"Q\"><section>"
                                + question(
                                        "cc.multiple_choice.v0p1",
                                        "<response_lid ident=\"r\" rcardinality=\"Single\"><render_choice>" + label(1)
                                                + label(2) + "</render_choice></response_lid>",
                                        "<varequal respident=\"r\">1</varequal>")
                                + question(
                                        "cc.multiple_response.v0p1",
                                        "<response_lid ident=\"r\" rcardinality=\"Multiple\"><render_choice>" + label(1)
                                                + label(2) + "</render_choice></response_lid>",
                                        "<and><varequal respident=\"r\">1</varequal><not><varequal respident=\"r\">2</varequal></not></and>")
                                + question(
                                        "cc.fib.v0p1",
                                        "<response_str ident=\"r\"/>",
                                        "<varequal respident=\"r\">w</varequal>")
                                + question("cc.essay.v0p1", "<response_str ident=\"r\"/>", "<other/>")
                                + "</section></assessment></questestinterop>");
    }

    private static String item(String name) {
        return "<item identifierref=\"" + name + "\"><title>T" + name + "</title></item>";
    }

    private static String resource(String name, String type, String href) {
        return "<resource identifier=\"" + name + "\" type=\"" + type + "\" href=\"" + href + "\"><file href=\"" + href
                + "\"/></resource>";
    }

    private static String label(int number) {
        return "<response_label ident=\"" + number + "\"><material><mattext texttype=\"text/html\">O" + number
                + "</mattext></material></response_label>";
    }

    private static String question(String profile, String response, String right) {
        return "<item ident=\"i" + profile.length()
                + "\"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>cc_profile</fieldlabel><fieldentry>"
                + profile
                + "</fieldentry></qtimetadatafield></qtimetadata></itemmetadata><presentation><material><mattext texttype=\"text/html\">Q?</mattext></material>"
                + response
                + "</presentation><resprocessing><respcondition><conditionvar>" + right
                + "</conditionvar><setvar varname=\"SCORE\">100</setvar><displayfeedback linkrefid=\"g\"/></respcondition></resprocessing><itemfeedback ident=\"g\"><material><mattext texttype=\"text/html\">G</mattext></material></itemfeedback></item>";
    }
}
