package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.collegium.courses.ImportOutcome.Accepted;
import org.collegium.courses.ImportOutcome.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small course as Open edX exports it, with a file for each element, counted a second time by other means. */
@Tag("unit")
class OlxImportTest {

    private static final String PROBLEMS = """
            <problem display_name="Ice" weight="4">
              <p>Which of these is <b>ice</b>? \\(a^2\\)</p>
              <multiplechoiceresponse>
                <label>Choose one.</label>
                <choicegroup type="MultipleChoice">
                  <choice correct="true">Frozen water<choicehint>Yes.</choicehint></choice>
                  <choice correct="false">Sand</choice>
                </choicegroup>
              </multiplechoiceresponse>
              <p>And these?</p>
              <choiceresponse><checkboxgroup>
                <choice correct="true">Snow</choice><choice correct="true">Hail</choice><choice correct="false">Rain</choice>
              </checkboxgroup></choiceresponse>
              <numericalresponse answer="0.5"><label>How thick?</label><responseparam type="tolerance" default="10%"/><formulaequationinput/></numericalresponse>
              <stringresponse answer="water" type="ci"><label>Of what?</label><additional_answer answer="H2O"/><textline/></stringresponse>
              <solution><p>Because.</p></solution>
              <demandhint><hint>Look.</hint></demandhint>
            </problem>
            """;

    @TempDir
    Path folder;

    private SmallCourses course;

    @BeforeEach
    void anExport() {
        course = SmallCourses.empty(folder)
                .write("course/course.xml", "<course url_name=\"r1\" org=\"O\" course=\"C\"/>")
                .write("course/course/r1.xml", """
                        <course display_name="Ice and water" language="nl" license="creative-commons: ver=4.0 BY SA">
                          <chapter url_name="c1"/><chapter url_name="c2"/><chapter url_name="gone"/><wiki slug="x"/>
                        </course>
                        """)
                .write("course/about/short_description.html", "<p>What ice is, and what becomes of it in the end.</p>")
                .write("course/chapter/c1.xml", """
                        <chapter display_name="Ice"><sequential url_name="s1"/><sequential url_name="s2"/></chapter>
                        """)
                .write("course/chapter/c2.xml", """
                        <chapter display_name="Water"><sequential url_name="s3" display_name="Inline"><vertical url_name="v4"
                        display_name="Inline unit"><html url_name="h4"><p>Water &lt; ice</p></html></vertical></sequential></chapter>
                        """)
                .write("course/sequential/s1.xml", """
                        <sequential display_name="Growing"><vertical url_name="v1"/><vertical url_name="v2"/></sequential>
                        """)
                .write("course/sequential/s2.xml", """
                        <sequential display_name="Melting"><vertical url_name="v3"/></sequential>
                        """)
                .write("course/vertical/v1.xml", """
                        <vertical display_name="How ice grows"><html url_name="h1"/><video url_name="w1"/><problem url_name="p1"/>
                        <discussion url_name="d1"/><poll url_name="q1" display_name="A poll"/><html url_name="h2"/></vertical>
                        """)
                .write("course/vertical/v2.xml", """
                        <vertical display_name="More"><problem url_name="p2"/><problem url_name="p3"/><problem url_name="p4"/></vertical>
                        """)
                .write(
                        "course/vertical/v3.xml",
                        "<vertical display_name=\"Melting\"><html url_name=\"h3\"/></vertical>")
                .write("course/html/h1.xml", "<html filename=\"h1\" display_name=\"Text\"/>")
                .write("course/html/h1.html", """
                        <h2>Slowly</h2><p>It grows: [mathjaxinline]x^2[/mathjaxinline]. See <a href="/jump_to_id/h3">there</a>,
                        <a href="/static/data.csv">data</a> and <a href="/course/other">other</a>.</p>
                        <img src="/static/ice.png" alt="Ice"><img src="/static/no.png" alt="No">
                        <img src="/asset-v1:O+C+r1+type@asset+block@ice.png" alt="Again">
                        """)
                .write("course/html/h2.xml", "<html filename=\"h2\" display_name=\"Text\"/>")
                .write("course/html/h2.html", "<p>And that is all.</p>")
                .write(
                        "course/html/h3.xml",
                        "<html filename=\"missing\" display_name=\"Text\"><p>Here itself.</p></html>")
                .write("course/static/ice.png", "no picture")
                .write("course/static/data.csv", "a,b\n")
                .write("course/static/talk-en.srt", "1\n00:00:00,0 --> 00:00:01,0\nIce\n")
                .write("course/video/w1.xml", """
                        <video display_name="A talk" youtube_id_1_0="PK-2DBIVDO8"><transcript language="en" src="talk-en.srt"/></video>
                        """)
                .write("course/problem/p1.xml", PROBLEMS)
                .write("course/problem/p2.xml", """
                        <problem display_name="Where?"><optionresponse><optioninput options="('here','there')" correct="there"/></optionresponse>
                        </problem>
                        """)
                .write("course/problem/p3.xml", """
                        <problem display_name="Odd"><customresponse cfn="check"><textline/></customresponse></problem>
                        """)
                .write(
                        "course/problem/p4.xml",
                        "<!DOCTYPE problem [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><problem>&e;</problem>")
                .write("course/discussion/d1.xml", "<discussion discussion_target=\"Ice\"/>")
                .write("course/poll/q1.xml", "<poll display_name=\"A poll\"/>");
    }

