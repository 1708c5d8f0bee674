package org.collegium.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class YamlSourceTest {

    private static final YamlSchema QUIZ = YamlSchema.named("collegium-quiz-1");

    @Test
    void everyValueKnowsItsPlace() {
        YamlDocument yaml = read("a: 1\nlist:\n  - x\n  - key: |\n      one\n      two\n");
        assertThat(yaml.place("/a")).isEqualTo(new Place("f.yaml", 1, 4));
        assertThat(yaml.keyPlace("/a")).isEqualTo(new Place("f.yaml", 1, 1));
        assertThat(yaml.place("/list/1")).isEqualTo(new Place("f.yaml", 4, 5));
        assertThat(yaml.place("/list/1/key", 2, 3)).isEqualTo(new Place("f.yaml", 6, 9));
        assertThat(yaml.place("/list/9/missing")).isEqualTo(new Place("f.yaml", 3, 3));
    }

    @Test
    void aFaultOfSyntaxHasItsPlace() {
        assertThat(faults("a: [1, 2\nb: 3\n")).containsExactly("f.yaml:2:2 yaml-syntax");
        assertThat(faults("a:\n\t- b\n")).containsExactly("f.yaml:2:1 yaml-syntax");
        assertThat(faults("a: 1\n---\nb: 2\n")).containsExactly("f.yaml:2:1 yaml-syntax");
        assertThat(faults("")).containsExactly("f.yaml yaml-empty");
        assertThat(faults("a: 1\na: 2\n")).containsExactly("f.yaml:2:1 yaml-twice");
        assertThat(faults("a: !!java.net.URL http://x\n")).containsExactly("f.yaml:1:4 yaml-tag");
        assertThat(faults("a: .nan\n")).containsExactly("f.yaml:1:1 yaml-number");
        assertThat(faults("? [a]\n: b\n")).containsExactly("f.yaml:1:3 yaml-key");
        assertThat(faults("a: \u0001\n")).containsExactly("f.yaml:1:4 yaml-character");
    }

    @Test
    void aBillionLaughsAndEndlessNestingAreRefused() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            laughs.append("a%d: &a%d [".formatted(i, i))
                    .append("*a%d,".formatted(i - 1).repeat(10))
                    .append("]\n");
        }
        assertThat(faults(laughs.toString())).hasSize(1).first().asString().contains("yaml-too-large");
        assertThat(faults("[".repeat(100_000))).containsExactly("f.yaml:1:49 yaml-deep");
        assertThat(faults("a: &x [*x]\n")).hasSize(1);
        assertThat(faults("&x ? *x\n: 1")).hasSize(1);
    }

    @Test
    void allThatDoesNotFitTheSchemaIsSaidAtOnce() {
        String quiz = """
                format: collegium-quiz/2
                title: T
                passmark: 0.7
                attempts: -1
                questions:
                  - key: Q One
                    type: singel
                    stem: What?
                  - key: q2
                    type: numeric
                    stem: [a]
                    answer: true
                    options: []
                    colour: red
                  - key: q3
                    type: single
                    stem: Which?
                """;
        assertThat(schemaFaults(quiz))
                .containsExactly(
                        "1:9 yaml-const format is “collegium-quiz/2”, but this platform reads “collegium-quiz/1”.",
                        "3:1 yaml-unknown-like There is no field passmark here.",
                        "4:11 yaml-minimum attempts is less than 0.",
                        "6:10 yaml-pattern questions[1].key cannot be “Q One”.",
                        "7:11 yaml-choice-like questions[1].type cannot be “singel”.",
                        "11:11 yaml-type questions[2].stem should be text, but it is a list.",
                        "12:13 yaml-type questions[2].answer should be a number, but it is true or false.",
                        "13:5 yaml-not-here questions[2].options does not belong to this type.",
                        "13:14 yaml-minitems questions[2].options holds too few entries.",
                        "14:5 yaml-unknown There is no field colour here.",
                        "15:5 yaml-required The field options is missing in questions[3].");
    }

    @Test
    void aUnitNamesExactlyOneFile() {
        String course = """
                format: collegium-course/1
                key: a
                title: T
                summary: S
                language: en
                level: introductory
                audience: [students]
                sections:
                  - key: s
                    title: S
                    units:
                      - key: u
                        lesson: a.md
                        quiz: b.yaml
                      - key: v
                """;
        FaultList faults = new FaultList();
        YamlSchema.named("collegium-course-1").check(read(course), faults);
        assertThat(faults.faults())
                .extracting(fault -> fault.line() + " " + fault.code() + " " + fault.arguments())
                .containsExactly(
                        "12 yaml-one-of [sections[1].units[1], lesson, notebook, quiz, lab]",
                        "15 yaml-one-of [sections[1].units[2], lesson, notebook, quiz, lab]");
    }

    @Test
    void noMutationEndsInAnException() {
        byte[] whole = """
                format: collegium-quiz/1
                title: "T"
                intro: |
                  text
                questions:
                  - &a { key: q1, type: true-false, stem: 'S', answer: yes }
                  - *a
                """.getBytes(StandardCharsets.UTF_8);
        Random random = new Random(11);
        byte[] spice = "[]{}:-?*&!|>'\"%@`#,\n\t \0\u0080~<".getBytes(StandardCharsets.ISO_8859_1);
        for (int round = 0; round < 5000; round++) {
            byte[] text = whole.clone();
            for (int i = random.nextInt(8); i >= 0; i--) {
                text[random.nextInt(text.length)] =
                        random.nextBoolean() ? spice[random.nextInt(spice.length)] : (byte) random.nextInt();
            }
            FaultList faults = new FaultList();
            YamlSource.read(SourceFile.of("f.yaml", text), faults).ifPresent(yaml -> QUIZ.check(yaml, faults));
        }
    }

    private static YamlDocument read(String text) {
        return YamlSource.read(SourceFile.of("f.yaml", text), new FaultList()).orElseThrow();
    }

    private static List<String> faults(String text) {
        FaultList faults = new FaultList();
        YamlSource.read(SourceFile.of("f.yaml", text), faults);
        return faults.faults().stream()
                .map(fault -> fault.place() + " " + fault.code())
                .toList();
    }

    private static List<String> schemaFaults(String text) {
        FaultList faults = new FaultList();
        QUIZ.check(read(text), faults);
        return faults.faults().stream()
                .map(fault -> fault.line() + ":" + fault.column() + " " + fault.code() + " " + fault.reason())
                .toList();
    }
}
