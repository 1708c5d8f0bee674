package org.collegium.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.collegium.assessment.AskedQuestion.Write;
import org.collegium.assessment.Question.Essay;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that a person marks: how they are read, put and graded. */
@Tag("unit")
class EssayTest {

    private static final String QUIZ = AssessmentFixtures.ESSAYS;

    @Test
    void anEssayIsReadAndWrittenAsItIsAndBlocksNoPublishing() {
        FaultList faults = new FaultList();
        Quiz quiz = QuizReader.read(SourceFile.of("q.yaml", QUIZ), faults).orElseThrow();

        assertThat(faults.faults()).isEmpty();
        assertThat(quiz.keyed()).isTrue();
        assertThat(quiz.questions().getFirst()).isInstanceOfSatisfying(Essay.class, essay -> {
            assertThat(essay.words()).isEqualTo(new WordLimits(5, 300));
            assertThat(essay.rubric().most()).isEqualTo(6);
            assertThat(essay.rubric().points(Map.of("why", "part", "clear", "whole")))
                    .isEqualTo(4);
            assertThat(essay.rubric().complete(Map.of("why", "part"))).isFalse();
            assertThat(essay.rubric().complete(Map.of("why", "part", "clear", "else")))
                    .isFalse();
        });
        assertThat(read(QuizWriter.write(quiz))).isEqualTo(quiz);
        String unshown = QUIZ.replace("    words:", "    rubricShown: false\n    words:");
        assertThat(read(QuizWriter.write(read(unshown))))
                .isEqualTo(read(unshown))
                .isNotEqualTo(quiz);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            points: 6              | points: 5              | rubric-points      | 10:5
            key: clear             | key: why               | rubric-twice       | 17:14
            key: part,             | key: none,             | rubric-twice       | 15:20
            min: 5                 | min: 400               | words-none         | 9:19
            points: 6              | points: 6\\n    answer: x | yaml-not-here | 9:5
            answer: false          | rubricShown: false     | yaml-not-here      | 30:5
            """)
    void everyFaultHasItsPlace(String before, String after, String code, String place) {
        String quiz = QUIZ.replace(before.strip(), after.strip().replace("\\n", "\n"));
        assertThat(quiz).isNotEqualTo(QUIZ);
        FaultList faults = new FaultList();

        QuizReader.read(SourceFile.of("q.yaml", quiz), faults);

        assertThat(faults.faults())
                .anySatisfy(fault -> assertThat(fault.place() + " " + fault.code())
                        .isEqualTo("q.yaml:" + place.strip() + " " + code.strip()));
    }

    @Test
    void learnersReadTheRubricBeforeWhereTheyMay() {
        assertThat(asked(QUIZ).form())
                .isInstanceOfSatisfying(
                        Write.class,
                        write -> assertThat(write.rubric().criteria()).hasSize(2));
        String unshown = QUIZ.replace("    words:", "    rubricShown: false\n    words:");
        assertThat(asked(unshown).form())
                .isInstanceOfSatisfying(
                        Write.class, write -> assertThat(write.rubric().none()).isTrue());
    }

    @Test
    void aQuizWaitsUntilEveryTextHasAMarkAndATextThatIsNotThereGetsNothingAtOnce() {
        Quiz quiz = read(QUIZ);
        Map<String, Answer> answers =
                Map.of("reason", Answer.of("A text"), "plain", Answer.of(" \n"), "sure", Answer.of("false"));

        Grade waiting = Grading.grade(quiz, answers);
        assertThat(waiting.complete()).isFalse();
        assertThat(waiting.waiting()).containsExactly("reason");
        assertThat(waiting.byQuestion()).containsOnly(Map.entry("plain", 0.0), Map.entry("sure", 2.0));
        assertThat(waiting.possible()).isEqualTo(10);
        assertThat(waiting.passed()).isFalse();

        Grade marked = Grading.grade(quiz, answers, Map.of("reason", 4.5, "sure", 0.0, "plain", 2.0));
        assertThat(marked.complete()).isTrue();
        assertThat(marked.points()).isEqualTo(6.5);
        assertThat(marked.passed()).isTrue();
        assertThat(Grading.grade(quiz, answers, Map.of("reason", 60.0)).points())
                .isEqualTo(8);
    }

    @Test
    void aTextMayBeLongAndIsCutOnlyWhereThatIsTold() {
        String essay = "x".repeat(Answer.LONGEST);

        assertThat(Answer.of(essay).text()).isEqualTo(essay);
        assertThatThrownBy(() -> Answer.of(essay + "x")).hasMessageContaining("too-long");
        assertThat(Answer.read("[\"" + essay + "x\"]").text()).isEqualTo(essay);
        assertThat(Answer.read("[\"" + essay + "\"]", Answer.USUAL_LONGEST).text())
                .hasSize(500);
        assertThat(read(QUIZ).questions()).extracting(Question::longest).containsExactly(50_000, 50_000, 500);
        assertThat(AskedQuiz.of(read(QUIZ), 1).questions())
                .extracting(AskedQuestion::longest)
                .containsExactly(50_000, 50_000, 500);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                   | 0
            ' , … – '                            | 0
            It's a well-known fact, isn’t it?     | 6
            one\ttwo 3.5 mm                      | 5
            機械学習は                            | 5
            मशीन सीखना                           | 2
            a機b                                  | 3
            """)
    void wordsAreCountedInEveryScript(String text, int words) {
        assertThat(WordLimits.count(text)).isEqualTo(words);
    }

    private static AskedQuestion asked(String quiz) {
        return AskedQuiz.of(read(quiz), 1).questions().getFirst();
    }

    private static Quiz read(String text) {
        FaultList faults = new FaultList();
        return QuizReader.read(SourceFile.of("q.yaml", text), faults)
                .orElseThrow(
                        () -> new AssertionError(List.copyOf(faults.faults()).toString()));
    }
}