    private Accepted accepted() {
        ImportOutcome outcome = course.read();
        assertThat(outcome).withFailMessage(() -> outcome.report().text()).isInstanceOf(Accepted.class);
        return (Accepted) outcome;
    }

    private static String text(Accepted outcome, String path) {
        return ImportFixtures.text(outcome, path);
    }

    @Test
    void subsectionsBecomeSectionsAndUnitsLessonsAndQuizzesInTheirOrder() {
        Accepted outcome = accepted();
        assertThat(outcome.manifest().sections())
                .extracting(CourseSection::title)
                .containsExactly("Ice: Growing", "Ice: Melting", "Water");
        assertThat(outcome.manifest().units())
                .extracting(unit -> unit.key() + " " + unit.kind())
                .containsExactly("v1 lesson", "v1-2 quiz", "v1-3 lesson", "v2 quiz", "v3 lesson", "v4 lesson");
        CourseMetadata metadata = outcome.manifest().metadata();
        assertThat(metadata.title()).isEqualTo("Ice and water");
        assertThat(metadata.language()).isEqualTo("nl");
        assertThat(metadata.licence()).isEqualTo("CC-BY-SA-4.0");
        assertThat(metadata.summary()).isEqualTo("What ice is, and what becomes of it in the end.");
        String page = text(outcome, "course/vertical/v1.md");
        assertThat(page)
                .contains("## Slowly", "$x^2$", "[there](v3.md)", "[data](../static/data.csv)", "and other.")
                .contains("![Ice](../static/ice.png)", "![Again](../static/ice.png)", "talk-en.srt");
        assertThat(text(outcome, "course/vertical/v4.md")).contains("Water \\< ice".replace("\\<", "<"));
        ImportedTexts.assertReadable(outcome, 12);
    }

    @Test
    void everyResponseIsAQuestionOrIsNamed() {
        Accepted outcome = accepted();
        int responses = (int) Stream.of("p1", "p2", "p3")
                .map(name -> folder.resolve("course/problem/" + name + ".xml"))
                .flatMap(file -> Pattern.compile("<(\\w+)response>|<\\w+response ")
                        .matcher(read(file))
                        .results())
                .count();
        int told = ImportFixtures.faults(outcome, "quiz-question").size();
        assertThat(told).isEqualTo(1);
        assertThat(outcome.report().counts().activities().questions() + told)
                .isEqualTo(responses)
                .isEqualTo(6);
        assertThat(outcome.report().counts().activities().unkeyedQuestions()).isZero();
        String quiz = text(outcome, "course/vertical/v1-2.yaml");
        assertThat(quiz)
                .contains(
                        "Which of these is **ice**? $a^2$",
                        "feedback: \"Yes.\"".replace("\"", ""),
                        "- H2O",
                        "tolerance: 0.05")
                .contains("explanation: Because.");
        assertThat(Pattern.compile("correct: true").matcher(quiz).results().count())
                .isEqualTo(3);
        assertThat(text(outcome, "course/vertical/v2.yaml")).contains("stem: Where?", "correct: true");
    }

    private static String read(Path file) {
        try {
            return java.nio.file.Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whatIsMissingOrUnknownIsSaid() {
        assertThat(ImportFixtures.faults(accepted()))
                .contains(
                        "course/course/r1.xml:2:77 olx-missing",
                        "course/html/h1.html html-link",
                        "course/html/h1.html html-file",
                        "course/problem/p4.xml:1:62 olx-unreadable");
        assertThat(accepted().report().faults())
                .extracting(fault -> fault.code())
                .contains("olx-discussion", "olx-component", "olx-hints", "olx-missing");
        course.write("course/course/r1.xml", "<course display_name=\"Empty\"/>");
        assertThat(course.read()).isInstanceOf(Refused.class);
        assertThat(ImportFixtures.faults(course.read(), "olx-empty")).hasSize(1);
    }
}
