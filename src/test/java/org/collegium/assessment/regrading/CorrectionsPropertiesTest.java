package org.collegium.assessment.regrading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
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
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.assessment.Revision;
import org.collegium.source.SourceFile;

/** What holds of every correction, every attempt and every answer. */
@Tag("unit")
class CorrectionsPropertiesTest {

    private static final List<String> GIVEN =
            List.of("a", "b", "true", "false", "0.25", "overfitting", "mean", "3", "high", "split", "train", "test");

    /** Of all kinds, drawn and shuffled. */
    private static final Quiz ASKED = asked();

    @Property(tries = 300)
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
                case BY_ANSWER -> assertThat(points).isNotNull();
            }
        });
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

    /** With another key, where that is easily said. */
    private static Question turned(Question question) {
        return switch (question) {
            case SingleChoice choice ->
                new SingleChoice(
                        choice.key(),
                        choice.stem(),
                        choice.points(),
                        choice.traits(),
                        choice.explanation(),
                        choice.options().stream()
                                .map(option ->
                                        new Option(option.key(), option.text(), !option.correct(), option.feedback()))
                                .toList());
            case TrueFalse said ->
                new TrueFalse(
                        said.key(),
                        said.stem(),
                        said.points(),
                        said.traits(),
                        said.explanation(),
                        !Boolean.TRUE.equals(said.answer()),
                        said.feedback());
            default -> question;
        };
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

    private static Quiz asked() {
        String more = AssessmentFixtures.KINDS.substring(AssessmentFixtures.KINDS.indexOf("  - key: far"));
        return read((AssessmentFixtures.QUIZ.replace(
                                "passMark: 0.6", "passMark: 0.6\nshuffleOptions: true\nshuffleQuestions: true")
                        + more)
                .getBytes(StandardCharsets.UTF_8));
    }

    private static Quiz read(byte[] file) {
        return QuizReader.read(SourceFile.of("quiz.yaml", file), fault -> {}).orElseThrow();
    }
}
