package org.collegium.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.collegium.assessment.QuizRules.Counts;
import org.collegium.assessment.QuizRules.Order;
import org.collegium.assessment.QuizRules.Pages;
import org.collegium.assessment.QuizSection.Drawn;
import org.collegium.assessment.QuizSection.Fixed;
import org.collegium.assessment.QuizSection.Pool;
import org.collegium.assessment.Review.When;
import org.collegium.source.FaultList;
import org.collegium.source.ImportFault;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class QuizRulesFormatTest {

    private static final String QUESTIONS = """
            questions:
              - { key: a, type: true-false, stem: S, answer: true }
              - { key: b, type: true-false, stem: S, answer: true, tags: [trees], difficulty: easy, penalty: 0.5 }
              - { key: c, type: true-false, stem: S, answer: true, tags: [trees, deep], difficulty: hard, bank: c@12 }
              - { key: d, type: numeric, stem: S, answer: 1, tags: [deep], difficulty: medium }
            """;

    private static final String ALL = """
            format: collegium-quiz/1
            title: T
            attempts: 2
            timeLimit: 45
            counts: average
            pages: one-question
            order: forced
            shuffleQuestions: true
            rehearsal: true
            trace: true
            penalty: 0.25
            honour: |
              I answer

              on my own.
            review: { score: attempt, answers: last-attempt, right: closed, feedback: never }
            sections:
              - title: For all
                intro: One.
                questions: [a]
              - title: Trees
                draw: 1
                from: { tags: [trees, deep] }
              - title: Rest
                draw: 1
                from: { difficulty: [easy, medium] }
            """ + QUESTIONS;

    @Test
    void howAQuizIsTakenIsRead() {
        Quiz quiz = read(ALL);

        assertThat(quiz.rules())
                .isEqualTo(new QuizRules(
                        45,
                        Counts.AVERAGE,
                        new Review(When.ATTEMPT, When.LAST_ATTEMPT, When.CLOSED, When.NEVER),
                        Pages.ONE_QUESTION,
                        Order.FORCED,
                        "I answer\n\non my own.",
                        true,
                        0.25,
                        true,
                        true));
        assertThat(quiz.sections())
                .containsExactly(
                        new Fixed("For all", "One.", List.of("a")),
                        new Drawn("Trees", "", 1, new Pool(List.of("trees", "deep"), List.of())),
                        new Drawn("Rest", "", 1, new Pool(List.of(), List.of(Difficulty.EASY, Difficulty.MEDIUM))));
        assertThat(quiz.questions())
                .extracting(Question::traits)
                .containsExactly(
                        Traits.NONE,
                        new Traits(List.of(), List.of("trees"), Difficulty.EASY, 0.5, ""),
                        new Traits(List.of(), List.of("trees", "deep"), Difficulty.HARD, null, "c@12"),
                        new Traits(List.of(), List.of("deep"), Difficulty.MEDIUM, null, ""));
    }

    @Test
    void aFileThatSaysNothingMeansWhatItMeant() {
        Quiz quiz = read("format: collegium-quiz/1\ntitle: T\n" + QUESTIONS);

        assertThat(quiz.rules()).isEqualTo(QuizRules.USUAL);
        assertThat(quiz.sections()).isEmpty();
        assertThat(QuizWriter.write(quiz)).doesNotContain("counts", "review", "sections", "rehearsal", "trace");
    }

    @Test
    void whatIsWrittenIsReadAsTheSame() {
        Quiz quiz = read(ALL);
        String written = QuizWriter.write(quiz);

        assertThat(read(written)).isEqualTo(quiz);
        assertThat(QuizWriter.write(read(written))).isEqualTo(written);

        String draw = ALL.replace("    from: { tags: [trees, deep] }\n", "");
        assertThat(read(QuizWriter.write(read(draw)))).isEqualTo(read(draw));
    }

    @Test
    void whatCannotBeDrawnOrTakenIsToldWhereItStands() {
        assertThat(faults("""
                format: collegium-quiz/1
                title: T
                pages: all
                order: forced
                review: { score: attempt, right: last-attempt }
                sections:
                  - title: A
                    questions: [a, nobody]
                  - title: B
                    questions: [a]
                  - title: C
                    draw: 3
                    from: { tags: [trees, tree] }
                  - title: D
                    draw: 3
                    from: { tags: [trees] }
                  - title: E
                    draw: 2
                    questions: [b]
                  - title: F
                    from: { difficulty: [easy] }
                """ + QUESTIONS))
                .containsExactlyInAnyOrder(
                        "q.yaml:4:8 order-forced-on-one-page",
                        "q.yaml:5:34 review-without-last-attempt",
                        "q.yaml:8:20 section-question-unknown",
                        "q.yaml:10:17 section-question-twice",
                        "q.yaml:12:11 draw-too-large",
                        "q.yaml:13:27 draw-tag-unknown",
                        "q.yaml:15:11 draw-too-large",
                        "q.yaml:19:5 yaml-not-here",
                        "q.yaml:20:5 yaml-required",
                        "q.yaml:21:5 yaml-not-here");
    }

    @Test
    void sectionsThatDrawFromTheSameQuestionsMustLeaveOneAnotherEnough() {
        String two = """
                format: collegium-quiz/1
                title: T
                sections:
                  - { title: A, draw: 2, from: { tags: [trees] } }
                  - { title: B, draw: 2, from: { tags: [deep] } }
                """;
        assertThat(faults(two + QUESTIONS))
                .containsExactly("q.yaml:5:23 draw-shared", "q.yaml:7:5 question-never-asked");

        String enough = two.replace("draw: 2, from: { tags: [deep]", "draw: 1, from: { tags: [deep]");
        assertThat(faults(enough + QUESTIONS)).containsExactly("q.yaml:7:5 question-never-asked");
    }

    @Test
    void aDrawIsWorthTheSameToAll() {
        FaultList faults = new FaultList();
        QuizReader.read(
                SourceFile.of("q.yaml", """
                format: collegium-quiz/1
                title: T
                sections:
                  - { title: A, draw: 2 }
                """ + QUESTIONS.replace("answer: 1,", "answer: 1, points: 2,")), faults);

        assertThat(faults.faults())
                .extracting(ImportFault::line, ImportFault::code, ImportFault::arguments)
                .containsExactly(tuple(4, "draw-unequal-points", List.of("1 (a, b, c), 2 (d)")));
    }

    @Test
    void onlyKindsThatCanBeGuessedCostAnything() {
        assertThat(faults("""
                format: collegium-quiz/1
                title: T
                questions:
                  - { key: a, type: short-text, stem: S, accept: [x], penalty: 0.5 }
                  - { key: b, type: true-false, stem: S, answer: true, penalty: 2, difficulty: 3, tags: [A b] }
                """))
                .containsExactlyInAnyOrder(
                        "q.yaml:4:55 yaml-not-here",
                        "q.yaml:5:65 yaml-maximum",
                        "q.yaml:5:80 yaml-choice",
                        "q.yaml:5:90 yaml-pattern");
    }

    private static Quiz read(String quiz) {
        FaultList faults = new FaultList();
        return QuizReader.read(SourceFile.of("q.yaml", quiz), faults)
                .orElseThrow(() -> new AssertionError(faults.faults().toString()));
    }

    private static List<String> faults(String quiz) {
        FaultList faults = new FaultList();
        QuizReader.read(SourceFile.of("q.yaml", quiz), faults);
        return faults.faults().stream()
                .map(fault -> fault.place() + " " + fault.code())
                .toList();
    }
}
