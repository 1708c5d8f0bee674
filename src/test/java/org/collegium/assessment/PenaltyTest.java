package org.collegium.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What wrong answers cost. */
@Tag("unit")
class PenaltyTest {

    private static final Quiz QUIZ = read("""
            format: collegium-quiz/1
            title: T
            penalty: 0.25
            questions:
              - key: single
                type: single
                points: 4
                stem: S
                options: [{ key: a, text: A, correct: true }, { key: b, text: B }]
              - key: multiple
                type: multiple
                points: 4
                stem: S
                options:
                  - { key: a, text: A, correct: true }
                  - { key: b, text: B, correct: true }
                  - { key: c, text: C }
                  - { key: d, text: D }
                  - { key: e, text: E }
              - { key: statement, type: true-false, stem: S, answer: true, penalty: 1 }
              - { key: number, type: numeric, stem: S, points: 2, answer: 3, unit: m, unitRequired: true }
              - { key: free, type: true-false, stem: S, answer: true, penalty: 0 }
              - { key: words, type: short-text, stem: S, accept: [right] }
              - key: order
                type: ordering
                stem: S
                options: [{ key: a, text: A }, { key: b, text: B }, { key: c, text: C }]
              - key: formula
                type: formula
                stem: S
                points: 2
                variables: [{ name: x, values: [2] }]
                answer: x
            """).drawn(0);

    @ParameterizedTest
    @CsvSource({
        "single, a, 4",
        "single, b, -1",
        "single, a b, -1",
        "single, '', 0",
        "multiple, a b, 4",
        "multiple, a, 2",
        "multiple, a c, 0",
        "multiple, c, -1",
        "multiple, c d e, -1",
        "multiple, a b c d e, -1",
        "multiple, '', 0",
        "statement, true, 1",
        "statement, false, -1",
        "statement, '', 0",
        "number, 3 m, 2",
        "number, 4 m, -0.5",
        "number, 3, 0",
        "number, 3 kg, 0",
        "number, three, 0",
        "number, ' ', 0",
        "free, false, 0",
        "words, wrong, 0",
        "order, c b a, 0",
        "formula, 2, 2",
        "formula, 3, -0.5",
    })
    void wrongAnswersCostWhatTheQuizOrTheQuestionSaysAndNoAnswerNothing(String key, String given, double points) {
        assertThat(grade(Map.of(key, answer(key, given))).byQuestion()).containsEntry(key, points);
    }

    @Test
    void aQuizIsNeverWorthLessThanNothing() {
        Grade grade = grade(Map.of("single", Answer.of("b"), "statement", Answer.of("false")));

        assertThat(grade.byQuestion()).containsEntry("single", -1.0).containsEntry("statement", -1.0);
        assertThat(grade.points()).isZero();
        assertThat(grade.score()).isZero();
    }

    @Test
    void whatIsCostlyTakesFromWhatIsEarned() {
        Grade grade = grade(Map.of("single", Answer.of("a"), "statement", Answer.of("false")));

        assertThat(grade.points()).isEqualTo(3);
        assertThat(grade.possible()).isEqualTo(16);
        assertThat(grade.score()).isEqualTo(3.0 / 16);
    }

    @Test
    void learnersAreToldBeforehandWhatCosts() {
        assertThat(AskedQuiz.of(QUIZ, 0).questions())
                .extracting(AskedQuestion::costs)
                .containsExactly(1.0, 1.0, 1.0, 0.5, 0.0, 0.0, 0.0, 0.5);
        assertThat(AskedQuiz.of(QUIZ, 0).costly()).isTrue();
    }

    private static Answer answer(String key, String given) {
        return key.equals("number")
                ? Answer.of(given)
                : new Answer(given.isBlank() ? List.of() : List.of(given.split(" ")));
    }

    private static Grade grade(Map<String, Answer> answers) {
        return Grading.grade(QUIZ, answers);
    }

    private static Quiz read(String quiz) {
        FaultList faults = new FaultList();
        return QuizReader.read(SourceFile.of("q.yaml", quiz), faults)
                .orElseThrow(() -> new AssertionError(faults.faults().toString()));
    }
}
