package org.collegium.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.collegium.assessment.Question.Cloze;
import org.collegium.assessment.Question.Essay;
import org.collegium.assessment.Question.Formula;
import org.collegium.assessment.Question.Matching;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Offer;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.Ordering;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;

/**
 * What holds of every kind of question: what an answer earns is counted here a second time, by the rules that the documentation
 * states, for answers that are right in part.
 */
@Tag("unit")
class EveryKindScoringTest {

    private static final Offset<Double> EXACT = within(1e-9);

    /** Of all kinds; a hotspot of places and one of areas, an essay with criteria and one without. */
    private static final Quiz EVERY_KIND = read(AssessmentFixtures.everyKind());

    @Property(tries = 20)
    void everyKindIsAmongThem(@ForAll long seed) {
        Set<Class<?>> kinds =
                EVERY_KIND.questions().stream().map(Object::getClass).collect(Collectors.toSet());

        assertThat(kinds).containsExactlyInAnyOrderElementsOf(kinds(Question.class));
        assertThat(EVERY_KIND.drawn(seed).questions()).noneMatch(question -> question instanceof Formula);
    }

    @Property(tries = 400)
    void anAnswerEarnsWhatTheRulesSay(@ForAll long seed, @ForAll @DoubleRange(min = 0, max = 1) double penalty) {
        Random random = new Random(seed);
        for (Question question : EVERY_KIND.drawn(seed).questions()) {
            Answer given = given(question, random);
            double points = Grading.points(question, given, penalty);
            String told = question.key() + " " + given.values();

            assertThat(points).as(told).isEqualTo(question.points() * share(question, given, penalty), EXACT);
            assertThat(points).as(told).isBetween(-penalty * question.points() - 1e-9, question.points() + 1e-9);
        }
    }

    /** What each earns is what the whole earns, and marks are held to their bounds, whoever gives them. */
    @Property(tries = 200)
    void aQuizEarnsTheSumOfItsQuestionsAndNeverLessThanNothing(
            @ForAll long seed, @ForAll @DoubleRange(min = -3, max = 9) double mark, @ForAll boolean costs) {
        Random random = new Random(seed);
        Quiz quiz = costing(EVERY_KIND, costs ? 1 : 0).drawn(seed);
        Map<String, Answer> answers = new HashMap<>();
        Map<String, Double> marks = new HashMap<>();
        double expected = 0;
        for (Question question : quiz.questions()) {
            Answer given = given(question, random);
            answers.put(question.key(), given);
            marks.put(question instanceof CodeQuestion code ? code.given() : question.key(), mark);
            double whole = question instanceof CodeQuestion ? mark * question.points() : mark;
            expected += question.waits()
                    ? given.empty() ? 0 : Math.clamp(whole, 0, question.points())
                    : question.points() * share(question, given, costs ? 1 : 0);
        }

        Grade grade = Grading.grade(quiz, answers, marks);

        assertThat(grade.points()).isEqualTo(Math.max(0, expected), EXACT);
        assertThat(grade.possible())
                .isEqualTo(
                        quiz.questions().stream().mapToDouble(Question::points).sum(), EXACT);
        assertThat(grade.score()).isEqualTo(grade.points() / grade.possible(), EXACT);
        assertThat(grade.complete()).isTrue();
        assertThat(Grading.grade(quiz, answers, marks)).isEqualTo(grade);
    }

