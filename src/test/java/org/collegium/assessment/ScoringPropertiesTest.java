package org.collegium.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;
import org.collegium.assessment.QuizSection.Drawn;
import org.collegium.assessment.QuizSection.Fixed;
import org.collegium.assessment.QuizSection.Pool;
import org.collegium.demonstration.generation.SampleAnswers;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;
import org.jspecify.annotations.Nullable;

/** What holds of every quiz, every draw and every answer. */
@Tag("unit")
class ScoringPropertiesTest {

    private static final List<String> TAGS = List.of("a", "b", "c");
    private static final List<String> GIVEN =
            List.of("o0", "o1", "o2", "o3", "true", "false", "1", "2", "2,0", "x", " ", "");

    @Property(tries = 300)
    void pointsStayWithinTheirBounds(@ForAll("quizzes") Quiz quiz, @ForAll("answers") Map<Integer, Answer> given) {
        Grade grade = Grading.grade(quiz, byKey(quiz, given));

        quiz.questions()
                .forEach(question -> assertThat(grade.byQuestion().get(question.key()))
                        .isBetween(
                                -question.penalty(quiz.rules().penalty()) * question.points() - 1e-9,
                                question.points() + 1e-9));
        assertThat(grade.score()).isBetween(0.0, 1.0);
        assertThat(grade.points()).isBetween(0.0, grade.possible() + 1e-9);
        assertThat(grade.passed()).isEqualTo(grade.score() >= quiz.passMark() - 1e-9);
    }

    /** Whatever is given for a text, and whoever waits for it. */
    @Property(tries = 200)
    void marksKeepToTheirBoundsAndMoreIsNeverWorse(
            @ForAll("quizzes") Quiz quiz,
            @ForAll("answers") Map<Integer, Answer> given,
            @ForAll @DoubleRange(min = -5, max = 20) double one,
            @ForAll @DoubleRange(min = -5, max = 20) double other) {
        List<Question> questions = new ArrayList<>(quiz.questions());
        questions.add(new Question.Essay("essay", "S", 4, Traits.NONE, "", WordLimits.NONE, Rubric.NONE));
        Quiz marked = quiz.with(questions);
        Map<String, Answer> answers = byKey(quiz, given);
        assertThat(Grading.grade(marked, answers).complete()).isTrue();
        answers.put("essay", Answer.of("A text"));

        Grade waiting = Grading.grade(marked, answers);
        Grade less = Grading.grade(marked, answers, Map.of("essay", Math.min(one, other)));
        Grade more = Grading.grade(marked, answers, Map.of("essay", Math.max(one, other)));

        assertThat(waiting.waiting()).containsExactly("essay");
        assertThat(waiting.passed()).isFalse();
        assertThat(waiting.possible()).isEqualTo(more.possible());
        assertThat(less.complete()).isTrue();
        assertThat(less.byQuestion().get("essay")).isBetween(0.0, 4.0);
        assertThat(more.points()).isGreaterThanOrEqualTo(less.points() - 1e-9);
        assertThat(more.score()).isBetween(less.score() - 1e-9, 1.0);
        assertThat(less.score()).isGreaterThanOrEqualTo(waiting.score() - 1e-9);
    }

    @Property(tries = 200)
    void whoeverAnswersAllRightHasEverything(@ForAll("quizzes") Quiz quiz) {
        Map<String, Answer> right =
                quiz.questions().stream().collect(Collectors.toMap(Question::key, SampleAnswers::right));

        assertThat(Grading.grade(quiz, right).score()).isEqualTo(1, within(1e-9));
    }

    @Property(tries = 200)
    void whatIsNotAnsweredNeitherEarnsNorCosts(
            @ForAll("quizzes") Quiz quiz, @ForAll("answers") Map<Integer, Answer> given) {
        Map<String, Answer> answers = byKey(quiz, given);
        Grade grade = Grading.grade(quiz, answers);

        quiz.questions().stream()
                .filter(question ->
                        answers.getOrDefault(question.key(), Answer.NONE).empty())
                .forEach(question ->
                        assertThat(grade.byQuestion().get(question.key())).isZero());
    }

    @Property(tries = 200)
    void aHigherPenaltyIsNeverBetter(
            @ForAll("quizzes") Quiz quiz,
            @ForAll("answers") Map<Integer, Answer> given,
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double other) {
        Map<String, Answer> answers = byKey(quiz, given);

        assertThat(Grading.grade(costing(quiz, Math.min(one, other)), answers).points())
                .isGreaterThanOrEqualTo(Grading.grade(costing(quiz, Math.max(one, other)), answers)
                                .points()
                        - 1e-9);
    }

