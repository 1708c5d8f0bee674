package org.collegium.assessment.regrading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.Award;
import org.collegium.assessment.Grade;
import org.collegium.assessment.Grading;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.TrueFalse;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.assessment.Revision;
import org.collegium.assessment.RightAnswers;
import org.collegium.shared.RuleViolation;
import org.collegium.source.SourceFile;

/** What holds of every correction, every attempt and every answer. */
@Tag("unit")
class CorrectionsPropertiesTest {

    private static final List<String> GIVEN = List.of(
            "a",
            "b",
            "true",
            "false",
            "0.25",
            "overfitting",
            "mean",
            "3",
            "high",
            "split",
            "train",
            "test",
            "0.05,0.05",
            "0.1,0.9");

    /** Of all kinds, drawn and shuffled. */
    private static final Quiz ASKED = read(AssessmentFixtures.everyKind().getBytes(StandardCharsets.UTF_8));

    private static final Quiz TURNED = turned();

    @Property(tries = 120)
    void aRegradeIsGradingAnewAndAsksWhatWasAsked(
            @ForAll long seed,
            @ForAll("awards") List<Award> awards,
            @ForAll boolean turned,
            @ForAll("answers") List<List<String>> given) {
        Assume.that(turned || awards.stream().anyMatch(award -> award != Award.BY_ANSWER));
        List<Question> corrected = corrected(awards, turned);
        Assume.that(corrected.stream().anyMatch(question -> question.traits().award() != Award.NOBODY));

        Quiz key = read(Corrections.file(ASKED, ASKED, corrected));

        Quiz drawn = key.drawn(seed);
        List<Question> put = ASKED.drawn(seed).questions();
        assertThat(drawn.questions()).extracting(Question::key).isEqualTo(keys(put));
        assertThat(drawn.questions())
                .extracting(Question::stem)
                .isEqualTo(put.stream().map(Question::stem).toList());
        Map<String, Answer> answers = answers(put, given);
        Grade grade = Grading.grade(drawn, answers);
        assertThat(grade)
                .as("read again it grades as it was meant")
                .isEqualTo(Grading.grade(ASKED.with(corrected).drawn(seed), answers));
        drawn.questions().forEach(question -> {
            Double points = grade.byQuestion().get(question.key());
            switch (question.traits().award()) {
                case EVERYONE -> assertThat(points).isEqualTo(question.points());
                case NOBODY -> assertThat(points).isNull();
                case BY_ANSWER ->
                    assertThat(points != null)
                            .as(question.key())
                            .isNotEqualTo(grade.waiting().contains(question.key()));
            }
        });
    }

    @Example
    void whatHasAKeyKeepsOneUnlessItCountsForEverybodyOrNobody() {
        Quiz quiz = read(AssessmentFixtures.QUIZ.getBytes(StandardCharsets.UTF_8));
        for (Award award : Award.values()) {
            List<Question> corrected = quiz.questions().stream()
                    .map(question -> question instanceof TrueFalse said
                            ? new TrueFalse(
                                    said.key(),
                                    said.stem(),
                                    said.points(),
                                    said.traits().with(award),
                                    "",
                                    null,
                                    said.feedback())
                            : question)
                    .toList();
            if (award == Award.BY_ANSWER) {
                assertThatThrownBy(() -> Corrections.file(quiz, quiz, corrected))
                        .isInstanceOfSatisfying(
                                RuleViolation.class,
                                refused -> assertThat(refused.code()).isEqualTo("assessment.regrade.unkeyed"));
            } else {
                assertThat(read(Corrections.file(quiz, quiz, corrected)).questions())
                        .hasSize(5);
            }
        }
    }