    /** What an appeal gives is never more than a question has, nor takes anything; what a verdict takes never gives. */
    @Property(tries = 200)
    void pointsThatAreGivenAndTakenAreHeldToTheirBounds(@ForAll long seed) {
        Random random = new Random(seed);
        Quiz quiz = costing(EVERY_KIND, 1).drawn(seed);
        Map<String, Answer> answers = new HashMap<>();
        Map<String, Double> atLeast = new HashMap<>();
        Map<String, Double> keeps = new HashMap<>();
        for (Question question : quiz.questions()) {
            answers.put(question.key(), given(question, random));
            if (random.nextBoolean()) {
                atLeast.put(question.key(), 2 * question.points() * random.nextDouble());
            }
            if (random.nextBoolean()) {
                keeps.put(question.key(), random.nextDouble());
            }
        }
        if (random.nextBoolean()) {
            keeps.put("", random.nextDouble());
        }

        Grade earned = Grading.grade(quiz, answers);
        Grade given = Grading.adjusted(quiz, earned, atLeast);
        Grade left = Grading.reduced(quiz, given, keeps);

        double sum = 0;
        for (Question question : quiz.questions()) {
            Double before = earned.byQuestion().get(question.key());
            if (before == null) {
                assertThat(earned.waiting()).contains(question.key());
                continue;
            }
            double least = atLeast.getOrDefault(question.key(), before);
            double now = Math.max(before, Math.min(least, question.points()));
            // What a wrong answer costs it costs all the same.
            double kept = now < 0 ? now : now * keeps.getOrDefault("", 1.0) * keeps.getOrDefault(question.key(), 1.0);
            assertThat(given.byQuestion().get(question.key()))
                    .as(question.key())
                    .isEqualTo(now, EXACT);
            assertThat(left.byQuestion().get(question.key())).as(question.key()).isEqualTo(kept, EXACT);
            sum += kept;
        }
        assertThat(left.points()).isEqualTo(Math.max(0, sum), EXACT);
        assertThat(left.possible()).isEqualTo(earned.possible(), EXACT);
        assertThat(left.waiting()).isEqualTo(earned.waiting());
    }

    @Property(tries = 100)
    void theSameSeedAsksTheSameInTheSameOrder(@ForAll long seed) {
        assertThat(EVERY_KIND.drawn(seed))
                .isEqualTo(read(AssessmentFixtures.everyKind()).drawn(seed));
        assertThat(AskedQuiz.of(EVERY_KIND, seed)).isEqualTo(AskedQuiz.of(read(AssessmentFixtures.everyKind()), seed));
    }

    @Property(tries = 50)
    void whatIsRightEarnsAllAndNothingEarnsNothing(@ForAll long seed) {
        for (Question question : EVERY_KIND.drawn(seed).questions()) {
            if (!question.waits()) {
                assertThat(Grading.points(question, RightAnswers.to(question), 1))
                        .as(question.key())
                        .isEqualTo(question.points(), EXACT);
            }
            assertThat(Grading.points(question, Answer.NONE, 1)).isZero();
            assertThat(Grading.points(question, Answer.of("", " "), 1)).isZero();
        }
    }

    /** The share of the points, by the rules as they are written. */
    private static double share(Question question, Answer given, double penalty) {
        List<String> values = given.values();
        if (values.stream().allMatch(String::isBlank)) {
            return 0;
        }
        return switch (question) {
            case SingleChoice choice ->
                values.stream().distinct().count() == 1 && isRight(choice.options(), values.getFirst()) ? 1 : -penalty;
            case MultipleChoice choice -> {
                double sum = new HashSet<>(values)
                        .stream()
                                .mapToInt(tick -> isRight(choice.options(), tick) ? 1 : -1)
                                .sum();
                double all = choice.options().stream().filter(Option::correct).count();
                yield sum / all < -penalty ? -penalty : sum / all;
            }
            case TrueFalse said -> values.equals(List.of("" + said.answer())) ? 1 : -penalty;
            case Numeric number -> number(number, values.getFirst(), penalty);
            case ShortText words -> words(words, values.getFirst());
            case Matching matching -> {
                double right = 0;
                for (int i = 0; i < matching.prompts().size() && i < values.size(); i++) {
                    right += values.get(i).equals(matching.prompts().get(i).answer()) ? 1 : 0;
                }
                yield right / matching.prompts().size();
            }
            case Ordering ordering -> kendall(keys(ordering.options()), values);
            case Cloze cloze -> {
                double got = 0;
                double weights = 0;
                for (int i = 0; i < cloze.gaps().size(); i++) {
                    Question gap = cloze.gaps().get(i);
                    String value = i < values.size() ? values.get(i) : "";
                    got += gap.points() * share(gap, Answer.of(value), 0);
                    weights += gap.points();
                }
                yield got / weights;
            }
            case Hotspot spot -> hotspot(spot, values, penalty);
            case Essay _, FileUpload _, CodeQuestion _ -> 0;
            case Formula formula -> throw new AssertionError(formula);
        };
    }