    @Property(tries = 300)
    void aRightTickNeverTakesAndAWrongOneNeverGives(
            @ForAll("multiple") MultipleChoice question,
            @ForAll("ticks") Set<String> ticked,
            @ForAll @DoubleRange(min = 0, max = 1) double penalty) {
        List<String> before = question.options().stream()
                .map(Option::key)
                .filter(ticked::contains)
                .toList();
        double points = Grading.points(question, new Answer(before), penalty);
        for (Option more : question.options()) {
            if (before.isEmpty() || before.contains(more.key())) {
                continue;
            }
            List<String> after = new ArrayList<>(before);
            after.add(more.key());
            double then = Grading.points(question, new Answer(after), penalty);
            if (more.correct()) {
                assertThat(then).isGreaterThanOrEqualTo(points);
            } else {
                assertThat(then).isLessThanOrEqualTo(points);
            }
        }
    }

    @Property(tries = 300)
    void nothingIsDrawnTwiceAndNothingFromElsewhere(@ForAll("drawing") Quiz quiz, @ForAll long seed) {
        List<List<Question>> drawn = QuestionDraw.of(quiz.sections(), quiz.questions(), seed);

        assertThat(drawn.stream().flatMap(List::stream).toList()).doesNotHaveDuplicates();
        for (int i = 0; i < drawn.size(); i++) {
            switch (quiz.sections().get(i)) {
                case Fixed fixed ->
                    assertThat(drawn.get(i)).extracting(Question::key).isEqualTo(fixed.questions());
                case Drawn section ->
                    assertThat(quiz.pool(section))
                            .containsAll(drawn.get(i))
                            .hasSizeGreaterThanOrEqualTo(drawn.get(i).size());
            }
        }
    }

    /** So what the reader has tried once comes true in every attempt. */
    @Property(tries = 300)
    void everySeedDrawsAsMany(@ForAll("drawing") Quiz quiz, @ForAll long one, @ForAll long other) {
        assertThat(quiz.drawn(one).questions()).hasSameSizeAs(quiz.drawn(other).questions());
        assertThat(quiz.drawn(one).questions().size()).isEqualTo(mostThatCanBeDrawn(quiz));
    }

    @Property(tries = 200)
    void theSameSeedDrawsTheSame(@ForAll("drawing") Quiz quiz, @ForAll long seed) {
        assertThat(quiz.drawn(seed)).isEqualTo(quiz.drawn(seed));
        assertThat(AskedQuiz.of(quiz, seed)).isEqualTo(AskedQuiz.of(quiz, seed));
        assertThat(AskedQuiz.of(quiz, seed).questions())
                .extracting(AskedQuestion::key)
                .isEqualTo(
                        quiz.drawn(seed).questions().stream().map(Question::key).toList());
    }

    @Property(tries = 100)
    void gradingAgainFromTheFileGivesTheSame(
            @ForAll("quizzes") Quiz quiz, @ForAll("answers") Map<Integer, Answer> given, @ForAll long seed) {
        Map<String, Answer> answers = byKey(quiz, given);
        Quiz again = QuizReader.read(SourceFile.of("q.yaml", QuizWriter.write(quiz)), new FaultList())
                .orElseThrow();

        assertThat(Grading.grade(again.drawn(seed), answers)).isEqualTo(Grading.grade(quiz.drawn(seed), answers));
    }

    /** By trying every way to give sections their questions, in pools of a few. */
    private static int mostThatCanBeDrawn(Quiz quiz) {
        int fixed = quiz.sections().stream()
                .mapToInt(section ->
                        section instanceof Fixed one ? one.questions().size() : 0)
                .sum();
        List<Set<String>> slots = new ArrayList<>();
        for (QuizSection section : quiz.sections()) {
            if (section instanceof Drawn drawn) {
                Set<String> pool = quiz.pool(drawn).stream().map(Question::key).collect(Collectors.toSet());
                IntStream.range(0, drawn.draw()).forEach(slot -> slots.add(pool));
            }
        }
        return fixed + most(slots, 0, Set.of());
    }

    private static int most(List<Set<String>> slots, int slot, Set<String> taken) {
        if (slot == slots.size()) {
            return 0;
        }
        int best = most(slots, slot + 1, taken);
        for (String question : slots.get(slot)) {
            if (!taken.contains(question)) {
                Set<String> more = new HashSet<>(taken);
                more.add(question);
                best = Math.max(best, 1 + most(slots, slot + 1, more));
            }
        }
        return best;
    }

    @Provide
    Arbitrary<Quiz> quizzes() {
        Arbitrary<Double> points = Arbitraries.of(0.5, 1.0, 2.0, 3.5);
        Arbitrary<Double> penalty = Arbitraries.of(0.0, 0.25, 0.5, 1.0).injectNull(0.5);
        Arbitrary<Question> question = Combinators.combine(
                        Arbitraries.integers().between(0, 3), points, penalty, choices())
                .as(ScoringPropertiesTest::question);
        return Combinators.combine(
                        question.list().ofMinSize(1).ofMaxSize(6),
                        Arbitraries.of(0.0, 0.25, 1.0),
                        Arbitraries.doubles().between(0, 1).ofScale(2))
                .as((questions, costs, passMark) -> {
                    List<Question> named = IntStream.range(0, questions.size())
                            .mapToObj(i -> named(questions.get(i), "q" + i))
                            .toList();
                    return costing(new Quiz("T", "", passMark, 0, false, named), costs);
                });
    }

