package org.collegium.assessment.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.assessment.QuizSection;
import org.collegium.assessment.QuizSection.Drawn;
import org.collegium.assessment.QuizSection.Fixed;
import org.collegium.assessment.QuizSection.Pool;
import org.collegium.assessment.QuizWriter;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Test;

/** A form changes the lines that say what it changes, and no others. */
class KeptLinesTest {

    private static final String QUIZ = """
            # Ours since 2024; ask Ada before changing the pass mark.
            format: collegium-quiz/1
            title: "Check yourself"   # short
            passMark: 0.6 # agreed in May

            # Two parts.
            sections:
              # for all
              - title: Warming up
                questions: [one, two]
              # the lottery
              - title: Trees
                draw: 1
                from: { tags: [trees] }
            questions:
              # an easy one
              - key: one
                type: single
                stem: |
                  # Which is it?

                  No comment.
                options:
                  # the right one
                  - { key: a, text: first, correct: true } # since 2025
                  - { key: b, text: second }
                # told at the end
                explanation: Because.
              - key: two
                # as in the book
                type: numeric
                stem: How many?
                answer: 0.250 # exactly
                tolerance: 0.01
              - key: three
                type: true-false
                tags: [trees]
                stem: Is it a tree?
                answer: true
              - { key: four, type: true-false, tags: [trees], stem: Is it none?, answer: false }
            # the end
            """;

    @Test
    void aRuleThatChangesLeavesEverythingElse() {
        String text = changed(quiz -> rules(quiz, 0.8, 3));

        assertThat(text)
                .isEqualTo(QUIZ.replace("passMark: 0.6 # agreed in May", "passMark: 0.8 # agreed in May\nattempts: 3"));
        assertThat(KeptLines.lost(QUIZ, text)).isFalse();
    }

    @Test
    void sectionsAreMovedWithWhatIsRemarkedAboveThem() {
        String text = changed(quiz ->
                with(quiz, List.of(quiz.sections().get(1), quiz.sections().get(0))));

        assertThat(text).contains("""
                # Two parts.
                sections:
                  # the lottery
                  - title: Trees
                    draw: 1
                    from: { tags: [trees] }
                  # for all
                  - title: Warming up
                    questions: [one, two]
                questions:
                """);
        assertThat(KeptLines.lost(QUIZ, text)).isFalse();
    }

    @Test
    void aSectionIsChangedAddedAndRemoved() {
        String other =
                changed(quiz -> with(quiz, List.of(quiz.sections().get(0), new Drawn("Trees", "", 2, Pool.ALL))));
        assertThat(other).contains("  # the lottery\n  - title: Trees\n    draw: 2\nquestions:\n  # an easy one\n");

        String more = changed(quiz -> with(
                quiz,
                List.of(
                        quiz.sections().get(0),
                        new Fixed("Between", "Some *more*.", List.of("three")),
                        quiz.sections().get(1))));
        assertThat(more)
                .contains("    questions: [one, two]\n  - title: Between\n    intro: \"Some *more*.\"\n")
                .contains("  # the lottery\n  - title: Trees\n");

        String none = changed(quiz -> with(quiz, List.of()));
        assertThat(none).contains("\n# Two parts.\nquestions:\n").doesNotContain("sections:", "Warming up");
    }

    @Test
    void theFirstSectionOfAQuizStandsBeforeItsQuestions() {
        String plain = changed(quiz -> with(quiz, List.of()));

        String text = KeptLines.changed(plain, with(read(plain), List.of(new Fixed("All", "", List.of("one", "two")))));

        assertThat(text)
                .contains("sections:\n  - title: All\n")
                .contains("# the end", "# agreed in May", "# an easy one");
    }

    @Test
    void aKeyIsChangedInItsOwnLine() {
        String text = changed(quiz -> quiz.with(quiz.questions().stream()
                .map(question -> question instanceof Question.SingleChoice single ? turned(single) : question)
                .toList()));

        assertThat(text)
                .contains("    options:\n      # the right one\n      - key: a # since 2025\n        text: first\n")
                .contains("      - key: b\n        text: second\n        correct: true\n    # told at the end\n")
                .contains("      # Which is it?\n\n      No comment.\n", "answer: 0.250 # exactly", "# the end");
    }

    @Test
    void questionsAreAddedAtTheEndAndRemoved() {
        String more = changed(quiz -> {
            List<Question> all = new ArrayList<>(quiz.questions());
            all.add(new Question.TrueFalse(
                    "five", "Five?", 1, org.collegium.assessment.Traits.NONE, "", true, Question.Feedback.NONE));
            return quiz.with(all);
        });
        assertThat(more)
                .startsWith(QUIZ.substring(0, QUIZ.indexOf("# the end")))
                .contains("  - key: five\n");

        String fewer = changed(quiz -> with(quiz.with(quiz.questions().subList(0, 3)), List.of()));
        assertThat(fewer).doesNotContain("four").contains("# as in the book", "# since 2025");
    }

    @Test
    void whereLinesCannotBeToldApartAllIsWrittenAnewAndThatIsSeen() {
        String flow =
                "# a remark\n{ format: collegium-quiz/1, title: T, questions: [{ key: a, type: true-false, stem: S, answer: true }] }\n";
        Quiz other = rules(read(flow), 0.9, 2);

        String text = KeptLines.changed(flow, other);

        assertThat(text).isEqualTo(QuizWriter.write(other));
        assertThat(KeptLines.lost(flow, text)).isTrue();
    }

    @Test
    void whateverIsTakenOutOrMovedTheTextSaysWhatWasMeant() {
        Quiz quiz = read(QUIZ);
        for (int round = 0; round < 24; round++) {
            List<Question> questions = new ArrayList<>(quiz.questions());
            Collections.rotate(questions, round);
            Quiz other = with(quiz.with(questions.subList(0, 1 + round % 4)), List.of());
            assertThat(read(KeptLines.changed(QUIZ, other))).isEqualTo(read(QuizWriter.write(other)));
        }
    }

    private static String changed(UnaryOperator<Quiz> change) {
        Quiz other = change.apply(read(QUIZ));
        String text = KeptLines.changed(QUIZ, other);
        assertThat(QuizWriter.write(read(text))).isEqualTo(QuizWriter.write(other));
        return text;
    }

    private static Question turned(Question.SingleChoice single) {
        return new Question.SingleChoice(
                single.key(),
                single.stem(),
                single.points(),
                single.traits(),
                single.explanation(),
                single.options().stream()
                        .map(option ->
                                new Question.Option(option.key(), option.text(), !option.correct(), option.feedback()))
                        .toList());
    }

    private static Quiz rules(Quiz quiz, double passMark, int attempts) {
        return new Quiz(
                quiz.title(),
                quiz.intro(),
                passMark,
                attempts,
                quiz.shuffleOptions(),
                quiz.rules(),
                quiz.sections(),
                quiz.questions());
    }

    private static Quiz with(Quiz quiz, List<QuizSection> sections) {
        return new Quiz(
                quiz.title(),
                quiz.intro(),
                quiz.passMark(),
                quiz.attempts(),
                quiz.shuffleOptions(),
                quiz.rules(),
                sections,
                quiz.questions());
    }

    private static Quiz read(String text) {
        return QuizReader.read(SourceFile.of("quiz.yaml", text), fault -> {}).orElseThrow();
    }
}
