package org.collegium.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Question.Formula;
import org.collegium.assessment.Question.TrueFalse;
import org.collegium.assessment.QuizSection.Drawn;
import org.collegium.assessment.QuizSection.Fixed;
import org.collegium.assessment.QuizSection.Pool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class QuestionDrawTest {

    private static final Pool TREES = new Pool(List.of("trees"), List.of());
    private static final Pool HARD_TREES = new Pool(List.of("trees"), List.of(Difficulty.HARD));

    @Test
    void aDrawTakesOnlyWhatItMayAndKeepsTheOrderOfTheFile() {
        Quiz quiz = quiz(
                List.of(new Fixed("A", "", List.of("q7", "q2")), new Drawn("B", "", 2, TREES)),
                question(1, Difficulty.EASY, "trees"),
                question(2, Difficulty.EASY, "trees"),
                question(3, Difficulty.EASY, "trees", "deep"),
                question(4, Difficulty.EASY),
                question(5, Difficulty.EASY, "trees"),
                question(7, Difficulty.EASY));

        Set<List<String>> seen = new HashSet<>();
        LongStream.range(0, 60).forEach(seed -> {
            List<String> keys = keys(quiz.drawn(seed));
            assertThat(keys.subList(0, 2)).containsExactly("q7", "q2");
            assertThat(keys.subList(2, 4))
                    .isSubsetOf("q1", "q3", "q5")
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(quiz.drawn(seed).sections())
                    .containsExactly(new Fixed("A", "", keys.subList(0, 2)), new Fixed("B", "", keys.subList(2, 4)));
            seen.add(keys.subList(2, 4));
        });
        assertThat(seen).as("draws that come out").hasSize(3);
    }

    @Test
    void theSameSeedDrawsTheSameAndAnotherAnother() {
        Quiz quiz = tenOfThirty(true);

        LongStream.range(0, 50).forEach(seed -> assertThat(quiz.drawn(seed)).isEqualTo(quiz.drawn(seed)));
        assertThat(LongStream.range(0, 50)
                        .mapToObj(seed -> keys(quiz.drawn(seed)))
                        .distinct()
                        .count())
                .isEqualTo(50);
    }

    @Test
    void everyQuestionIsDrawnAboutAsOften() {
        Quiz quiz = tenOfThirty(false);
        Map<String, Integer> counts = new HashMap<>();
        LongStream.range(0, 3_000)
                .forEach(seed -> keys(quiz.drawn(seed)).forEach(key -> counts.merge(key, 1, Integer::sum)));

        assertThat(counts).hasSize(30);
        // A thousand each are expected; six standard deviations are 155.
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(845, 1_155));
    }

    @Test
    void aSectionGivesUpWhatAnotherNeeds() {
        Quiz quiz = quiz(
                List.of(new Drawn("A", "", 2, TREES), new Drawn("B", "", 2, HARD_TREES)),
                question(1, Difficulty.EASY, "trees"),
                question(2, Difficulty.EASY, "trees"),
                question(3, Difficulty.HARD, "trees"),
                question(4, Difficulty.HARD, "trees"));

        LongStream.range(0, 40)
                .forEach(seed -> assertThat(keys(quiz.drawn(seed))).containsExactly("q1", "q2", "q3", "q4"));
    }

    @Test
    void questionsAreShuffledWithinTheirSections() {
        Quiz quiz = shuffled(quiz(
                List.of(new Fixed("A", "", List.of("q1", "q2", "q3")), new Fixed("B", "", List.of("q4", "q5", "q6"))),
                IntStream.rangeClosed(1, 6)
                        .mapToObj(i -> question(i, Difficulty.EASY))
                        .toArray(Question[]::new)));

        Set<List<String>> seen = new HashSet<>();
        LongStream.range(0, 400).forEach(seed -> {
            List<String> keys = keys(quiz.drawn(seed));
            assertThat(keys.subList(0, 3)).containsExactlyInAnyOrder("q1", "q2", "q3");
            seen.add(keys);
        });
        assertThat(seen).hasSize(36);
    }

    @Test
    void whatIsAskedIsWhatIsGraded() {
        Quiz quiz = tenOfThirty(true);
        LongStream.range(0, 20).forEach(seed -> {
            AskedQuiz asked = AskedQuiz.of(quiz, seed);
            assertThat(asked.questions())
                    .extracting(AskedQuestion::key)
                    .containsExactlyElementsOf(keys(quiz.drawn(seed)));
            assertThat(asked.sections()).singleElement().satisfies(section -> {
                assertThat(section.title()).isEqualTo("A");
                assertThat(section.questions()).containsExactlyElementsOf(keys(quiz.drawn(seed)));
            });
            assertThat(asked.points()).isEqualTo(quiz.points()).isEqualTo(10);
        });
    }

    @Test
    void formulasThatAreDrawnAreComputed() {
        Formula formula = new Formula(
                "f",
                "{{x}}?",
                1,
                Traits.NONE,
                "",
                List.of(Variable.of("x", List.of(BigDecimal.ONE))),
                "x + 1",
                Tolerance.absolute(BigDecimal.ZERO),
                Units.only(""),
                Feedback.NONE);

        assertThat(quiz(List.of(new Drawn("A", "", 1, Pool.ALL)), formula)
                        .drawn(1)
                        .questions())
                .singleElement()
                .satisfies(question -> assertThat(question.stem()).isEqualTo("1?"));
    }

    @Test
    void withoutSectionsAllQuestionsAreAsked() {
        Quiz quiz = quiz(List.of(), question(1, Difficulty.EASY), question(2, Difficulty.EASY));

        assertThat(keys(quiz.drawn(7))).containsExactly("q1", "q2");
        assertThat(quiz.drawn(7).sections()).isEmpty();
    }

    private static Quiz tenOfThirty(boolean shuffled) {
        Quiz quiz = quiz(
                List.of(new Drawn("A", "", 10, Pool.ALL)),
                IntStream.range(0, 30)
                        .mapToObj(i -> question(i, Difficulty.EASY))
                        .toArray(Question[]::new));
        return shuffled ? shuffled(quiz) : quiz;
    }

    private static Quiz shuffled(Quiz quiz) {
        QuizRules usual = QuizRules.USUAL;
        QuizRules rules = new QuizRules(
                0, usual.counts(), usual.review(), usual.pages(), usual.order(), "", true, 0, false, false);
        return new Quiz("T", "", 0.7, 0, false, rules, quiz.sections(), quiz.questions());
    }

    private static Quiz quiz(List<QuizSection> sections, Question... questions) {
        return new Quiz("T", "", 0.7, 0, false, QuizRules.USUAL, sections, List.of(questions));
    }

    private static Question question(int number, Difficulty difficulty, String... tags) {
        Traits traits = new Traits(List.of(), List.of(tags), difficulty, null, "");
        return new TrueFalse("q" + number, "S", 1, traits, "", true, Feedback.NONE);
    }

    private static List<String> keys(Quiz quiz) {
        return new ArrayList<>(quiz.questions().stream().map(Question::key).toList());
    }
}
