package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.collegium.courses.ImportOutcome.Accepted;
import org.collegium.courses.ImportOutcome.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small backup with the layout that Moodle 4 writes, counted a second time by other means. */
@Tag("unit")
class MoodleImportTest {

    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";

    private static final String DATASETS =
            "<dataset_definitions><dataset_definition id=\"1\"><name>t</name><options>uniform:1.0:9.0:1</options></dataset_definition>"
                    + "<dataset_definition id=\"2\"><name>v</name><options>uniform:1:20:0</options></dataset_definition></dataset_definitions>";

    @TempDir
    Path folder;

    private SmallCourses backup;
    private final StringBuilder listed = new StringBuilder();

    @BeforeEach
    void aBackup() {
        backup = SmallCourses.empty(folder.resolve("backup"));
        activity(
                31,
                1,
                "page",
                1,
                "<name>Ice</name><intro></intro><introformat>1</introformat><content>&lt;p&gt;Ice \\(x^2\\), see "
                        + "&lt;a href=\"$@QUIZVIEWBYID*36@$\"&gt;the quiz&lt;/a&gt; and &lt;a href=\"https://moodle.example/mod/url/view.php?id=34\"&gt;more&lt;/a&gt;."
                        + "&lt;/p&gt;&lt;img src=\"@@PLUGINFILE@@/my%20ice.png\" alt=\"Ice\"&gt;&lt;img src=\"@@PLUGINFILE@@/no.png\" alt=\"No\"&gt;"
                        + "&lt;p&gt;&lt;img src=\"data:image/png;base64,iVBORw0KGgo=\" alt=\"Pasted\"&gt;&lt;/p&gt;&lt;img src=\"data:text/html;base64,eA==\" alt=\"None\"&gt;</content><contentformat>1</contentformat>");
        activity(
                32,
                1,
                "label",
                0,
                "<name>A word</name><intro>&lt;p&gt;A word between.&lt;/p&gt;</intro><introformat>1</introformat>");
        activity(
                33,
                1,
                "book",
                2,
                "<name>A book</name><intro>&lt;p&gt;About it.&lt;/p&gt;</intro><introformat>1</introformat><chapters>"
                        + "<chapter id=\"1\"><title>One</title><content>&lt;p&gt;First.&lt;/p&gt;</content><contentformat>1</contentformat><hidden>0</hidden></chapter>"
                        + "<chapter id=\"2\"><title>Two</title><content>&lt;p&gt;Second.&lt;/p&gt;</content><contentformat>1</contentformat><hidden>1</hidden></chapter></chapters>");
        activity(
                34,
                2,
                "url",
                1,
                "<name>A link</name><intro></intro><externalurl>https://example.org/ice</externalurl>");
        activity(35, 2, "resource", 1, "<name>A file</name><intro></intro>");
        activity(
                36,
                2,
                "quiz",
                2,
                "<name>A quiz</name><intro>&lt;p&gt;Try.&lt;/p&gt;</intro><introformat>1</introformat><timelimit>600</timelimit>"
                        + "<attempts_number>2</attempts_number><shuffleanswers>1</shuffleanswers><question_instances>"
                        + slot(1, 101) + slot(2, 102) + slot(3, 103) + slot(4, 104) + slot(5, 105) + slot(6, 106)
                        + slot(7, 999) + slot(8, 107) + slot(9, 108) + slot(10, 109) + "</question_instances>");
        activity(
                37,
                2,
                "assign",
                1,
                "<name>A task</name><intro>&lt;p&gt;Write.&lt;/p&gt;</intro><introformat>1</introformat>");
        activity(38, 2, "h5pactivity", 1, "<name>Interactive</name>");
        activity(
                39,
                2,
                "forum",
                0,
                "<name>Talk</name><intro>&lt;p&gt;What do you think?&lt;/p&gt;</intro><introformat>1</introformat>");
        activity(40, 2, "page", 1, "<name>Secret</name><content>&lt;p&gt;x&lt;/p&gt;</content>");
        backup.write(
                        "activities/page_40/module.xml",
                        "<module id=\"40\"><visible>0</visible><completion>1</completion></module>")
                .write(
                        "activities/forum_39/module.xml",
                        "<module id=\"39\"><visible>1</visible><completion>0</completion></module>")
                .write(
                        "moodle_backup.xml",
                        "<moodle_backup><information><original_wwwroot>https://moodle.example</original_wwwroot>"
                                + "<original_course_fullname>Ice and water</original_course_fullname><contents><activities>"
                                + listed
                                + "</activities><sections><section><sectionid>8</sectionid><directory>sections/section_8</directory></section>"
                                + "<section><sectionid>7</sectionid><directory>sections/section_7</directory></section></sections></contents></information></moodle_backup>")
                .write(
                        "sections/section_7/section.xml",
                        "<section id=\"7\"><number>0</number><name>$@NULL@$</name><summary></summary><sequence>31,32,33</sequence></section>")
                .write(
                        "sections/section_8/section.xml",
                        "<section id=\"8\"><number>1</number><name>More</name><summary>&lt;p&gt;What follows.&lt;/p&gt;</summary>"
                                + "<summaryformat>1</summaryformat><sequence>34,35,36,37,38,39,40</sequence></section>")
                .write(
                        "course/course.xml",
                        "<course><summary>&lt;p&gt;What ice is, and what becomes of it in the end.&lt;/p&gt;</summary><lang>nl</lang></course>")
                .write("files/01/" + HASH, "no picture")
                .write(
                        "files.xml",
                        "<files>" + file(1031, "mod_page", "content", 0, "my ice.png")
                                + file(1035, "mod_resource", "content", 0, "Data.pdf")
                                + file(5, "question", "questiontext", 101, "q.png")
                                + file(1035, "mod_resource", "content", 0, ".") + "</files>")
                .write("questions.xml", """
                        <question_categories><question_category id="1"><question_bank_entries>%s</question_bank_entries></question_category></question_categories>
                        """.formatted(question(
                                101,
                                "multichoice",
                                "&lt;p&gt;Which? &lt;img src=\"@@PLUGINFILE@@/q.png\" alt=\"Q\"&gt;&lt;/p&gt;",
                                answers("Ice", "1.0000000", "Sand", "0.0000000")
                                        + "<multichoice><single>1</single></multichoice>")
                        + question(
                                102,
                                "truefalse",
                                "Ice is cold.",
                                answers("True", "1.0", "False", "0.0")
                                        + "<truefalse><trueanswer>1</trueanswer><falseanswer>2</falseanswer></truefalse>")
                        + question(
                                103,
                                "shortanswer",
                                "Of what?",
                                answers("water", "1.0", "*wet*", "0.5")
                                        + "<shortanswer><usecase>0</usecase></shortanswer>")
                        + question(
                                104,
                                "numerical",
                                "How thick?",
                                answers("0.5", "1.0", "7", "0.0")
                                        + "<numerical_records><numerical_record><answer>1</answer><tolerance>0.1</tolerance></numerical_record></numerical_records>")
                        + question(
                                105,
                                "match",
                                "Match.",
                                "<matches><match id=\"1\"><questiontext>&lt;p&gt;cold&lt;/p&gt;</questiontext><questiontextformat>1</questiontextformat><answertext>ice</answertext></match>"
                                        + "<match id=\"2\"><questiontext>warm</questiontext><questiontextformat>1</questiontextformat><answertext>water</answertext></match></matches>")
                        + question(
                                106,
                                "multianswer",
                                "&lt;p&gt;Ice is {#1} and {#2}.&lt;/p&gt;",
                                "<multianswer id=\"1\"><question>106</question><sequence>201,202</sequence></multianswer>")
                        + question(
                                201,
                                "shortanswer",
                                "{2:SHORTANSWER:=cold}",
                                answers("cold", "1.0", "warm", "0.0")
                                        + "<shortanswer><usecase>0</usecase></shortanswer>")
                        + question(
                                202,
                                "multichoice",
                                "{1:MULTICHOICE:=hard~soft}",
                                answers("hard", "1.0", "soft", "0.0") + "<multichoice><single>1</single></multichoice>")
                        + question(
                                107,
                                "calculated",
                                "&lt;p&gt;{t} s at {v} m/s, twice {={v}*2}: how far?&lt;/p&gt;",
                                answers("pow({t},1)*{v}", "1.0", "0", "0.0")
                                        + "<calculated_records><calculated_record><answer>1</answer><tolerance>0.02</tolerance><tolerancetype>1</tolerancetype></calculated_record></calculated_records>"
                                        + DATASETS)
                        + question(
                                108,
                                "calculatedmulti",
                                "Twice {v}?",
                                answers("{={v}*2} m", "1.0", "{={v}*3} m", "0.0")
                                        + "<calculated_records><calculated_record><answer>1</answer><correctanswerlength>1</correctanswerlength></calculated_record></calculated_records>"
                                        + DATASETS)
                        + question(109, "multianswer", "Fill {#1}", "")));
    }

