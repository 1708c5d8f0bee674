package org.collegium.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class QuizFormatTest {

    private static final String QUIZ = """
            format: collegium-quiz/1
            title: Check yourself
            intro: Five questions on models.
            passMark: 0.8
            attempts: 3
            shuffleOptions: true
            questions:
              - key: q-underfitting
                type: single
                stem: A model that underfits …
                points: 2
                skills: [judge-a-classifier]
                options:
                  - key: a
                    text: is too simple for the data
                    correct: true
                    feedback: Yes.
                  - key: b
                    text: is too complex
                explanation: See the second lesson.
              - key: q-many
                type: multiple
                stem: |
                  Which of

                  - these
                options:
                  - { key: a, text: One, correct: true }
                  - { key: b, text: Two, correct: true }
              - key: q-true
                type: true-false
                stem: Data are never noisy.
                answer: false
                feedback: { correct: Right., incorrect: They are. }
              - key: q-number
                type: numeric
                stem: Half of a half?
                answer: 0.25
                tolerance: 0.01
                unit: m
              - key: q-text
                type: short-text
                stem: A model that learns noise does …
                accept: [overfitting, over-fitting]
                caseSensitive: true
            """;

    @Test
    void everyKindOfQuestionIsRead() {
        Quiz quiz =
                QuizReader.read(SourceFile.of("q.yaml", QUIZ), new FaultList()).orElseThrow();
        assertThat(quiz.passMark()).isEqualTo(0.8);
        assertThat(quiz.attempts()).isEqualTo(3);
        assertThat(quiz.points()).isEqualTo(6);
        assertThat(quiz.keyed()).isTrue();
        assertThat(quiz.questions())
                .containsExactly(
                        new SingleChoice(
                                "q-underfitting",
                                "A model that underfits …",
                                2,
                                Traits.of(List.of("judge-a-classifier")),
                                "See the second lesson.",
                                List.of(
                                        new Option("a", "is too simple for the data", true, "Yes."),
                                        new Option("b", "is too complex", false, ""))),
                        new MultipleChoice(
                                "q-many",
                                "Which of\n\n- these",
                                1,
                                Traits.NONE,
                                "",
                                List.of(new Option("a", "One", true, ""), new Option("b", "Two", true, ""))),
                        new TrueFalse(
                                "q-true",
                                "Data are never noisy.",
                                1,
                                Traits.NONE,
                                "",
                                false,
                                new Feedback("Right.", "They are.")),
                        new Numeric(
                                "q-number",
                                "Half of a half?",
                                1,
                                Traits.NONE,
                                "",
                                new BigDecimal("0.25"),
                                Tolerance.absolute(new BigDecimal("0.01")),
                                Units.only("m"),
                                Feedback.NONE),
                        new ShortText(
                                "q-text",
                                "A model that learns noise does …",
                                1,
                                Traits.NONE,
                                "",
                                List.of(Accepted.of("overfitting"), Accepted.of("over-fitting")),
                                true,
                                Feedback.NONE));
    }

    @Test
    void aQuestionThatDoesNotSayWhatIsRightBlocksPublishingButNotTheImport() {
        String quiz = """
                format: collegium-quiz/1
                title: T
                questions:
                  - key: a
                    type: single
                    stem: S
                    options: [{ key: a, text: A }, { key: b, text: B }]
                  - key: b
                    type: true-false
                    stem: S
                  - key: c
                    type: numeric
                    stem: S
                  - key: d
                    type: short-text
                    stem: S
                """;
        FaultList faults = new FaultList();
        assertThat(QuizReader.read(SourceFile.of("q.yaml", quiz), faults)).isPresent();
        assertThat(places(faults))
                .containsExactly(
                        "q.yaml:4:5 question-unkeyed",
                        "q.yaml:8:5 question-unkeyed",
                        "q.yaml:11:5 question-unkeyed",
                        "q.yaml:14:5 question-unkeyed");
        assertThat(faults.faults()).allMatch(fault -> fault.blocksPublishing());
        assertThat(faults.hasErrors()).isFalse();
    }

    @Test
    void everyFaultHasItsLineAndColumn() {
        String quiz = """
                format: collegium-quiz/1
                title: T
                questions:
                  - key: a
                    type: single
                    stem: S
                    options:
                      - { key: a, text: A, correct: true }
                      - { key: a, text: A, correct: true }
                  - key: a
                    type: short-text
                    stem: S
                    accept: [" "]
                    tolerance: 1
                """;
        FaultList faults = new FaultList();
        assertThat(QuizReader.read(SourceFile.of("q.yaml", quiz), faults)).isEmpty();
        assertThat(places(faults))
                .containsExactly(
                        "q.yaml:9:16 option-twice",
                        "q.yaml:9:25 option-same-text",
                        "q.yaml:9:37 single-with-two-answers",
                        "q.yaml:10:10 question-twice",
                        "q.yaml:13:14 accept-blank",
                        "q.yaml:14:5 yaml-not-here");
    }

    @Test
    void whatIsWrittenIsReadAsTheSameQuiz() {
        Quiz quiz =
                QuizReader.read(SourceFile.of("q.yaml", QUIZ), new FaultList()).orElseThrow();
        assertThat(reread(quiz)).isEqualTo(quiz);
        assertThat(QuizWriter.write(reread(quiz))).isEqualTo(QuizWriter.write(quiz));
    }

    @Test
    void anyTextSurvivesWriting() {
        String[] pieces = {
            "a", "Z", "0", " ", "  ", "\n", "\n\n", ":", ": ", " #", "'", "\"", "\\", "- ", "|", ">", "*x", "&y", "!z",
            "%", "@", "`", "{", "}", "[", "]", ",", "?", "true", "null", "~", "=", "ä", "\u2028", "\u0085", "\uFEFF",
            "😀", "\t", "\u00a0", "<<", "---"
        };
        Random random = new Random(3);
        for (int round = 0; round < 1000; round++) {
            StringBuilder text = new StringBuilder("x");
            if (random.nextInt(3) == 0) {
                text.setLength(0);
            }
            for (int i = random.nextInt(8); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            text.append(random.nextInt(4) == 0 ? "." : "");
            String stem = text.toString().stripTrailing();
            if (stem.isEmpty()) {
                continue;
            }
            List<Option> options = new ArrayList<>();
            options.add(new Option("a", stem, true, stem));
            options.add(new Option("b", stem + "x", false, ""));
            Quiz quiz = new Quiz(
                    "T",
                    stem,
                    0.7,
                    0,
                    false,
                    List.of(new SingleChoice("k", stem, 1.5, Traits.of(List.of("true")), stem, options)));
            assertThat(reread(quiz)).isEqualTo(quiz);
        }
    }

    private static Quiz reread(Quiz quiz) {
        FaultList faults = new FaultList();
        String text = QuizWriter.write(quiz);
        return QuizReader.read(SourceFile.of("q.yaml", text), faults)
                .orElseThrow(() -> new AssertionError(text + faults.faults()));
    }

    private static List<String> places(FaultList faults) {
        return faults.faults().stream()
                .map(fault -> fault.place() + " " + fault.code())
                .toList();
    }
}