    @Provide
    Arbitrary<Map<Integer, Answer>> answers() {
        Arbitrary<Answer> answer =
                Arbitraries.of(GIVEN).list().ofMaxSize(3).map(values -> new Answer(List.copyOf(values)));
        return Arbitraries.maps(Arbitraries.integers().between(0, 5), answer).ofMaxSize(6);
    }

    @Provide
    Arbitrary<MultipleChoice> multiple() {
        return choices().map(options -> new MultipleChoice("m", "S", 2, Traits.NONE, "", options));
    }

    @Provide
    Arbitrary<Set<String>> ticks() {
        return Arbitraries.of("o0", "o1", "o2", "o3").set();
    }

    @Provide
    Arbitrary<Quiz> drawing() {
        Arbitrary<List<String>> tags = Arbitraries.of(TAGS).set().map(List::copyOf);
        Arbitrary<QuizSection> drawn = Combinators.combine(
                        Arbitraries.integers().between(1, 2), tags)
                .as((draw, from) -> new Drawn("D", "", draw, new Pool(from, List.of())));
        return Combinators.combine(
                        tags.list().ofMinSize(2).ofMaxSize(6),
                        drawn.list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of(true, false))
                .as((questions, draws, shuffled) -> {
                    List<Question> all = IntStream.range(0, questions.size())
                            .<Question>mapToObj(i -> new TrueFalse(
                                    "q" + i,
                                    "S",
                                    1,
                                    new Traits(List.of(), questions.get(i), null, null, ""),
                                    "",
                                    true,
                                    Feedback.NONE))
                            .toList();
                    List<QuizSection> sections = new ArrayList<>(draws);
                    sections.add(new Fixed("F", "", List.of("q0")));
                    return new Quiz("T", "", 0.7, 0, false, rules(shuffled, 0), sections, all);
                });
    }

    /** Two to four options, at least one of them right. */
    private static Arbitrary<List<Option>> choices() {
        return Arbitraries.of(true, false)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(right -> IntStream.rangeClosed(0, right.size())
                        .mapToObj(i -> new Option("o" + i, "Option " + i, i == 0 || right.get(i - 1), ""))
                        .toList());
    }

    private static Question question(int kind, double points, @Nullable Double penalty, List<Option> options) {
        Traits traits = new Traits(List.of(), List.of(), null, penalty, "");
        return switch (kind) {
            case 0 ->
                new SingleChoice(
                        "q",
                        "S",
                        points,
                        traits,
                        "",
                        options.stream()
                                .map(option -> new Option(
                                        option.key(),
                                        option.text(),
                                        option.key().equals("o0"),
                                        ""))
                                .toList());
            case 1 -> new MultipleChoice("q", "S", points, traits, "", options);
            case 2 -> new TrueFalse("q", "S", points, traits, "", options.size() == 2, Feedback.NONE);
            default ->
                new Numeric(
                        "q",
                        "S",
                        points,
                        traits,
                        "",
                        BigDecimal.TWO,
                        Tolerance.absolute(BigDecimal.ZERO),
                        Units.only(""),
                        Feedback.NONE);
        };
    }

    private static Question named(Question question, String key) {
        return switch (question) {
            case SingleChoice one -> new SingleChoice(key, "S", one.points(), one.traits(), "", one.options());
            case MultipleChoice one -> new MultipleChoice(key, "S", one.points(), one.traits(), "", one.options());
            case TrueFalse one -> new TrueFalse(key, "S", one.points(), one.traits(), "", one.answer(), Feedback.NONE);
            case Numeric one ->
                new Numeric(
                        key,
                        "S",
                        one.points(),
                        one.traits(),
                        "",
                        one.answer(),
                        one.tolerance(),
                        one.units(),
                        Feedback.NONE);
            default -> throw new IllegalArgumentException(key);
        };
    }

    private static Quiz costing(Quiz quiz, double penalty) {
        return new Quiz("T", "", quiz.passMark(), 0, false, rules(false, penalty), List.of(), quiz.questions());
    }

    private static QuizRules rules(boolean shuffled, double penalty) {
        QuizRules usual = QuizRules.USUAL;
        return new QuizRules(
                0, usual.counts(), usual.review(), usual.pages(), usual.order(), "", shuffled, penalty, false);
    }

    private static Map<String, Answer> byKey(Quiz quiz, Map<Integer, Answer> given) {
        Map<String, Answer> answers = new HashMap<>();
        given.forEach((place, answer) -> {
            if (place < quiz.questions().size()) {
                answers.put(quiz.questions().get(place).key(), answer);
            }
        });
        return answers;
    }
}