    private void activity(int module, int section, String kind, int completion, String body) {
        String directory = "activities/" + kind + "_" + module;
        listed.append(
                "<activity><moduleid>%1$d</moduleid><sectionid>%2$d</sectionid><modulename>%3$s</modulename><title>%4$s</title><directory>%5$s</directory></activity>"
                        .formatted(
                                module,
                                6 + section,
                                kind,
                                body.replaceFirst("(?s)<name>(.*?)</name>.*", "$1"),
                                directory));
        backup.write(
                        directory + "/" + kind + ".xml",
                        "<activity id=\"1\" moduleid=\"%1$d\" modulename=\"%2$s\" contextid=\"%3$d\"><%2$s id=\"1\">%4$s</%2$s></activity>"
                                .formatted(module, kind, 1000 + module, body))
                .write(
                        directory + "/module.xml",
                        "<module><visible>1</visible><completion>%d</completion></module>".formatted(completion));
    }

    private static String slot(int number, int entry) {
        return "<question_instance id=\"%1$d\"><slot>%1$d</slot><maxmark>2.0000000</maxmark><question_reference><questionbankentryid>%2$d</questionbankentryid></question_reference></question_instance>"
                .formatted(number, entry);
    }

    private static String file(int context, String component, String area, int item, String name) {
        return "<file id=\"1\"><contenthash>%s</contenthash><contextid>%d</contextid><component>%s</component><filearea>%s</filearea><itemid>%d</itemid><filepath>/</filepath><filename>%s</filename></file>"
                .formatted(HASH, context, component, area, item, name);
    }

