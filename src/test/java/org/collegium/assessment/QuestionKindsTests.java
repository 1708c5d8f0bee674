package org.collegium.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.collegium.assessment.Accepted.Match;
import org.collegium.assessment.AskedQuestion.Choice;
import org.collegium.assessment.AskedQuestion.Fill;
import org.collegium.assessment.AskedQuestion.Order;
import org.collegium.assessment.Question.Cloze;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Question.Formula;
import org.collegium.assessment.Question.Matching;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Offer;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.Ordering;
import org.collegium.assessment.Question.Prompt;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.demonstration.generation.SampleAnswers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How numbers with units, words with shares, matching, ordering, gaps and formulas are graded and put. */
@Tag("unit")
class QuestionKindsTests {

    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    private static final Units LENGTH = new Units(
            "m",
            List.of(new Units.Other("km", new BigDecimal(1000)), new Units.Other("cm", new BigDecimal("0.01"))),
            true);

    @ParameterizedTest
    @CsvSource({
        "250 m,RIGHT",
        "0.25 km,RIGHT",
        "'25000,0cm',RIGHT",
        "2.5e2m,RIGHT",
        "250,UNIT_MISSING",
        "9,UNIT_MISSING",
        "250 mm,UNIT_UNKNOWN",
        "250 M,UNIT_UNKNOWN",
        "250 km,OFF",
        "far,NO_NUMBER",
        "km,NO_NUMBER",
        "1.2.3,NO_NUMBER",
        "25⁰ m,NO_NUMBER",
        "2.5×10² m,RIGHT",
        "2500·10⁻¹ m,RIGHT"
    })
    void unitsAreConvertedAndWhatIsWrongWithThemIsSaid(String typed, NumberVerdict verdict) {
        Numeric question = numeric("250", Tolerance.NONE, LENGTH);

        assertThat(Grading.verdict(question, typed)).isEqualTo(verdict);
        assertThat(Grading.points(question, Answer.of(typed))).isEqualTo(verdict == NumberVerdict.RIGHT ? 1 : 0);
    }

    @Test
    void aUnitThatIsNotAskedForMayBeLeftOut() {
        Numeric question = numeric("250", Tolerance.NONE, new Units("m", LENGTH.others(), false));

        assertThat(Grading.verdict(question, "250")).isEqualTo(NumberVerdict.RIGHT);
        assertThat(Grading.verdict(question, "0,25 km")).isEqualTo(NumberVerdict.RIGHT);
    }

    @ParameterizedTest
    @CsvSource({"205,RIGHT", "195,RIGHT", "205.01,OFF", "194.9,OFF"})
    void aToleranceMayBeAShareOfTheAnswer(String typed, NumberVerdict verdict) {
        Tolerance percent = new Tolerance(BigDecimal.ONE, new BigDecimal("2.5"));

        assertThat(Grading.verdict(numeric("200", percent, Units.NONE), typed)).isEqualTo(verdict);
        assertThat(Grading.verdict(numeric("-200", percent, Units.NONE), "-" + typed))
                .isEqualTo(verdict);
        assertThat(percent.margin(BigDecimal.TEN)).isEqualByComparingTo("1");
    }

