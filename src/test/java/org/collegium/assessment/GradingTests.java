package org.collegium.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class GradingTests {

    private static final Offset<Double> EXACT = Offset.offset(1e-12);
    private static final int TRIES = 2_000;

    @Test
    void aSingleChoiceIsRightOrNot() {
        Question question = single(1);

        assertThat(Grading.points(question, Answer.of("o1"))).isEqualTo(2);
        assertThat(Grading.points(question, Answer.of("o0"))).isZero();
        assertThat(Grading.points(question, Answer.of("o0", "o1"))).isZero();
        assertThat(Grading.points(question, Answer.of("no-such-option"))).isZero();
        assertThat(Grading.points(question, Answer.NONE)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"o0 o1,2", "o0,1", "o0 o2,0", "o0 o1 o2,1", "o0 o1 o2 o3,0", "o2,0", "'',0"})
    void wrongTicksTakeAwayRightOnesButNeverMore(String ticks, double points) {
        Question question = multiple(List.of(true, true, false, false));

        assertThat(Grading.points(question, new Answer(ticks.isEmpty() ? List.of() : List.of(ticks.split(" ")))))
                .isEqualTo(points, EXACT);
    }

    @Test
    void aStatementIsJudged() {
        Question question = new TrueFalse("q", "s", 1, Traits.NONE, "", false, Feedback.NONE);

        assertThat(Grading.points(question, Answer.of("false"))).isEqualTo(1);
        assertThat(Grading.points(question, Answer.of("true"))).isZero();
        assertThat(Grading.points(question, Answer.of("FALSE!"))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.25",
                "0,25",
                ".25",
                ",25",
                " 0.25 ",
                "0.25 m",
                "0.25m",
                "+0.25",
                "2.5e-1",
                "2,5E-1",
                "25e-2",
                "2.5×10^-1",
                "2.5·10⁻¹",
                "2.5*10^-1",
                "0.26",
                "0.24",
                "0.250000000000",
                "０．２５",
                "\u00a00.25\u202fm"
            })
    void aNumberMayBeTypedInManyWays(String typed) {
        assertThat(Grading.points(numeric("0.25", "0.01", "m"), Answer.of(typed)))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.2600001",
                "0.239",
                "-0.25",
                "0.25 km",
                "m",
                "",
                " ",
                "0.2.5",
                "1,000.25",
                "NaN",
                "Infinity",
                "0x1",
                "1e99999999",
                "0.25 0.25",
                "e",
                "."
            })
    void whatIsAnotherNumberOrNoneIsWrong(String typed) {
        assertThat(Grading.points(numeric("0.25", "0.01", "m"), Answer.of(typed)))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-3", "\u22123", "\u20133", "- 3", "-3.0"})
    void everyMinusIsAMinus(String typed) {
        assertThat(Grading.points(numeric("-3", "0", ""), Answer.of(typed))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Over fitting", "OVER  FITTING", " over\u00a0fitting\t", "over ﬁtting", "ｏｖｅｒ fitting"})
    void textsAreComparedWithoutCaseSpaceAndForm(String typed) {
        assertThat(Grading.points(words(false, "over fitting", "straße"), Answer.of(typed)))
                .isEqualTo(1);
        assertThat(Grading.points(words(false, "straße"), Answer.of("STRASSE"))).isEqualTo(1);
    }

    @Test
    void caseCountsWhereItMatters() {
        assertThat(Grading.points(words(true, "pH"), Answer.of(" pH "))).isEqualTo(1);
        assertThat(Grading.points(words(true, "pH"), Answer.of("PH"))).isZero();
        assertThat(Grading.points(words(false, "pH"), Answer.of("pOH"))).isZero();
    }

    @Test
    void aQuestionWithoutAKeyCountsNeitherWay() {
        Question unkeyed = new SingleChoice("u", "s", 50, Traits.NONE, "", options(List.of(false, false)));
        Quiz quiz = quiz(0.5, single(0), unkeyed);

        Grade grade = Grading.grade(quiz, Map.of("single", Answer.of("o0"), "u", Answer.of("o1")));

        assertThat(grade.possible()).isEqualTo(2);
        assertThat(grade.score()).isEqualTo(1);
        assertThat(grade.byQuestion()).containsOnlyKeys("single");
        assertThat(Grading.grade(quiz(0, unkeyed), Map.of()).passed()).isFalse();
    }

    @Test
    void thePassMarkItselfPasses() {
        List<Question> ten = IntStream.range(0, 10)
                .<Question>mapToObj(i -> new TrueFalse("q" + i, "s", 0.1, Traits.NONE, "", true, Feedback.NONE))
                .toList();
        Quiz quiz = new Quiz("t", "", 0.7, 0, false, ten);
        Map<String, Answer> seven = new HashMap<>();
        IntStream.range(0, 7).forEach(i -> seven.put("q" + i, Answer.of("true")));

        assertThat(Grading.grade(quiz, seven).passed()).isTrue();
        seven.remove("q0");
        assertThat(Grading.grade(quiz, seven).passed()).isFalse();
    }

    @Test
    void whateverIsTickedThePointsAreWithinBoundsAndDoNotDependOnOrder() {
        Random random = new Random(20_261_122);
        for (int i = 0; i < TRIES; i++) {
            MultipleChoice question = anyMultiple(random);
            List<String> ticks = new ArrayList<>(question.options().stream()
                    .map(Option::key)
                    .filter(key -> random.nextBoolean())
                    .toList());
            double points = Grading.points(question, new Answer(ticks));
            Collections.shuffle(ticks, random);

            assertThat(points).isBetween(0.0, question.points());
            assertThat(Grading.points(question, new Answer(ticks))).isEqualTo(points);
        }
    }

    @Test
    void onlyAllRightTicksGiveFullPoints() {
        Random random = new Random(7);
        for (int i = 0; i < TRIES; i++) {
            MultipleChoice question = anyMultiple(random);
            List<String> right = List.copyOf(Grading.correct(question.options()));
            List<String> others = question.options().stream()
                    .map(Option::key)
                    .filter(key -> random.nextBoolean())
                    .toList();

            assertThat(Grading.points(question, new Answer(right))).isEqualTo(question.points());
            if (!Grading.correct(question.options()).equals(java.util.Set.copyOf(others))) {
                assertThat(Grading.points(question, new Answer(others))).isLessThan(question.points());
            }
        }
    }

    @Test
    void theScoreDoesNotDependOnTheOrderOfAnswers() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            List<Question> questions = new ArrayList<>();
            Map<String, Answer> answers = new HashMap<>();
            for (int n = 0; n < 8; n++) {
                MultipleChoice any = anyMultiple(random);
                questions.add(new MultipleChoice("q" + n, "s", any.points(), Traits.NONE, "", any.options()));
                answers.put(
                        "q" + n, Answer.of("o" + random.nextInt(any.options().size())));
            }
            Quiz quiz = new Quiz("t", "", 0.7, 0, false, questions);
            Collections.shuffle(questions, random);
            Grade other = Grading.grade(new Quiz("t", "", 0.7, 0, false, questions), answers);

            assertThat(Grading.grade(quiz, answers).score()).isEqualTo(other.score(), EXACT);
            assertThat(other.score()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void numbersWithinTheToleranceAreRightAndOthersAreNot() {
        Random random = new Random(11);
        for (int i = 0; i < TRIES; i++) {
            BigDecimal answer = BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, random.nextInt(6));
            BigDecimal tolerance = BigDecimal.valueOf(random.nextInt(1000), 3);
            BigDecimal step = new BigDecimal("0.000001");
            Question question = numeric(answer.toPlainString(), tolerance.toPlainString(), "");

            assertThat(Grading.points(question, Answer.of(answer.add(tolerance).toPlainString())))
                    .isEqualTo(1);
            assertThat(Grading.points(
                            question, Answer.of(answer.subtract(tolerance).toString())))
                    .isEqualTo(1);
            assertThat(Grading.points(
                            question, Answer.of(answer.add(tolerance).add(step).toPlainString())))
                    .isZero();
        }
    }

    private static MultipleChoice anyMultiple(Random random) {
        List<Boolean> right = new ArrayList<>();
        int size = 2 + random.nextInt(11);
        for (int n = 0; n < size; n++) {
            right.add(random.nextBoolean());
        }
        right.set(random.nextInt(size), true);
        return new MultipleChoice("q", "s", 0.5 + random.nextInt(10), Traits.NONE, "", options(right));
    }

    private static Question single(int right) {
        return new SingleChoice("single", "s", 2, Traits.NONE, "", options(List.of(right == 0, right == 1)));
    }

    private static Question multiple(List<Boolean> right) {
        return new MultipleChoice("multiple", "s", 2, Traits.NONE, "", options(right));
    }

    private static Question numeric(String answer, String tolerance, String unit) {
        return new Numeric(
                "n",
                "s",
                1,
                Traits.NONE,
                "",
                new BigDecimal(answer),
                Tolerance.absolute(new BigDecimal(tolerance)),
                Units.only(unit),
                Feedback.NONE);
    }

    private static Question words(boolean caseSensitive, String... accept) {
        return new ShortText(
                "w",
                "s",
                1,
                Traits.NONE,
                "",
                Stream.of(accept).map(Accepted::of).toList(),
                caseSensitive,
                Feedback.NONE);
    }

    /** 0.1 and 0.7 of 1 are a hair less than 0.8 where one computes in binary. */
    @Test
    void aPassMarkThatIsMetByHandIsMet() {
        Quiz quiz = quiz(0.8, worth("a", 0.1), worth("b", 0.7), worth("c", 0.2));

        Grade grade = Grading.grade(quiz, Map.of("a", Answer.of("true"), "b", Answer.of("true")));

        assertThat(grade.score()).isLessThan(0.8);
        assertThat(grade.passed()).isTrue();
        assertThat(Grading.grade(quiz, Map.of("b", Answer.of("true"))).passed()).isFalse();
    }

    private static Question worth(String key, double points) {
        return new TrueFalse(key, "s", points, Traits.NONE, "", true, Feedback.NONE);
    }

    private static Quiz quiz(double passMark, Question... questions) {
        return new Quiz("t", "", passMark, 0, false, List.of(questions));
    }

    private static List<Option> options(List<Boolean> right) {
        return IntStream.range(0, right.size())
                .mapToObj(i -> new Option("o" + i, "Option " + i, right.get(i), ""))
                .toList();
    }
}
