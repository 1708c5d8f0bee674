package org.collegium.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collegium.assessment.AskedQuestion.Program;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions that are answered by code: how they are read, put and graded. */
@Tag("unit")
class CodeQuestionTest {

    private static final String QUIZ = AssessmentFixtures.CODE;

    @Test
    void itIsReadAndWrittenAsItIs() {
        Quiz quiz = read(QUIZ);
        CodeQuestion question = (CodeQuestion) quiz.questions().getFirst();

        assertThat(quiz.keyed()).isTrue();
        assertThat(question.starter()).isEqualTo("def mean(values):\n    ...");
        assertThat(question.tests()).extracting(CodeTest::hidden).containsExactly(false, false, true);
        assertThat(question.limits()).isEqualTo(new CodeLimits(5, 60, 1024));
        assertThat(read(QuizWriter.write(quiz))).isEqualTo(quiz);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            key: simple            | key: empty                | code-test-twice
            cellSeconds: 5         | cellSeconds: 90           | yaml-maximum
            cellSeconds: 5         | cellSeconds: 60, totalSeconds: 5 | lab-limits
            points: 4              | points: 4\\n    penalty: 1 | yaml-not-here
            answer: false          | starter: x                | yaml-not-here
            """)
    void everyFaultIsFound(String before, String after, String code) {
        String quiz = QUIZ.replaceFirst(
                Pattern.quote(before.strip()),
                Matcher.quoteReplacement(after.strip().replace("\\n", "\n")));
        assertThat(quiz).isNotEqualTo(QUIZ);
        FaultList faults = new FaultList();

        QuizReader.read(SourceFile.of("q.yaml", quiz), faults);
        assertThat(faults.faults()).extracting(fault -> fault.code()).contains(code);
    }

    @Test
    void withoutASolutionOrTestsItHasNoKey() {
        String without = QUIZ.replaceAll("(?s) {4}solution:.*?tests:", "    tests:");
        assertThat(without).isNotEqualTo(QUIZ);

        assertThat(QuizReader.read(SourceFile.of("q.yaml", without), fault -> {})
                        .orElseThrow()
                        .keyed())
                .isFalse();
    }

    @Test
    void whatIsPutTellsNeitherTheSolutionNorHiddenTests() {
        AskedQuiz asked = AskedQuiz.of(read(QUIZ), 1);

        assertThat(asked.questions().getFirst().form()).isInstanceOfSatisfying(Program.class, program -> {
            assertThat(program.tests()).extracting(AskedQuestion.ShownTest::key).containsExactly("simple", "empty");
            assertThat(program.hidden()).isEqualTo(1);
        });
        assertThat(asked.toString()).doesNotContain("sum(values)", "range(1, 9)");
    }

    @Test
    void itWaitsForItsTestsAndThenHasTheirShare() {
        Quiz quiz = read(QUIZ);
        CodeQuestion question = (CodeQuestion) quiz.questions().getFirst();
        Map<String, Answer> answers = Map.of("mean", Answer.of("def mean(values): return 0"));

        assertThat(Grading.grade(quiz, answers).waiting()).containsExactly("mean");
        assertThat(Grading.grade(quiz, Map.of()).waiting()).isEmpty();
        assertThat(Grading.grade(quiz, answers, Map.of("mean", 4.0)).waiting())
                .as("no person marks it")
                .containsExactly("mean");
        assertThat(Grading.grade(quiz, answers, Map.of(question.given(), 0.25)).byQuestion())
                .containsEntry("mean", 1.0);
    }

    /** What is said beside the tests may be mended without running them again. */
    @Test
    void anotherTestIsAnotherPlanAndAnotherMessageIsNot() {
        CodeQuestion question = (CodeQuestion) read(QUIZ).questions().getFirst();

        assertThat(plan(QUIZ.replace("What is the length of an empty list?", "Think of [].")))
                .isEqualTo(question.plan());
        assertThat(List.of(
                        plan(QUIZ.replace("== 3", "== 3.0")),
                        plan(QUIZ.replace("points: 2", "points: 3")),
                        plan(QUIZ.replace("hidden: true", "hidden: false")),
                        plan(QUIZ.replace("sum(values)", "sum( values)")),
                        plan(QUIZ.replace("cellSeconds: 5", "cellSeconds: 6"))))
                .doesNotContain(question.plan())
                .doesNotHaveDuplicates();
    }

    private static String plan(String quiz) {
        return ((CodeQuestion) read(quiz).questions().getFirst()).plan();
    }

    private static Quiz read(String quiz) {
        FaultList faults = new FaultList();
        Quiz read = QuizReader.read(SourceFile.of("q.yaml", quiz), faults).orElseThrow();
        assertThat(faults.faults()).isEmpty();
        return read;
    }
}