    @Test
    void theBestAcceptedAnswerCounts() {
        ShortText question = new ShortText(
                "w",
                "s",
                4,
                Traits.NONE,
                "",
                List.of(
                        new Accepted("*variance*", Match.WILDCARD, 0.25, "Nearly."),
                        new Accepted("sample variance", Match.EXACT, 0.5, ""),
                        Accepted.of("unbiased sample variance"),
                        new Accepted("mean", Match.EXACT, 0, "That is the other one.")),
                false,
                Feedback.NONE);

        assertThat(Grading.points(question, Answer.of("the variance"))).isEqualTo(1);
        assertThat(Grading.points(question, Answer.of("Sample variance"))).isEqualTo(2);
        assertThat(Grading.points(question, Answer.of("unbiased sample variance")))
                .isEqualTo(4);
        assertThat(Grading.points(question, Answer.of("mean"))).isZero();
        assertThat(Grading.accepted(question, "mean").orElseThrow().feedback()).isEqualTo("That is the other one.");
        assertThat(Grading.accepted(question, "mode")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'x,y,x',3", "'x,y,z',2", "'x,,',1", "',,',0", "'y,x,y',0", "x,1", "'x,y,x,x',3"})
    void eachPromptThatIsMatchedRightEarnsItsPart(String given, double points) {
        assertThat(Grading.points(matching(), new Answer(List.of(given.split(",", -1)))))
                .isEqualTo(points, EXACT);
    }

    @ParameterizedTest
    @CsvSource({
        "a b c d,6",
        "b a c d,4",
        "b c d a,0",
        "d c b a,0",
        "a b d c,4",
        "a c d b,2",
        "a b c,0",
        "a a b c,0",
        "a b c x,0"
    })
    void anOrderEarnsRightPairsLessWrongOnes(String given, double points) {
        assertThat(Grading.points(ordering(), new Answer(List.of(given.split(" ")))))
                .isEqualTo(points, EXACT);
    }

    @Test
    void aRandomOrderEarnsLittle() {
        Random random = new Random(5);
        List<String> keys = new ArrayList<>(List.of("a", "b", "c", "d"));
        double sum = 0;
        for (int i = 0; i < 2_000; i++) {
            Collections.shuffle(keys, random);
            double points = Grading.points(ordering(), new Answer(keys));
            assertThat(points).isBetween(0.0, 6.0);
            sum += points;
        }
        assertThat(sum / 2_000 / 6).isLessThan(0.25);
    }

    @Test
    void eachGapEarnsByItsWeight() {
        Cloze question = cloze();

        assertThat(Grading.points(question, Answer.of("Variance", "0,5", "b"))).isEqualTo(4);
        assertThat(Grading.points(question, Answer.of("variance", "0.7", "b"))).isEqualTo(3);
        assertThat(Grading.points(question, Answer.of("", "0.5", ""))).isEqualTo(1);
        assertThat(Grading.points(question, Answer.of("variance"))).isEqualTo(1);
        assertThat(Grading.points(question, Answer.of("", " ", ""))).isZero();
    }

    @Test
    void theBrowserIsToldNothingThatIsRight() {
        Quiz quiz = new Quiz("t", "", 0.7, 0, false, List.of(matching(), ordering(), cloze(), formula()));

        for (long seed = 0; seed < 200; seed++) {
            AskedQuiz asked = AskedQuiz.of(quiz, seed);
            assertThat(asked.questions().toString()).doesNotContain("variance", "a * b", "answer", "correct");
            assertThat(asked.questions().get(1).form())
                    .isInstanceOfSatisfying(
                            Order.class,
                            order -> assertThat(keys(order.options()))
                                    .containsExactlyInAnyOrder("a", "b", "c", "d")
                                    .isNotEqualTo(List.of("a", "b", "c", "d")));
            assertThat(AskedQuiz.of(quiz, seed)).isEqualTo(asked);
        }
    }

    @Test
    void whatIsOfferedIsShuffledForEachAttempt() {
        Set<List<String>> orders = new HashSet<>();
        Set<List<String>> offers = new HashSet<>();
        for (long seed = 0; seed < 200; seed++) {
            orders.add(keys(((Order) asked(ordering(), seed).form()).options()));
            offers.add(keys(((AskedQuestion.Match) asked(matching(), seed).form()).options()));
        }

        assertThat(orders).hasSizeGreaterThan(15);
        assertThat(offers).hasSize(6);
    }

    @Test
    void aTextHasNumberedMarksForItsGaps() {
        AskedQuestion asked = asked(cloze(), 1);

        assertThat(asked.stem()).isEqualTo("The ⟦1⟧ is ⟦2⟧, ⟦3⟧.");
        assertThat(((Fill) asked.form()).gaps()).hasSize(3);
    }

    @Test
    void theSameSeedDrawsTheSameAndOthersDrawOthers() {
        Set<String> stems = new HashSet<>();
        for (long seed = 0; seed < 500; seed++) {
            Numeric drawn = Drawing.of(formula(), seed);
            assertThat(Drawing.of(formula(), seed)).isEqualTo(drawn);
            stems.add(drawn.stem());
        }

        assertThat(stems).hasSize(15);
    }

    @Test
    void aFormulaIsGradedByWhatWasDrawn() {
        for (long seed = 0; seed < 100; seed++) {
            Numeric drawn = Drawing.of(formula(), seed);
            String[] values = drawn.stem().split(" times ", -1);
            BigDecimal right = new BigDecimal(values[0]).multiply(new BigDecimal(values[1]));

            assertThat(drawn.answer()).isEqualByComparingTo(right);
            assertThat(drawn.explanation())
                    .isEqualTo("It is " + right.stripTrailingZeros().toPlainString() + ".");
            assertThat(Grading.points(drawn, Answer.of(right.toPlainString()))).isEqualTo(1);
            assertThat(Grading.points(drawn, Answer.of(right.add(BigDecimal.ONE).toPlainString())))
                    .isZero();
        }
    }

    @Test
    void aFormulaIsGradedOnlyAfterDrawing() {
        Quiz quiz = new Quiz("t", "", 0.7, 0, false, List.of(formula()));

        assertThatThrownBy(() -> Grading.grade(quiz, Map.of("f", Answer.of("1"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Grading.grade(
                                quiz.drawn(3),
                                Map.of(
                                        "f",
                                        SampleAnswers.right(
                                                quiz.drawn(3).questions().getFirst())))
                        .score())
                .isEqualTo(1);
    }

    /** Seeds that are alike in their lower bits, which a plain generator would draw alike from. */
    @Test
    void valuesAreDrawnIndependently() {
        Map<String, Integer> counts = new TreeMap<>();
        for (long seed = 0; seed < 15_000; seed++) {
            counts.merge(Drawing.of(formula(), seed << 20).stem(), 1, Integer::sum);
        }

        assertThat(counts).hasSize(15);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(850, 1150));
    }

    @Test
    void aRangeHasAMillionValuesAtMost() {
        BigDecimal million = new BigDecimal(1_000_000);

        assertThat(Variable.range("w", BigDecimal.ONE, million, BigDecimal.ONE).count())
                .isEqualTo(1_000_000);
        assertThat(Variable.range("w", BigDecimal.ZERO, million, BigDecimal.ONE).count())
                .isZero();
        assertThat(Variable.range("w", million, million, BigDecimal.ONE).count())
                .isEqualTo(1);
        assertThat(Variable.range("w", million, BigDecimal.ONE, BigDecimal.ONE).count())
                .isZero();
    }

    @Test
    void sampleAnswersEarnAllOrNothing() {
        for (Question question : List.of(matching(), ordering(), cloze(), Drawing.of(formula(), 9))) {
            assertThat(Grading.points(question, SampleAnswers.right(question))).isEqualTo(question.points());
            assertThat(Grading.points(question, SampleAnswers.wrong(question))).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.30000000000000004", "0.1", "1234567.891", "27.94117647058823", "1e-9", "300"})
    void numbersAreShownWithoutNeedlessDigits(String number) {
        String shown = ShownNumbers.of(ShownNumbers.exact(Double.parseDouble(number)));

        assertThat(shown).isIn("0.3", "0.1", "1234568", "27.9412", "0.000000001", "300");
    }

    @Test
    void anAnswerHasRoomForEveryGap() {
        List<String> twenty = IntStream.range(0, 20).mapToObj(String::valueOf).toList();

        assertThat(new Answer(twenty).at(19)).isEqualTo("19");
        assertThat(new Answer(twenty).at(20)).isEmpty();
        assertThatThrownBy(() -> new Answer(Collections.nCopies(21, "x"))).hasMessageContaining("too-long");
    }

    private static List<String> keys(List<Choice> choices) {
        return choices.stream().map(Choice::key).toList();
    }

    private static AskedQuestion asked(Question question, long seed) {
        return AskedQuestion.of(question, new Quiz("t", "", 0.7, 0, false, List.of(question)), seed);
    }

    private static Numeric numeric(String answer, Tolerance tolerance, Units units) {
        return new Numeric("n", "s", 1, Traits.NONE, "", new BigDecimal(answer), tolerance, units, Feedback.NONE);
    }

    private static Matching matching() {
        return new Matching(
                "m",
                "s",
                3,
                Traits.NONE,
                "",
                List.of(new Prompt("p", "P", "x"), new Prompt("q", "Q", "y"), new Prompt("r", "R", "x")),
                List.of(new Offer("x", "X"), new Offer("y", "Y"), new Offer("z", "Z")),
                Feedback.NONE);
    }

    private static Ordering ordering() {
        return new Ordering(
                "o",
                "s",
                6,
                Traits.NONE,
                "",
                List.of(new Offer("a", "A"), new Offer("b", "B"), new Offer("c", "C"), new Offer("d", "D")),
                Feedback.NONE);
    }

    private static Cloze cloze() {
        return new Cloze(
                "c",
                "The {{word}} is {{number}}, {{choice}}.",
                4,
                Traits.NONE,
                "",
                List.of(
                        new ShortText(
                                "word", "", 1, Traits.NONE, "", List.of(Accepted.of("variance")), false, Feedback.NONE),
                        new Numeric(
                                "number",
                                "",
                                1,
                                Traits.NONE,
                                "",
                                new BigDecimal("0.5"),
                                Tolerance.NONE,
                                Units.NONE,
                                Feedback.NONE),
                        new SingleChoice(
                                "choice",
                                "",
                                2,
                                Traits.NONE,
                                "",
                                List.of(new Option("a", "low", false, ""), new Option("b", "high", true, "")))));
    }

    private static Formula formula() {
        return new Formula(
                "f",
                "{{a}} times {{ b }}",
                1,
                Traits.NONE,
                "It is {{= a * b}}.",
                List.of(
                        Variable.range("a", new BigDecimal("0.1"), new BigDecimal("0.5"), new BigDecimal("0.1")),
                        Variable.of("b", List.of(new BigDecimal(3), new BigDecimal(7), new BigDecimal("0.30")))),
                "a * b",
                Tolerance.absolute(new BigDecimal("0.001")),
                Units.NONE,
                Feedback.NONE);
    }
}
