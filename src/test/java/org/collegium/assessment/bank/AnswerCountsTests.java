package org.collegium.assessment.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.Question;
import org.collegium.assessment.QuizReader;
import org.collegium.assessment.bank.ItemAnalysis.Count;
import org.collegium.assessment.bank.ItemAnalysis.Part;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class AnswerCountsTests {

    @Test
    void optionsAreCountedWhetherSomebodyChoseThemOrNot() {
        assertThat(counts("q-multiple", Answer.of("a", "b"), Answer.of("a"), Answer.of("a", "gone")))
                .containsExactly(new Part(
                        "",
                        true,
                        List.of(
                                new Count("regression", true, 3),
                                new Count("classification", true, 1),
                                new Count("clustering", false, 0)),
                        0));
        assertThat(counts("q-true", Answer.of("true"), Answer.of("false"), Answer.of("false")))
                .singleElement()
                .satisfies(part -> assertThat(part.counts())
                        .containsExactly(new Count("true", false, 1), new Count("false", true, 2)));
    }

    @Test
    void whatOnePersonAloneTypedIsNotShown() {
        assertThat(counts(
                        "q-text",
                        Answer.of("Overfitting"),
                        Answer.of(" overfitting "),
                        Answer.of("noise"),
                        Answer.of("NOISE"),
                        Answer.of("noise"),
                        Answer.of("I am Ada")))
                .containsExactly(new Part(
                        "", false, List.of(new Count("noise", false, 3), new Count("Overfitting", true, 2)), 1));
    }

    /** What is right and what is not would be one line otherwise, and which it is said to be the accident of who came first. */
    @Test
    void whereCaseCountsTextsThatDifferInItAreNotAlike() {
        Answer[] typed = {Answer.of("NumPy"), Answer.of("numpy"), Answer.of("numpy "), Answer.of("NumPy")};

        assertThat(AnswerCounts.of(words(true), List.of(typed)))
                .containsExactly(
                        new Part("", false, List.of(new Count("NumPy", false, 2), new Count("numpy", true, 2)), 0));
        assertThat(AnswerCounts.of(words(false), List.of(typed)))
                .containsExactly(new Part("", false, List.of(new Count("NumPy", true, 4)), 0));
    }

    private static Question words(boolean caseSensitive) {
        String quiz = """
            format: collegium-quiz/1
            title: Names
            questions:
              - key: package
                type: short-text
                stem: What is imported?
                accept: [numpy]
                caseSensitive: %s
            """.formatted(caseSensitive);
        return QuizReader.read(SourceFile.of("quiz.yaml", quiz), fault -> {})
                .orElseThrow()
                .questions()
                .getFirst();
    }

    @Test
    void promptsAndGapsAreCountedOneByOne() {
        List<Part> matched = counts("match", Answer.of("median", "mean"), Answer.of("median", "mode"));

        assertThat(matched).extracting(Part::name).containsExactly("mean absolute error", "mean **squared** error");
        assertThat(matched.getFirst().counts()).contains(new Count("the median", true, 2));
        assertThat(matched.getLast().counts())
                .containsExactly(
                        new Count("the mean", true, 1),
                        new Count("the median", false, 0),
                        new Count("the mode", false, 1));

        List<Part> gaps = counts("gaps", Answer.of("mean", "3", "high"), Answer.of("Mean", "3.0", ""));

        assertThat(gaps).extracting(Part::name).containsExactly("word", "number", "choice");
        assertThat(gaps.getFirst().counts()).containsExactly(new Count("mean", true, 2));
        assertThat(gaps.get(1).others()).isEqualTo(2);
        assertThat(gaps.getLast().counts()).containsExactly(new Count("low", false, 0), new Count("high", true, 1));
    }

    @Test
    void ordersAreCountedAsAWhole() {
        assertThat(counts("order", Answer.of("split", "train", "test"), Answer.of("split", "train", "test")))
                .containsExactly(new Part("", false, List.of(new Count("split → train → test", true, 2)), 0));
        assertThat(counts("formula", Answer.of("3"))).isEmpty();
    }

    @Test
    void marksAreCountedByTheAreaInWhichTheyAre() {
        assertThat(counts("curve", Answer.of("0.1,0.9", "0.5,0.2"), Answer.of("0.9,0.1")))
                .containsExactly(new Part(
                        "",
                        true,
                        List.of(
                                new Count("left", true, 1),
                                new Count("the summit", true, 0),
                                new Count("the trap", false, 1)),
                        1));
        assertThat(counts("lake", Answer.of("c"), Answer.of("b")).getFirst().counts())
                .containsExactly(
                        new Count("the western one", false, 0),
                        new Count("the middle one", true, 1),
                        new Count("the eastern one", false, 1));
    }

    private static List<Part> counts(String key, Answer... answers) {
        Question question =
                List.of(AssessmentFixtures.QUIZ, AssessmentFixtures.KINDS, AssessmentFixtures.PICTURES).stream()
                        .flatMap(text -> QuizReader.read(SourceFile.of("quiz.yaml", text), fault -> {}).stream())
                        .flatMap(quiz -> quiz.questions().stream())
                        .filter(each -> each.key().equals(key))
                        .findFirst()
                        .orElseThrow();
        return AnswerCounts.of(question, List.of(answers));
    }
}
