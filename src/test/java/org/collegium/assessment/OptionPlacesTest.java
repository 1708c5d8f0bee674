package org.collegium.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.collegium.assessment.AskedQuestion.Choice;
import org.collegium.assessment.AskedQuestion.Order;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys that say what is right stay with the server, and what a browser answers by places is the same answer. */
class OptionPlacesTest {

    private static final long SEED = 20261129;

    private static final String QUIZ = """
            format: collegium-quiz/1
            title: Keys that tell
            shuffleOptions: true
            questions:
              - key: single
                type: single
                stem: One
                options:
                  - { key: right-one, text: first, correct: true }
                  - { key: wrong-one, text: second }
              - key: several
                type: multiple
                stem: Some
                options:
                  - { key: right-one, text: first, correct: true }
                  - { key: right-two, text: second, correct: true }
                  - { key: wrong-one, text: third }
              - key: match
                type: matching
                stem: Pairs
                prompts:
                  - { key: pair-a, text: one, answer: right-a }
                  - { key: pair-b, text: two, answer: right-b }
                options:
                  - { key: right-a, text: ex }
                  - { key: right-b, text: why }
                  - { key: wrong-c, text: zed }
              - key: order
                type: ordering
                stem: Order
                options:
                  - { key: right-1, text: pea }
                  - { key: right-2, text: cue }
                  - { key: right-3, text: are }
              - key: gaps
                type: cloze
                stem: It is {{word}} and {{choice}}.
                gaps:
                  - { key: word, type: short-text, accept: [mist] }
                  - key: choice
                    type: single
                    options:
                      - { key: wrong-low, text: low }
                      - { key: right-high, text: high, correct: true }
              - key: area
                type: hotspot
                stem: Where?
                image: ../assets/curve.svg
                description: Three lakes
                choose: area
                areas:
                  - { key: wrong-a, shape: rectangle, at: [0, 0, 0.3, 1], label: the western one }
                  - { key: right-b, shape: rectangle, at: [0.35, 0, 0.3, 1], label: the middle one, correct: true }
              - key: words
                type: short-text
                stem: What?
                accept: [mist]
            """;

    static Stream<AskedQuestion> questions() {
        return AskedQuiz.of(quiz(), SEED).questions().stream();
    }

    private static Quiz quiz() {
        return QuizReader.read(SourceFile.of("quizzes/quiz.yaml", QUIZ), fault -> {
                    throw new AssertionError(fault);
                })
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void noKeyOfAnOptionIsShown(AskedQuestion question) {
        assertThat(OptionPlaces.shown(question).form().toString()).doesNotContain("right-", "wrong-");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void whatIsAnsweredByPlacesIsTheSameAnswer(AskedQuestion question) {
        Answer answer = given(question.key());

        Answer shown = OptionPlaces.shown(question, answer);

        assertThat(shown.values()).noneMatch(value -> value.contains("right-") || value.contains("wrong-"));
        assertThat(OptionPlaces.kept(question, shown)).isEqualTo(answer);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void whatWasSavedByKeysAndWhatIsOfNoPlaceStay(AskedQuestion question) {
        Answer answer = given(question.key());
        Answer strange = Answer.of("_0", "_99", "_", "1", "");

        assertThat(OptionPlaces.kept(question, answer)).isEqualTo(answer);
        assertThat(OptionPlaces.kept(question, strange)).isEqualTo(strange);
    }

    private static Answer given(String question) {
        return new Answer(
                switch (question) {
                    case "single" -> List.of("right-one");
                    case "several" -> List.of("right-two", "wrong-one");
                    case "match" -> List.of("", "wrong-c");
                    case "order" -> List.of("right-3", "right-1", "right-2");
                    case "gaps" -> List.of("_1", "right-high");
                    case "area" -> List.of("right-b");
                    default -> List.of("_1");
                });
    }

    @Test
    void placesAreThoseOnTheScreenAndSayNothingOfTheRightOrder() {
        AskedQuestion asked = questions()
                .filter(question -> question.key().equals("order"))
                .findFirst()
                .orElseThrow();

        List<Choice> shown = ((Order) OptionPlaces.shown(asked).form()).options();

        assertThat(shown).extracting(Choice::key).containsExactly("_1", "_2", "_3");
        assertThat(shown)
                .extracting(Choice::text)
                .containsExactlyInAnyOrder("pea", "cue", "are")
                .isNotEqualTo(List.of("pea", "cue", "are"));
    }
}
