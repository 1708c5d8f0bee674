package org.collegium.assessment.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class QuizTextTests {

    private static final String QUIZ = """
            # The first quiz
            format: collegium-quiz/1
            title: Check yourself
            questions:
              # The easiest one
              - key: q-one   # first
                type: single
                stem: |
                  # No comment
                  A model that underfits

                  - is
                options:
                  - { key: a, text: simple, correct: true }
                  - { key: b, text: complex }

              # A second one
              - key: q-two
                type: true-false
                stem: More data always help.
                answer: false
            passMark: 0.5
            """;

    private static final String MORE = """
            key: q-three
            type: numeric
            stem: |
              One half

              of a half
            answer: 0.25
            """;

    @Test
    void aQuestionIsCutOutAsItsAuthorWroteIt() {
        assertThat(quiz(QUIZ).questionText(0)).isEqualTo("""
                key: q-one   # first
                type: single
                stem: |
                  # No comment
                  A model that underfits

                  - is
                options:
                  - { key: a, text: simple, correct: true }
                  - { key: b, text: complex }
                """);
        assertThat(quiz(QUIZ).questionText(1)).startsWith("key: q-two\n").endsWith("answer: false\n");
    }

    @Test
    void referencesAreNotedAndNothingElseIsTouched() {
        String noted =
                quiz(QUIZ).withReferences(Map.of(0, new BankReference("q-one", 1), 1, new BankReference("q-two-2", 3)));

        assertThat(noted)
                .isEqualTo(QUIZ.replace("- key: q-one", "- bank: q-one@1\n    key: q-one")
                        .replace("- key: q-two", "- bank: q-two-2@3\n    key: q-two"));
        assertThat(read(noted).questions())
                .extracting(question -> question.traits().bank())
                .containsExactly("q-one@1", "q-two-2@3");
        assertThat(quiz(noted).reference(1)).contains(new BankReference("q-two-2", 3));
        assertThat(quiz(noted).questionText(1)).doesNotContain("bank").contains("key: q-two");
    }

    @Test
    void aReferenceTakesThePlaceOfAnother() {
        String noted = quiz(QUIZ).withReferences(Map.of(0, new BankReference("elsewhere", 4)));

        assertThat(quiz(noted).withReferences(Map.of(0, new BankReference("q-one", 1))))
                .isEqualTo(QUIZ.replace("- key: q-one", "- bank: q-one@1\n    key: q-one"));
    }

    @Test
    void aQuestionIsPutBehindTheLastOne() {
        String more = quiz(QUIZ).with(MORE);

        assertThat(more).startsWith(QUIZ.substring(0, QUIZ.indexOf("passMark"))).endsWith("passMark: 0.5\n");
        assertThat(read(more).questions()).extracting(Question::key).containsExactly("q-one", "q-two", "q-three");
        assertThat(read(more).questions().getLast().stem()).isEqualTo("One half\n\nof a half");
        assertThat(read(more).passMark()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{format: collegium-quiz/1, title: T, questions: [{key: q-one, type: true-false, stem: S, answer: true}]}",
                "format: collegium-quiz/1\ntitle: T\nquestions: [{key: q-one, type: true-false, stem: S, answer: true}]\n",
                "format: collegium-quiz/1\ntitle: T\nquestions:\n-\n  key: q-one\n  type: true-false\n  stem: S\n  answer: true\n",
                "format: collegium-quiz/1\r\ntitle: T\r\nquestions:\r\n- key: q-one\r\n  type: true-false\r\n  stem: S\r\n  answer: true",
                "format: collegium-quiz/1\ntitle: T\nquestions:\n  - &a\n    key: q-one\n    type: true-false\n    stem: S\n    answer: true\n",
                "questions:\n- \"key\": 'q-one'\n  \"type\": 'true-false'\n  stem: S\n  answer: true\nformat: collegium-quiz/1\ntitle: T\n",
            })
    void howeverItIsWrittenTheQuestionsAreTheSame(String text) {
        String noted = quiz(text).withReferences(Map.of(0, new BankReference("q-one", 7)));
        String more = quiz(noted).with(MORE);
        Quiz read = read(more);

        assertThat(read.title()).isEqualTo("T");
        assertThat(read.questions()).extracting(Question::key).containsExactly("q-one", "q-three");
        assertThat(read.questions().getFirst().traits().bank()).isEqualTo("q-one@7");
        assertThat(quiz(more).questionText(0)).contains("true-false").doesNotContain("bank");
        assertThat(QuestionText.read(quiz(more).questionText(0))
                        .orElseThrow()
                        .at("/stem")
                        .asString())
                .isEqualTo("S");
    }

    @Test
    void aQuestionGetsAnotherKeyAndAReference() {
        assertThat(QuestionText.withKey(MORE, "q-other")).isEqualTo(MORE.replace("q-three", "q-other"));
        assertThat(QuestionText.withReference(MORE, new BankReference("q-three", 2)))
                .isEqualTo("bank: q-three@2\n" + MORE);
        assertThat(QuestionText.withKey("{\"type\": \"numeric\", \"key\": \"q\"}", "other"))
                .contains("\"other\"");
    }

    @Test
    void aKeyThatIsTakenGetsANumber() {
        assertThat(quiz(QUIZ).freeKey("q-three")).isEqualTo("q-three");
        assertThat(quiz(QUIZ).freeKey("q-two")).isEqualTo("q-two-2");
        assertThat(QuizText.freeKey("a".repeat(64), Set.of("a".repeat(64))))
                .hasSize(64)
                .endsWith("-2");
    }

    private static QuizText quiz(String text) {
        return QuizText.of(SourceFile.of("quizzes/one.yaml", text));
    }

    private static Quiz read(String text) {
        return QuizReader.read(SourceFile.of("quizzes/one.yaml", text), fault -> {})
                .orElseThrow();
    }
}