    private static boolean isRight(List<Option> options, String key) {
        return options.stream()
                .anyMatch(option -> option.correct() && option.key().equals(key));
    }

    /** Of the answers that {@link #given} makes: "VALUE UNIT", "VALUE" or a word. */
    private static double number(Numeric number, String typed, double penalty) {
        String[] parts = typed.split(" ");
        boolean unit = parts.length > 1;
        if (!parts[0].matches("-?[0-9.]+") || (number.units().required() && !unit)) {
            return 0;
        }
        double value = Double.parseDouble(parts[0]) * (unit && parts[1].equals("km") ? 1000 : 1);
        double answer = number.answer() == null ? 0 : number.answer().doubleValue();
        // Far from the edge of every tolerance here.
        return Math.abs(value - answer) <= Math.abs(answer) * 1e-4 + 1e-9 ? 1 : -penalty;
    }

    private static double words(ShortText words, String typed) {
        return words.accept().stream()
                .filter(accepted -> typed.matches(
                        switch (accepted.match()) {
                            case EXACT, PATTERN -> accepted.text();
                            case WILDCARD -> accepted.text().replace("*", ".*");
                        }))
                .mapToDouble(Accepted::share)
                .max()
                .orElse(0);
    }

    /** By counting the swaps that put it right, of which each mends one pair. */
    private static double kendall(List<String> right, List<String> given) {
        if (given.size() != right.size()
                || !given.stream()
                        .sorted()
                        .toList()
                        .equals(right.stream().sorted().toList())) {
            return 0;
        }
        List<String> now = new ArrayList<>(given);
        int swaps = 0;
        for (int pass = 0; pass < now.size(); pass++) {
            for (int i = 0; i + 1 < now.size(); i++) {
                if (right.indexOf(now.get(i)) > right.indexOf(now.get(i + 1))) {
                    Collections.swap(now, i, i + 1);
                    swaps++;
                }
            }
        }
        double pairs = right.size() * (right.size() - 1) / 2.0;
        return Math.max(0, 1 - 2 * swaps / pairs);
    }

    private static double hotspot(Hotspot spot, List<String> values, double penalty) {
        Map<String, Boolean> areas = spot.areas().stream().collect(Collectors.toMap(Area::key, area -> area.correct()));
        Map<String, String> places = places(spot);
        Set<String> found = new HashSet<>();
        int sum = 0;
        int read = 0;
        for (String value : values) {
            String area = spot.among() ? value : places.get(value);
            if (area == null || (spot.among() && !areas.containsKey(area))) {
                continue;
            }
            read++;
            sum += areas.getOrDefault(area, false) && found.add(area) ? 1 : -1;
        }
        long right = areas.values().stream().filter(correct -> correct).count();
        double share = (double) sum / Math.min(right, spot.marks());
        return read == 0 ? 0 : Math.min(1, Math.max(-penalty, share));
    }

    /** Places of which it is known to which area they belong, or to none. */
    private static Map<String, String> places(Hotspot spot) {
        Map<String, String> places = new HashMap<>();
        spot.areas().forEach(area -> {
            places.put(area.middle().text(), area.key());
            Spot beside = new Spot(area.middle().x() + 0.01, area.middle().y());
            places.put(beside.text(), area.key());
        });
        places.put("0.9999,0.0001", "none");
        return places;
    }