    /** A mark of 1 of 2 points would be all of 1, and a quarter of 4. */
    @Example
    void whatAPersonMarksKeepsThePointsOutOfWhichItIsMarked() {
        Quiz essays = read(AssessmentFixtures.ESSAYS.getBytes(StandardCharsets.UTF_8));
        List<Question> more = essays.questions().stream()
                .map(question -> new Revision(4, Award.BY_ANSWER, "").apply(question))
                .toList();
        List<Question> others = IntStream.range(0, more.size())
                .mapToObj(i ->
                        essays.questions().get(i).marked() ? essays.questions().get(i) : more.get(i))
                .toList();

        assertThatThrownBy(() -> Corrections.file(essays, essays, more))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refused -> assertThat(refused.code()).isEqualTo("assessment.regrade.points.marked"));
        assertThat(read(Corrections.file(essays, essays, others))
                        .questions()
                        .getLast()
                        .points())
                .isEqualTo(4);
    }

    /** Else the other properties would hold of keys that are as they were. */
    @Property(tries = 20)
    void eachKindThatHasAKeyGetsAnotherGradeByAnotherKey(@ForAll long seed) {
        Map<String, Answer> right = new HashMap<>();
        ASKED.drawn(seed).questions().forEach(question -> right.put(question.key(), RightAnswers.to(question)));
        Grade before = Grading.grade(ASKED.drawn(seed), right);

        Grade after = Grading.grade(
                read(Corrections.file(ASKED, ASKED, corrected(byAnswer(), true)))
                        .drawn(seed),
                right);

        ASKED.drawn(seed).questions().stream()
                .filter(question -> !question.waits())
                .forEach(question -> {
                    if (!question.key().equals("q-text") && !question.key().equals("words")) {
                        assertThat(after.byQuestion().get(question.key()))
                                .as(question.key())
                                .isLessThan(before.byQuestion().getOrDefault(question.key(), 0.0));
                    }
                });
    }

    private static List<Award> byAnswer() {
        return Collections.nCopies(ASKED.questions().size(), Award.BY_ANSWER);
    }

    @Property(tries = 200)
    void pointsThatWereGivenAreNeverTakenAway(
            @ForAll long seed, @ForAll("awards") List<Award> awards, @ForAll("answers") List<List<String>> given) {
        Quiz drawn = ASKED.with(corrected(awards, true)).drawn(seed);
        Map<String, Answer> answers = answers(drawn.questions(), given);
        Grade plain = Grading.grade(drawn, answers);
        Map<String, Double> least = Map.of(drawn.questions().getFirst().key(), 0.75);

        Grade adjusted = Grading.adjusted(drawn, plain, least);

        assertThat(adjusted.points()).isGreaterThanOrEqualTo(plain.points() - 1e-9);
        assertThat(adjusted.possible()).isEqualTo(plain.possible());
        assertThat(adjusted.byQuestion().keySet()).isEqualTo(plain.byQuestion().keySet());
        least.forEach((key, points) -> {
            Double now = adjusted.byQuestion().get(key);
            if (now != null) {
                assertThat(now).isGreaterThanOrEqualTo(points);
            }
        });
    }

    @Provide
    Arbitrary<List<Award>> awards() {
        return Arbitraries.of(Award.class).list().ofSize(ASKED.questions().size());
    }

    @Provide
    Arbitrary<List<List<String>>> answers() {
        return Arbitraries.of(GIVEN)
                .list()
                .ofMaxSize(3)
                .list()
                .ofSize(ASKED.questions().size());
    }

    private static List<Question> corrected(List<Award> awards, boolean turned) {
        return IntStream.range(0, awards.size())
                .mapToObj(i -> {
                    Question question = ASKED.questions().get(i);
                    Question keyed = turned ? turned(question) : question;
                    return new Revision(keyed.points(), awards.get(i), keyed.explanation()).apply(keyed);
                })
                .toList();
    }

    /** With another key. */
    private static Question turned(Question question) {
        return TURNED.questions().stream()
                .filter(other -> other.key().equals(question.key()))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Answer> answers(List<Question> put, List<List<String>> given) {
        Map<String, Answer> answers = new HashMap<>();
        for (int i = 0; i < put.size(); i++) {
            answers.put(put.get(i).key(), new Answer(given.get(i)));
        }
        return answers;
    }

    private static List<String> keys(List<Question> questions) {
        return questions.stream().map(Question::key).toList();
    }

    /** The same questions, each that is graded by its key with another one. */
    private static Quiz turned() {
        String turned = AssessmentFixtures.everyKind();
        for (String[] other : List.of(
                new String[] {"data\n        correct: true", "data"},
                new String[] {"many parameters", "many parameters\n        correct: true"},
                new String[] {"text: classification, correct: true", "text: classification"},
                new String[] {"answer: false", "answer: true"},
                new String[] {"answer: 0.25", "answer: 0.5"},
                new String[] {"accept: [overfitting]", "accept: [mean, overfitting]"},
                new String[] {"answer: 250", "answer: 300"},
                new String[] {"share: 0.5", "share: 0.25"},
                new String[] {"mean absolute error, answer: median", "mean absolute error, answer: mode"},
                new String[] {"accept: [mean]", "accept: [high]"},
                new String[] {"text: high, correct: true", "text: high"},
                new String[] {"text: low }", "text: low, correct: true }"},
                new String[] {"answer: w - eta*20", "answer: w + eta*20"},
                new String[] {
                    "shape: rectangle, at: [0, 0.5, 0.25, 0.5], correct: true",
                    "shape: rectangle, at: [0, 0, 0.1, 0.1], correct: true"
                },
                new String[] {"label: the middle one, correct: true", "label: the middle one"},
                new String[] {"label: the western one", "label: the western one, correct: true"},
                new String[] {"hidden: true\n        points: 2", "hidden: true\n        points: 5"},
                new String[] {
                    "      - { key: split, text: split }\n      - { key: train, text: train }",
                    "      - { key: train, text: train }\n      - { key: split, text: split }"
                })) {
            assertThat(turned).contains(other[0]);
            turned = turned.replace(other[0], other[1]);
        }
        return read(turned.getBytes(StandardCharsets.UTF_8));
    }

    private static Quiz read(byte[] file) {
        return QuizReader.read(SourceFile.of("quiz.yaml", file), fault -> {}).orElseThrow();
    }
}
