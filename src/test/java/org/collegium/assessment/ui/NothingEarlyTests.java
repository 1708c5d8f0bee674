package org.collegium.assessment.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.collegium.assessment.ui.QuizPage.cards;
import static org.collegium.assessment.ui.QuizPage.everything;
import static org.collegium.assessment.ui.QuizPage.submit;

import java.util.Map;
import org.collegium.assessment.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A quiz of all thirteen kinds of questions, of which every word that is not due yet is marked: what was right, what is said to
 * answers, and what learners never read. None of it is told to the browser before its time, whatever the quiz shows from when.
 */
class NothingEarlyTests extends QuizPlayedTest {

    private static final String RIGHT = "hushright";
    private static final String SAID = "hushsaid";
    private static final String NEVER = "hushnever";
    private static final String NUMBER = "864213.75";
    private static final String PLACE = "0.8317";

    private static final String QUIZ = """
            format: collegium-quiz/1
            title: All kinds
            RULES
            questions:
              - key: single
                type: single
                stem: One of these
                explanation: hushsaid
                options:
                  - { key: a, text: first, correct: true, feedback: hushsaid }
                  - { key: b, text: second, feedback: hushsaid }
              - key: multiple
                type: multiple
                stem: Some of these
                explanation: hushsaid
                options:
                  - { key: a, text: first, correct: true, feedback: hushsaid }
                  - { key: b, text: second, feedback: hushsaid }
              - key: statement
                type: true-false
                stem: Is it so?
                answer: false
                feedback: { correct: hushsaid, incorrect: hushsaid }
              - key: number
                type: numeric
                stem: How many?
                answer: 864213.75
                feedback: { correct: hushsaid, incorrect: hushsaid }
              - key: words
                type: short-text
                stem: What is it?
                accept:
                  - hushright
                  - { text: "hushnever*", match: wildcard, share: 0.5, feedback: hushsaid }
                  - { text: "hushnever(s)?", match: pattern }
              - key: match
                type: matching
                stem: What belongs together?
                prompts:
                  - { key: one, text: one, answer: x }
                  - { key: two, text: two, answer: y }
                options:
                  - { key: x, text: ex }
                  - { key: y, text: why }
                feedback: { correct: hushsaid, incorrect: hushsaid }
              - key: order
                type: ordering
                stem: From the first to the last
                options:
                  - { key: p, text: pea }
                  - { key: q, text: cue }
                  - { key: r, text: are }
                feedback: { correct: hushsaid, incorrect: hushsaid }
              - key: gaps
                type: cloze
                stem: The {{word}} is {{number}}, which is {{choice}}.
                gaps:
                  - { key: word, type: short-text, accept: [hushright] }
                  - { key: number, type: numeric, answer: 864213.75, feedback: { correct: hushsaid, incorrect: hushsaid } }
                  - key: choice
                    type: single
                    options:
                      - { key: low, text: low, feedback: hushsaid }
                      - { key: high, text: high, correct: true, feedback: hushsaid }
              - key: formula
                type: formula
                stem: What is it for {{w}}?
                variables: [{ name: w, from: 1, to: 9 }]
                answer: w*0 + 864213.75
                explanation: hushsaid
              - key: place
                type: hotspot
                stem: Where is it?
                image: ../assets/curve.svg
                description: Two curves
                areas:
                  - { key: a, shape: rectangle, at: [0.8317, 0.5, 0.1, 0.5], label: hushright, correct: true, feedback: hushsaid }
                  - { key: b, shape: rectangle, at: [0.1, 0.5, 0.1, 0.5], label: hushnever, feedback: hushsaid }
              - key: essay
                type: essay
                stem: Why?
                points: 2
                rubricShown: false
                explanation: hushsaid
                rubric:
                  - key: why
                    text: hushsaid
                    levels:
                      - { key: none, text: hushsaid, points: 0 }
                      - { key: full, text: hushsaid, points: 2, description: hushsaid }
              - key: files
                type: file-upload
                stem: Hand it in.
                points: 2
                rubricShown: false
                rubric:
                  - key: runs
                    text: hushsaid
                    levels:
                      - { key: no, text: hushsaid, points: 0 }
                      - { key: yes, text: hushsaid, points: 2 }
              - key: code
                type: code
                stem: Write `one()`.
                points: 4
                starter: |
                  def one():
                      ...
                solution: |
                  def one():
                      hushright = 1
                      return hushright
                tests:
                  - { key: seen, code: assert one() == 1, message: Who tries the test in the browser reads this. }
                  - { key: unseen, hidden: true, code: assert one() == ref.one(), text: hushnever, message: hushsaid }
                explanation: hushsaid
            """;

    @Test
    void whileOneSitsNothingIsTold() {
        open("pages: all");
        assertThat(everything()).doesNotContain(RIGHT, SAID, NEVER, NUMBER, PLACE);
        test(button("Start the quiz")).click();

        assertThat(cards()).hasSize(13);
        assertThat(everything()).doesNotContain(RIGHT, SAID, NEVER, NUMBER, PLACE, "quiz-correct");
    }

    @ParameterizedTest
    @CsvSource({"never, never", "attempt, never", "never, attempt", "attempt, attempt"})
    void ofAResultOnlyWhatTheQuizShowsIsTold(String right, String feedback) {
        open("review: { score: never, answers: attempt, right: " + right + ", feedback: " + feedback + " }");
        test(button("Start the quiz")).click();
        answer(Map.of("single", Answer.of("b"), "number", Answer.of("5"), "words", Answer.of("mist")));
        submit("{}");

        assertThat(everything()).contains("mist").doesNotContain(NEVER);
        told(right, RIGHT);
        told(right, NUMBER);
        told(feedback, SAID);
    }

    private static void told(String when, String word) {
        if (when.equals("attempt")) {
            assertThat(everything()).contains(word);
        } else {
            assertThat(everything()).doesNotContain(word);
        }
    }

    private void open(String rules) {
        joined(QUIZ.replace("RULES", rules));
        open();
    }
}