    private static String answers(String one, String fraction, String two, String other) {
        return "<answers><answer id=\"1\"><answertext>%s</answertext><answerformat>1</answerformat><fraction>%s</fraction><feedback>&lt;p&gt;So.&lt;/p&gt;</feedback><feedbackformat>1</feedbackformat></answer><answer id=\"2\"><answertext>%s</answertext><answerformat>1</answerformat><fraction>%s</fraction><feedback></feedback></answer></answers>"
                .formatted(one, fraction, two, other);
    }

    private static String question(int id, String type, String text, String plugin) {
        return "<question_bank_entry id=\"%1$d\"><question_version><question_versions id=\"1\"><version>1</version><questions><question id=\"%1$d\"><name>Q%1$d</name><questiontext>%3$s</questiontext><questiontextformat>1</questiontextformat><generalfeedback>&lt;p&gt;Because.&lt;/p&gt;</generalfeedback><generalfeedbackformat>1</generalfeedbackformat><qtype>%2$s</qtype><plugin_qtype>%4$s</plugin_qtype></question></questions></question_versions></question_version></question_bank_entry>"
                .formatted(id, type, text, plugin);
    }

    /** The same packed as Moodle packs it. */
    private Path packed() throws IOException {
        Path root = folder.resolve("backup");
        Path target = folder.resolve("backup.mbz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(target));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out);
                Stream<Path> files = Files.walk(root)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                TarArchiveEntry entry =
                        new TarArchiveEntry(file, root.relativize(file).toString());
                tar.putArchiveEntry(entry);
                Files.copy(file, tar);
                tar.closeArchiveEntry();
            }
        }
        return target;
    }

    private static Accepted accepted(ImportOutcome outcome) {
        assertThat(outcome).withFailMessage(() -> outcome.report().text()).isInstanceOf(Accepted.class);
        return (Accepted) outcome;
    }

    private static String text(Accepted outcome, String path) {
        return ImportFixtures.text(outcome, path);
    }

    @Test
    void sectionsActivitiesFilesAndLinksArrive() throws IOException {
        Accepted outcome = accepted(ImportFixtures.read(packed()));
        assertThat(outcome.manifest().sections())
                .extracting(CourseSection::title)
                .containsExactly("Start", "More");
        assertThat(outcome.manifest().units())
                .extracting(CourseUnit::key)
                .containsExactly(
                        "page-31",
                        "label-32",
                        "book-33",
                        "book-33-1",
                        "section-2",
                        "url-34",
                        "resource-35",
                        "quiz-36",
                        "assign-37",
                        "forum-39");
        assertThat(outcome.manifest().units())
                .filteredOn(unit -> !unit.required())
                .extracting(CourseUnit::key)
                .containsExactly("label-32", "section-2", "forum-39");
        int activities = (int) Pattern.compile("<moduleid>")
                .matcher(Files.readString(folder.resolve("backup/moodle_backup.xml")))
                .results()
                .count();
        List<String> told = Stream.of("moodle-activity", "moodle-hidden")
                .flatMap(code -> ImportFixtures.faults(outcome, code).stream())
                .map(fault -> fault.arguments().getFirst())
                .toList();
        assertThat(told).containsExactlyInAnyOrder("Interactive", "Secret", "Two");
        long fromActivities = outcome.manifest().units().stream()
                .filter(unit -> !unit.key().startsWith("section") && !unit.key().equals("book-33-1"))
                .count();
        assertThat(fromActivities + 2).isEqualTo(activities);
        assertThat(text(outcome, "activities/page_31/page.md"))
                .contains(
                        "$x^2$",
                        "[the quiz](../quiz_36/quiz.yaml)",
                        "[more](../url_34/url.md)",
                        "![Ice](../../files-by-name/1031/my%20ice.png)");
        assertThat(text(outcome, "activities/resource_35/resource.md"))
                .contains("[Data.pdf](../../files-by-name/1035/Data.pdf)");
        assertThat(outcome.files()).containsKeys("files-by-name/1031/my ice.png", "files-by-name/1035/Data.pdf");
        assertThat(outcome.files().keySet().stream().filter(path -> path.startsWith("pictures/")))
                .singleElement()
                .satisfies(path -> assertThat(text(outcome, "activities/page_31/page.md"))
                        .contains("![Pasted](../../" + path + ")"));
        assertThat(ImportFixtures.faults(outcome, "html-file")).hasSize(2);
        assertThat(ImportFixtures.faults(outcome, "cartridge-assignment")).hasSize(1);
        assertThat(ImportFixtures.faults(outcome, "cartridge-discussion")).hasSize(1);
        CourseMetadata metadata = outcome.manifest().metadata();
        assertThat(metadata.title()).isEqualTo("Ice and water");
        assertThat(metadata.language()).isEqualTo("nl");
        ImportedTexts.assertReadable(outcome, 20);
    }

    @Test
    void everySlotOfAQuizIsAQuestionOrIsNamed() throws IOException {
        Accepted outcome = accepted(ImportFixtures.read(folder.resolve("backup")));
        int slots = (int) Pattern.compile("<slot>")
                .matcher(Files.readString(folder.resolve("backup/activities/quiz_36/quiz.xml")))
                .results()
                .count();
        int told = ImportFixtures.faults(outcome, "quiz-question").size()
                + ImportFixtures.faults(outcome, "moodle-slot").size();
        assertThat(told).isEqualTo(2);
        assertThat(outcome.report().counts().activities().questions() + told).isEqualTo(slots);
        assertThat(outcome.report().counts().activities().unkeyedQuestions()).isZero();
        assertThat(ImportFixtures.faults(outcome, "quiz-partly"))
                .as("of some words, and of a choice that became a number")
                .hasSize(2);
        String quiz = text(outcome, "activities/quiz_36/quiz.yaml");
        assertThat(Pattern.compile("(?m)^    type: (\\S+)")
                        .matcher(quiz)
                        .results()
                        .map(found -> found.group(1)))
                .containsExactly(
                        "single", "true-false", "short-text", "numeric", "matching", "cloze", "formula", "formula");
        assertThat(quiz)
                .contains(
                        "attempts: 2",
                        "timeLimit: 10",
                        "shuffleOptions: true",
                        "Ice is {{gap-1}} and {{gap-2}}.",
                        "{{t}} s at {{v}} m/s, twice {{= v*2}}: how far?",
                        "answer: \"((t)^(1))*v\"",
                        "tolerancePercent: 2",
                        "answer: \"v*2\"",
                        "tolerance: 0.05",
                        "points: 2",
                        "feedback: So.",
                        "answer: true")
                .contains("tolerance: 0.1", "- water", "![Q](../../files-by-name/5/q.png)", "explanation: Because.")
                .doesNotContain("wet");
    }

    @Test
    void aBackupThatIsHostileOrEmptyIsRefusedWithAReason() {
        backup.write(
                "moodle_backup.xml",
                "<!DOCTYPE m [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><moodle_backup>&e;</moodle_backup>");
        assertThat(ImportFixtures.read(folder.resolve("backup"))).isInstanceOf(Refused.class);
        backup.write("moodle_backup.xml", "<moodle_backup><information/></moodle_backup>");
        assertThat(ImportFixtures.faults(ImportFixtures.read(folder.resolve("backup")), "moodle-empty"))
                .hasSize(1);
    }
}