    /** An answer that is right in part, as chance will have it; now and then one that no browser sends. */
    private static Answer given(Question question, Random random) {
        if (random.nextInt(8) == 0) {
            return Answer.of("sent by nobody");
        }
        if (random.nextInt(8) == 0) {
            return random.nextBoolean() ? Answer.NONE : RightAnswers.to(question);
        }
        return switch (question) {
            case SingleChoice choice -> Answer.of(any(random, optionKeys(choice.options())));
            case MultipleChoice choice -> new Answer(some(random, optionKeys(choice.options())));
            case TrueFalse _ -> Answer.of(any(random, List.of("true", "false")));
            case Numeric number -> Answer.of(typed(number, random));
            case ShortText _ ->
                Answer.of(any(random, List.of("variance", "covariance", "sqare", "squares", "mean", "noise")));
            case Matching matching ->
                new Answer(matching.prompts().stream()
                        .limit(1 + random.nextInt(matching.prompts().size()))
                        .map(_ -> any(random, keys(matching.options())))
                        .toList());
            case Ordering ordering -> {
                List<String> order = new ArrayList<>(keys(ordering.options()));
                Collections.shuffle(order, random);
                yield new Answer(random.nextInt(4) == 0 ? order.subList(1, order.size()) : order);
            }
            case Cloze cloze ->
                new Answer(cloze.gaps().stream()
                        .map(gap ->
                                random.nextInt(4) == 0 ? "" : given(gap, random).text())
                        .toList());
            case Hotspot spot ->
                new Answer(some(
                        random,
                        spot.among()
                                ? spot.areas().stream().map(Area::key).toList()
                                : List.copyOf(places(spot).keySet())));
            case Essay _, FileUpload _, CodeQuestion _ -> RightAnswers.to(question);
            case Formula formula -> throw new AssertionError(formula);
        };
    }

    private static String typed(Numeric number, Random random) {
        double answer = number.answer() == null ? 0 : number.answer().doubleValue();
        boolean kilometres = number.units().required() && random.nextBoolean();
        double value = (random.nextBoolean() ? answer : answer * 3 + 7) / (kilometres ? 1000 : 1);
        String unit = number.units().base().isEmpty() || random.nextInt(4) == 0
                ? ""
                : kilometres ? " km" : " " + number.units().base();
        return BigDecimal.valueOf(value).toPlainString() + unit;
    }

    private static List<String> optionKeys(List<Option> options) {
        return options.stream().map(Option::key).toList();
    }

    private static List<String> keys(List<Offer> offers) {
        return offers.stream().map(Offer::key).toList();
    }

    private static <T> T any(Random random, List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private static <T> List<T> some(Random random, List<T> things) {
        return IntStream.rangeClosed(0, random.nextInt(things.size() + 1))
                .mapToObj(_ -> any(random, things))
                .toList();
    }

    private static Set<Class<?>> kinds(Class<?> of) {
        return of.isSealed()
                ? Stream.of(of.getPermittedSubclasses())
                        .map(EveryKindScoringTest::kinds)
                        .flatMap(Set::stream)
                        .collect(Collectors.toSet())
                : Set.of(of);
    }

    private static Quiz costing(Quiz quiz, double penalty) {
        QuizRules rules = quiz.rules();
        return new Quiz(
                quiz.title(),
                quiz.intro(),
                quiz.passMark(),
                quiz.attempts(),
                quiz.shuffleOptions(),
                new QuizRules(
                        rules.timeLimit(),
                        rules.counts(),
                        rules.review(),
                        rules.pages(),
                        rules.order(),
                        "",
                        rules.shuffleQuestions(),
                        penalty,
                        false,
                        false),
                quiz.sections(),
                quiz.questions());
    }

    private static Quiz read(String text) {
        FaultList faults = new FaultList();
        return QuizReader.read(SourceFile.of("quiz.yaml", text), faults)
                .orElseThrow(() -> new AssertionError(text + faults.faults()));
    }
}
