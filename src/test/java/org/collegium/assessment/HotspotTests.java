package org.collegium.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.collegium.assessment.Area.Shape;
import org.collegium.assessment.AskedQuestion.Locate;
import org.collegium.demonstration.generation.SampleAnswers;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places in pictures: where a mark falls, what it earns, and what a file may say of it. */
@Tag("unit")
class HotspotTests {

    private static final Quiz QUIZ = read(AssessmentFixtures.PICTURES);
    private static final Hotspot CURVE = (Hotspot) QUIZ.questions().getFirst();
    private static final Hotspot LAKE = (Hotspot) QUIZ.questions().getLast();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RECTANGLE | 0.1,0.2,0.3,0.4       | 0.1  | 0.2  | true
            RECTANGLE | 0.1,0.2,0.3,0.4       | 0.4  | 0.6  | true
            RECTANGLE | 0.1,0.2,0.3,0.4       | 0.41 | 0.3  | false
            RECTANGLE | 0.1,0.2,0.3,0.4       | 0.2  | 0.61 | false
            ELLIPSE   | 0.5,0.5,0.2,0.1       | 0.69 | 0.5  | true
            ELLIPSE   | 0.5,0.5,0.25,0.125    | 0.75 | 0.5  | true
            ELLIPSE   | 0.5,0.5,0.25,0.125    | 0.5  | 0.375 | true
            ELLIPSE   | 0.5,0.5,0.2,0.1       | 0.5  | 0.61 | false
            ELLIPSE   | 0.5,0.5,0.2,0.1       | 0.69 | 0.59 | false
            POLYGON   | 0.2,0.2,0.8,0.2,0.8,0.8,0.5,0.4,0.2,0.8 | 0.5  | 0.3  | true
            POLYGON   | 0.2,0.2,0.8,0.2,0.8,0.8,0.5,0.4,0.2,0.8 | 0.5  | 0.6  | false
            POLYGON   | 0.2,0.2,0.8,0.2,0.8,0.8,0.5,0.4,0.2,0.8 | 0.8  | 0.8  | true
            POLYGON   | 0.2,0.2,0.8,0.2,0.8,0.8,0.5,0.4,0.2,0.8 | 0.1  | 0.2  | false
            """)
    void aPlaceIsInAnAreaOrNot(Shape shape, String numbers, double x, double y, boolean inside) {
        List<Double> at =
                List.of(numbers.split(",")).stream().map(Double::valueOf).toList();

        assertThat(area(shape, at).contains(new Spot(x, y))).isEqualTo(inside);
        assertThat(area(shape, at).contains(area(shape, at).middle())).isTrue();
    }

    /** The middle of a mirrored polygon is not the mirrored middle, but it is inside, and so is every mean of its corners for a convex one. */
    @Property(tries = 200)
    void theMiddleOfATriangleIsInside(@ForAll @Size(6) List<@DoubleRange(min = 0, max = 1) Double> at) {
        if (Area.inside(Shape.POLYGON, at)) {
            assertThat(area(Shape.POLYGON, at).contains(area(Shape.POLYGON, at).middle()))
                    .isTrue();
        }
    }

    @Property(tries = 200)
    void noAnswerEarnsMoreThanAllOrLessThanItMayCost(
            @ForAll @Size(max = 20) List<@DoubleRange(min = 0, max = 1) Double> numbers,
            @ForAll @DoubleRange(min = 0, max = 1) double penalty) {
        List<String> marks = numbers.stream()
                .map(number -> new Spot(number, 1 - number).text())
                .toList();

        assertThat(Grading.points(CURVE, new Answer(marks), penalty)).isBetween(-2 * penalty, 2.0);
    }

    @Test
    void rightAreasCountLessWrongMarks() {
        assertThat(points(CURVE, "0.1,0.9", "0.75,0.6")).isEqualTo(2);
        assertThat(points(CURVE, "0.1,0.9")).isEqualTo(1);
        assertThat(points(CURVE, "0.1,0.9", "0.5,0.2")).isZero();
        assertThat(points(CURVE, "0.1,0.9", "0.2,0.8"))
                .as("twice in the same area")
                .isZero();
        assertThat(points(CURVE, "0.1,0.9", "0.75,0.6", "0.9,0.1"))
                .as("a mark too many")
                .isEqualTo(1);
        assertThat(Grading.points(CURVE, Answer.of("0.9,0.1", "0.5,0.2"), 0.25)).isEqualTo(-0.5);
        assertThat(points(CURVE, "left", "1.2,0.5", "<svg>", "0.1", ""))
                .as("no places")
                .isZero();
        assertThat(points(LAKE, "b")).isEqualTo(1);
        assertThat(points(LAKE, "a")).isZero();
        assertThat(points(LAKE, "a", "b", "c")).isZero();
        assertThat(points(LAKE, "0.5,0.5")).as("a place where areas are chosen").isZero();
    }

    /** One mark is in both areas, the other one in the left area only. */
    @Test
    void whereAreasOverlapItDoesNotMatterWhichMarkCameFirst() {
        Hotspot both = (Hotspot)
                read(AssessmentFixtures.PICTURES.replace("at: [0.75, 0.5, 0.1, 0.2]", "at: [0.25, 0.75, 0.1, 0.2]"))
                        .questions()
                        .getFirst();

        assertThat(points(both, "0.05,0.75", "0.2,0.75")).isEqualTo(2);
        assertThat(points(both, "0.2,0.75", "0.05,0.75")).isEqualTo(2);
        assertThat(points(both, "0.2,0.75", "0.2,0.76", "0.2,0.77"))
                .as("a mark too many")
                .isEqualTo(1);
    }

    @Test
    void withOneMarkAnyRightAreaWillDo() {
        Hotspot one = (Hotspot) read(AssessmentFixtures.PICTURES.replace("points: 2", "marks: 1"))
                .questions()
                .getFirst();

        assertThat(points(one, "0.1,0.9")).isEqualTo(1);
        assertThat(points(one, "0.75,0.5")).isEqualTo(1);
        assertThat(points(one, "0.5,0.2")).isZero();
    }

    @Test
    void invitedAnswersEarnAllOrNothing() {
        for (Question question : QUIZ.questions()) {
            assertThat(Grading.points(question, SampleAnswers.right(question))).isEqualTo(question.points());
            assertThat(Grading.points(question, SampleAnswers.wrong(question))).isZero();
        }
    }

    @Test
    void itIsReadAndWrittenAsItIs() {
        assertThat(read(QuizWriter.write(QUIZ))).isEqualTo(QUIZ);
        assertThat(CURVE.marks()).isEqualTo(2);
        assertThat(CURVE.picture().markdown()).isEqualTo("![Two curves \\[of error\\]](<../assets/curve.svg>)");
        assertThat(read(AssessmentFixtures.PICTURES.replace(", correct: true", ""))
                        .keyed())
                .isFalse();
    }

    /** Where any place may be marked, areas would say where to mark; where one chooses, which of them is right. */
    @Test
    void nothingOfTheKeyIsTold() {
        AskedQuiz asked = AskedQuiz.of(QUIZ, 1);

        assertThat(asked.questions().getFirst().form()).isEqualTo(new Locate(CURVE.picture(), 2, List.of()));
        assertThat(asked.questions().getLast().form().toString())
                .contains("the middle one")
                .doesNotContain("correct", "true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            at: [0, 0.5, 0.25, 0.5]           | at: [0, 0.5, 0.25, 0.6]      | area-outside
            at: [0, 0.5, 0.25, 0.5]           | at: [0, 0.5, 0, 0.5]         | area-outside
            at: [0, 0.5, 0.25, 0.5]           | at: [0, 0.5, 0.25, 0.5, 0.1] | area-numbers
            at: [0.4, 0.1, 0.6, 0.1, 0.5, 0.3] | at: [0.4, 0.1, 0.6, 0.1]    | area-numbers
            at: [0.4, 0.1, 0.6, 0.1, 0.5, 0.3] | at: [0.4, 0.1, 0.6, 0.1, 0.5, 0.1] | area-outside
            at: [0, 0.5, 0.25, 0.5]           | at: [0, 0.5, 0.25, 1.5]      | yaml-maximum
            label: the western one            | feedback: no label           | area-unlabelled
            label: the western one            | label: the middle one        | option-same-text
            key: round                        | key: left                    | option-twice
            points: 2                         | marks: 11                    | yaml-maximum
            description: Three lakes          | answer: 3                    | yaml-required
            """)
    void everyFaultIsTold(String before, String after, String code) {
        String quiz = AssessmentFixtures.PICTURES.replace(before, after);
        assertThat(quiz).isNotEqualTo(AssessmentFixtures.PICTURES);
        FaultList faults = new FaultList();

        QuizReader.read(SourceFile.of("q.yaml", quiz), faults);

        assertThat(faults.faults()).anySatisfy(fault -> assertThat(fault.code()).isEqualTo(code));
    }

    private static double points(Question question, String... marks) {
        return Grading.points(question, Answer.of(marks));
    }

    private static Area area(Shape shape, List<Double> at) {
        return new Area("a", shape, at, "", true, "");
    }

    private static Quiz read(String text) {
        FaultList faults = new FaultList();
        return QuizReader.read(SourceFile.of("q.yaml", text), faults)
                .orElseThrow(() -> new AssertionError(text + faults.faults()));
    }
}
