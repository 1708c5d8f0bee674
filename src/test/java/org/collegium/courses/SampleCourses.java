package org.collegium.courses;

import java.nio.file.Path;
import java.util.List;

/** The smallest course of each format that has a little of everything, for tests that do harm to it. */
final class SampleCourses {

    /** What {@link #write} knows. */
    static final List<String> ALL =
            List.of("small", "book", "repository", "carpentries", "cartridge", "olx", "moodle", "slides", "odp");

    private SampleCourses() {}

    /** Writes the course of a format into an empty folder. */
    static SmallCourses write(String platform, Path folder) {
        SmallCourses source = SmallCourses.empty(folder);
        switch (platform) {
            case "small" -> SmallCourses.small(folder);
            case "book" ->
                source.write(
                                "_config.yml",
                                "title: B\nauthor: A and B\nexclude_patterns: [x, '**/y*']\nsphinx: {config: {language: nl}}\n")
                        .write("_toc.yml", """
                        format: jb-book
                        root: intro
                        parts:
                        - caption: P
                          chapters:
                          - file: a_ex_1
                            sections:
                            - file: a_sol_1
                          - file: quiz
                        """)
                        .write(
                                "intro.md",
                                "# I\n\nText $x$ ![a](f.svg)\n\n<iframe src=\"s/i.html?file=quiz.md\"></iframe>\n")
                        .write("f.svg", "<svg/>")
                        .write(
                                "a_ex_1.py",
                                "# ---\n# jupyter: {}\n# ---\n# %% [markdown]\n# # E\n# %%\nopen(\"../d.csv\")\n")
                        .write(
                                "a_sol_1.ipynb",
                                "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\"1\\n\"], \"outputs\": []}], \"metadata\": {}, \"nbformat\": 4}")
                        .write(
                                "quiz.md",
                                "# Q\n\n```{admonition} Question\nWhat?\n\n- a) one\n- b) two\n\n_Select a single answer_\n```\n")
                        .write("LICENSE", "Attribution 4.0 International");
            case "repository" ->
                source.write("1-a/README.md", "# A\n\n[q](https://example.org/quiz/7) ![p](P.PNG) [b](../2-b/)\n")
                        .write("2-b/README.md", "# B\n\n[own](https://github.com/o/r/blob/main/1-a/README.md)\n")
                        .write("1-a/p.png", "x")
                        .write(
                                "2-b/s.md",
                                "---\nmarp: true\n---\n\n# S\n\n---\n\n<!-- n -->\n\n![bg w:3 a](../1-a/p.png)\n")
                        .write(
                                "2-b/n.ipynb",
                                "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": [\"# N\\n\"]}], \"metadata\": {}, \"nbformat\": 4}")
                        .write(
                                "q.json",
                                "[{\"quizzes\": [{\"id\": 7, \"title\": \"A: Pre Quiz\", \"quiz\": [{\"questionText\": \"Q?\", \"answerOptions\": ["
                                        + "{\"answerText\": \"a\", \"isCorrect\": true}, {\"answerText\": \"b\", \"isCorrect\": false}]}]}]}]");
            case "carpentries" ->
                source.write("config.yaml", "carpentry: lc\ntitle: T\nlang: en\nepisodes:\n- a.md\n")
                        .write("AUTHORS", "Ada Example\n")
                        .write("episodes/a.md", """
                                ---
                                title: A
                                teaching: 5
                                ---

                                ::: objectives
                                - Do
                                :::

                                :::: challenge
                                ## C
                                Text
                                ::: solution
                                ## S
                                ```r
                                1
                                ```
                                :::
                                ::::

                                ::: instructor
                                x
                                :::

                                {: .callout}
                                """);
            case "cartridge" ->
                source.write(
                                "imsmanifest.xml",
                                "<manifest xmlns=\"imscc\"><organizations><organization><item><item identifierref=\"p\"><title>P</title></item><item identifierref=\"q\"><title>Q</title>"
                                        + "</item></item></organization></organizations><resources><resource identifier=\"p\" type=\"webcontent\" href=\"p.html\"/>"
                                        + "<resource identifier=\"q\" type=\"imsqti_xmlv1p2\" href=\"q.xml\"/></resources></manifest>")
                        .write(
                                "p.html",
                                "<title>P</title><h1>P</h1><p>\\(x\\) <a href=\"p.html\">p</a><img src=\"x.png\"></p><table><tr><td>1</td></tr></table>")
                        .write(
                                "q.xml",
                                "<questestinterop><assessment title=\"Q\"><section><item ident=\"i\"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel>"
                                        + "<fieldentry>multiple_choice_question</fieldentry></qtimetadatafield></qtimetadata></itemmetadata><presentation><material><mattext>Q?</mattext></material>"
                                        + "<response_lid ident=\"r\"><render_choice><response_label ident=\"1\"><material><mattext>a</mattext></material></response_label><response_label ident=\"2\">"
                                        + "<material><mattext>b</mattext></material></response_label></render_choice></response_lid></presentation><resprocessing><respcondition><conditionvar>"
                                        + "<varequal respident=\"r\">1</varequal></conditionvar><setvar>100</setvar></respcondition></resprocessing></item></section></assessment></questestinterop>");
            case "olx" ->
                source.write(
                                "course.xml",
                                "<course url_name=\"r\" org=\"O\"><chapter display_name=\"C\"><sequential display_name=\"S\"><vertical url_name=\"v\"/></sequential></chapter></course>")
                        .write(
                                "vertical/v.xml",
                                "<vertical display_name=\"V\"><html url_name=\"h\"/><problem url_name=\"p\"/><video youtube=\"1.00:PK-2DBIVDO8\"/></vertical>")
                        .write("html/h.xml", "<html filename=\"h\"/>")
                        .write("html/h.html", "<p>[mathjaxinline]x[/mathjaxinline] <a href=\"/jump_to_id/v\">v</a></p>")
                        .write(
                                "problem/p.xml",
                                "<problem weight=\"2\"><p>Q?</p><multiplechoiceresponse><choicegroup><choice correct=\"true\">a</choice><choice correct=\"false\">b</choice></choicegroup>"
                                        + "</multiplechoiceresponse><numericalresponse answer=\"[1,2]\"><label>N</label></numericalresponse></problem>");
            case "slides" ->
                source.write(
                                "ppt/presentation.xml",
                                "<presentation xmlns:r=\"r\"><sldIdLst><sldId id=\"256\" r:id=\"rId1\"/></sldIdLst><extLst><section name=\"S\"><sldId id=\"256\"/></section></extLst></presentation>")
                        .write(
                                "ppt/_rels/presentation.xml.rels",
                                "<Relationships><Relationship Id=\"rId1\" Type=\"t/slide\" Target=\"slides/slide1.xml\"/></Relationships>")
                        .write(
                                "ppt/slides/slide1.xml",
                                "<sld xmlns:r=\"r\"><cSld><spTree><sp><nvSpPr><nvPr><ph type=\"title\"/></nvPr></nvSpPr><txBody><p><r><t>T</t></r></p></txBody></sp>"
                                        + "<sp><nvSpPr><nvPr><ph idx=\"1\"/></nvPr></nvSpPr><txBody><p><pPr lvl=\"1\"/><r><rPr b=\"1\"><hlinkClick r:id=\"rId2\"/></rPr><t>Q</t></r></p></txBody></sp>"
                                        + "<pic><nvPicPr><cNvPr descr=\"D\"/></nvPicPr><blipFill><blip r:embed=\"rId3\"/></blipFill></pic>"
                                        + "<graphicFrame><graphic><graphicData uri=\"u/table\"><tbl><tr><tc><txBody><p><r><t>C</t></r></p></txBody></tc></tr></tbl></graphicData></graphic></graphicFrame></spTree></cSld></sld>")
                        .write(
                                "ppt/slides/_rels/slide1.xml.rels",
                                "<Relationships><Relationship Id=\"rId2\" Type=\"t/hyperlink\" Target=\"https://example.org/\" TargetMode=\"External\"/>"
                                        + "<Relationship Id=\"rId3\" Type=\"t/image\" Target=\"../media/p.png\"/></Relationships>")
                        .write("ppt/media/p.png", "x");
            case "odp" ->
                source.write("mimetype", "application/vnd.oasis.opendocument.presentation")
                        .write(
                                "content.xml",
                                "<document-content xmlns:xlink=\"x\"><automatic-styles><style name=\"T1\"><text-properties font-weight=\"bold\"/></style></automatic-styles>"
                                        + "<body><presentation><page name=\"p\"><frame class=\"title\"><text-box><p>T</p></text-box></frame>"
                                        + "<frame class=\"outline\"><text-box><list><list-item><p><a xlink:href=\"https://example.org/\"><span style-name=\"T1\">Q</span></a></p>"
                                        + "<list><list-item><p>R</p></list-item></list></list-item></list></text-box></frame>"
                                        + "<frame><image xlink:href=\"Pictures/p.png\"/><desc>D</desc></frame><frame><object xlink:href=\"./Object 1\"/></frame>"
                                        + "<frame><table><table-row><table-cell><p>C</p></table-cell></table-row></table></frame></page></presentation></body></document-content>")
                        .write(
                                "styles.xml",
                                "<document-styles><styles><default-style family=\"graphic\"><text-properties language=\"en\" country=\"GB\"/></default-style></styles></document-styles>")
                        .write(
                                "Object 1/content.xml",
                                "<math><semantics><mrow><mi>x</mi><mo>=</mo><mfrac><mn>1</mn><mn>2</mn></mfrac></mrow></semantics></math>")
                        .write("meta.xml", "<document-meta><meta><title>O</title></meta></document-meta>")
                        .write("Pictures/p.png", "x");
            default ->
                source.write(
                                "moodle_backup.xml",
                                "<moodle_backup><information><contents><activities><activity><moduleid>1</moduleid><modulename>page</modulename><title>P</title>"
                                        + "<directory>activities/page_1</directory></activity><activity><moduleid>2</moduleid><modulename>quiz</modulename><title>Q</title><directory>activities/quiz_2</directory>"
                                        + "</activity></activities><sections><section><directory>sections/section_1</directory></section></sections></contents></information></moodle_backup>")
                        .write(
                                "sections/section_1/section.xml",
                                "<section><number>0</number><name>S</name><sequence>1,2</sequence></section>")
                        .write(
                                "activities/page_1/page.xml",
                                "<activity contextid=\"9\"><page><name>P</name><content>&lt;p&gt;@@PLUGINFILE@@/x&lt;/p&gt;</content></page></activity>")
                        .write(
                                "activities/quiz_2/quiz.xml",
                                "<activity><quiz><timelimit>60</timelimit><question_instances><question_instance><questionid>3</questionid><maxmark>1</maxmark></question_instance></question_instances></quiz></activity>")
                        .write(
                                "questions.xml",
                                "<question_categories><question id=\"3\"><questiontext>Q?</questiontext><qtype>truefalse</qtype><answers><answer id=\"1\"><answertext>True</answertext><fraction>1</fraction></answer>"
                                        + "</answers><truefalse><trueanswer>1</trueanswer></truefalse></question></question_categories>");
        }
        return source;
    }
}
