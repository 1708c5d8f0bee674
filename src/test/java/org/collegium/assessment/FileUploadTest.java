package org.collegium.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collegium.assessment.AskedQuestion.Upload;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions that are answered by files: how they are read, put and graded. */
@Tag("unit")
class FileUploadTest {

    private static final String QUIZ = AssessmentFixtures.FILES;

    @Test
    void itIsReadAndWrittenAsItIsAndBlocksNoPublishing() {
        Quiz quiz = read(QUIZ);

        assertThat(quiz.keyed()).isTrue();
        assertThat(quiz.questions().getFirst()).isInstanceOfSatisfying(FileUpload.class, upload -> {
            assertThat(upload.files())
                    .isEqualTo(new FileLimits(2, 0.5, List.of(FileKind.NOTEBOOK, FileKind.PDF, FileKind.TEXT)));
            assertThat(upload.files().bytes()).isEqualTo(512 * 1024);
            assertThat(upload.rubric().most()).isEqualTo(4);
        });
        assertThat(quiz.questions().get(1))
                .isInstanceOfSatisfying(
                        FileUpload.class, upload -> assertThat(upload.files()).isEqualTo(FileLimits.USUAL));
        assertThat(read(QuizWriter.write(quiz))).isEqualTo(quiz);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            points: 4              | points: 5              | rubric-points
            max: 2                 | max: 0                 | yaml-minimum
            megabytes: 0.5         | megabytes: 51          | yaml-maximum
            [notebook, pdf, text]  | [exe]                  | yaml-choice
            points: 4              | points: 4\\n    answer: x | yaml-not-here
            answer: false          | files: { max: 1 }      | yaml-not-here
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
    void whatIsToldBeforeIsHowManyOfWhichKindsAndByWhatTheyAreMarked() {
        assertThat(AskedQuiz.of(read(QUIZ), 1).questions().getFirst().form())
                .isInstanceOfSatisfying(Upload.class, upload -> {
                    assertThat(upload.files().most()).isEqualTo(2);
                    assertThat(upload.rubric().none()).isFalse();
                });
    }

    @Test
    void filesWaitForMarksAndNoneGetNothing() {
        Quiz quiz = read(QUIZ);
        AnswerFile file = new AnswerFile(
                UUID.randomUUID(), "a \"b\".pdf", 7, FileKind.PDF, "application/pdf", "00", Instant.EPOCH);
        Answer answer = Answer.of(file.json());

        assertThat(FileUpload.of(answer)).containsExactly(file);
        assertThat(Grading.grade(quiz, Map.of("work", answer)).waiting()).containsExactly("work");
        assertThat(Grading.grade(quiz, Map.of()).waiting()).isEmpty();
        assertThat(Grading.grade(quiz, Map.of("work", answer), Map.of("work", 3.0))
                        .byQuestion())
                .containsEntry("work", 3.0)
                .containsEntry("any", 0.0);
    }

    @Test
    void whatIsNoFileOfAnAnswerIsLeftOut() {
        assertThat(FileUpload.of(Answer.of("", "{}", "[]", "null", "{\"name\":null}", "x")))
                .isEmpty();
        assertThat(FileUpload.of(RightAnswers.to(read(QUIZ).questions().getFirst())))
                .hasSize(1);
    }

    private static Quiz read(String quiz) {
        FaultList faults = new FaultList();
        Quiz read = QuizReader.read(SourceFile.of("q.yaml", quiz), faults).orElseThrow();
        assertThat(faults.faults()).isEmpty();
        return read;
    }
}
