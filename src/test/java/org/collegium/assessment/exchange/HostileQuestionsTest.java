package org.collegium.assessment.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Random;
import org.collegium.Mutations;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a file of questions, reading it ends with a report, and in a time that grows with the file. */
@Tag("attack")
class HostileQuestionsTest {

    private static final int ROUNDS = Integer.getInteger("collegium.fuzz.rounds", 40);
    private static final int SHORT = 20_000;
    private static final int TRIES = 4;
    private static final long NOTHING = 80_000_000;
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private static final String[] SPICE = {
        "{",
        "}",
        "~",
        "=",
        "#",
        "->",
        "::",
        "\\",
        "%",
        "\n",
        "\n\n",
        "[html]",
        "<",
        ">",
        "&",
        "&lt;",
        "<![CDATA[",
        "]]>",
        "<p>",
        "</text>",
        "\0",
        "\uFEFF",
        "\uE000",
        "\uE0000\uE001",
        "1e400",
        "-0",
        "{1:SA:=a}",
        "{1:MC:",
        "[[1]]",
        "$$",
        "\\(",
        "qti-",
        "\ud800",
        "999999999999999999999",
        "../",
        "{{gap-1}}",
        "<table>",
        "<!DOCTYPE a>",
        "\""
    };

    @ParameterizedTest
    @CsvSource({
        "forms.gift.txt, 1",
        "bank.moodle.xml, 2",
        "qti21/choice.xml, 3",
        "qti22/items/gap-match.xml, 4",
        "qti22/items/inline.xml, 5",
        "qti22/items/number.xml, 6",
        "qti30/items/one.xml, 7",
        "moodle45.xml, 8",
        "tao22/i101/qti.xml, 9",
        "1edtech30/items/hot-text.xml, 10"
    })
    void aMutatedFileIsReadToTheEnd(String name, int seed) throws IOException {
        byte[] before = Files.readAllBytes(ExchangeFixtures.FOLDER.resolve(name));
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] changed = Mutations.of(before, SPICE, 4, random);
            ReadQuestions read = QuestionExchange.read(SourceFile.of(name, changed));
            ExchangeCounts counts = read.counts();
            assertThat(counts.carried() + counts.leftOut()).isEqualTo(counts.found());
            assertThat(read.questions()).hasSize(counts.carried());
            if (!read.questions().isEmpty()) {
                assertThat(read.asked())
                        .allSatisfy(question -> assertThat(question.points()).isPositive());
            } else {
                assertThat(read.faults()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "}",
                "\\",
                "~a",
                "=a ",
                "::",
                "$$ ",
                "\\\\( ",
                "{=a ~b}\n\n",
                "a {T}\n\n",
                "// [tag:\n",
                "#",
                "[html]",
                "%"
            })
    void giftGrowsNoFasterThanTheFile(String part) {
        grows(length -> SourceFile.of("a.gift", "x {=a " + part.repeat(length / part.length())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&lt;b&gt;",
                "&lt;table&gt;",
                "&lt;p&gt;a",
                "\\( ",
                "$$",
                "{1:SA:",
                "{1:SA:=a}",
                "{=",
                "{",
                "[[1]] ",
                "* ",
                "&lt;ul&gt;&lt;li&gt;",
                "\\\\",
                "&lt;br&gt;",
                "&amp;lt;",
                "&lt;!--",
                "&lt;a href=x&gt;",
                "@@PLUGINFILE@@/a "
            })
    void moodleGrowsNoFasterThanTheFile(String part) {
        grows(length -> {
            String text = part.repeat(length / part.length());
            StringBuilder xml = new StringBuilder("<quiz>");
            for (String type : new String[] {"truefalse", "cloze", "calculated", "gapselect"}) {
                xml.append("<question type=\"").append(type).append("\"><questiontext format=\"html\"><text>");
                xml.append(text).append("</text></questiontext><answer fraction=\"100\"><text>true</text></answer>");
                xml.append("<dataset_definitions><dataset_definition><name><text>a</text></name></dataset_definition>");
                xml.append("</dataset_definitions><selectoption><text>a</text></selectoption></question>");
            }
            return SourceFile.of("a.xml", xml.append("</quiz>").toString());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<p>a</p>", "<choiceInteraction/>", "<gap identifier='a'/>", "a ", "<textEntryInteraction/>"})
    void qtiGrowsNoFasterThanTheFile(String part) {
        grows(length -> SourceFile.of(
                "a.xml",
                "<assessmentItem identifier='a'><itemBody>" + part.repeat(length / part.length())
                        + "</itemBody></assessmentItem>"));
    }

    private interface Made {
        SourceFile of(int length);
    }

    private static void grows(Made made) {
        measured(made.of(SHORT / 4));
        double least = Double.MAX_VALUE;
        for (int i = 0; i < TRIES && least > 8; i++) {
            long once = measured(made.of(SHORT));
            long fourfold = measured(made.of(SHORT * 4));
            least = Math.min(least, (double) fourfold / Math.max(once, NOTHING));
        }
        assertThat(least).as("times the work for four times the file").isLessThan(8);
    }

    private static long measured(SourceFile file) {
        long before = PROCESSOR.getCurrentThreadCpuTime();
        ReadQuestions read = QuestionExchange.read(file);
        long took = PROCESSOR.getCurrentThreadCpuTime() - before;
        assertThat(read.faults()).isNotNull();
        assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofSeconds(20));
        return took;
    }
}
