package org.collegium.assessment.regrading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.collegium.JobsRest;
import org.collegium.activity.ActivityCompleted;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.AttemptResult;
import org.collegium.assessment.Attempts;
import org.collegium.assessment.CodeQuestion;
import org.collegium.assessment.CodeResult;
import org.collegium.assessment.CodeResult.Outcome;
import org.collegium.assessment.CodeTest;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quizzes;
import org.collegium.assessment.StartResult;
import org.collegium.assessment.code.CodeQueue;
import org.collegium.assessment.marking.MarkedForTests;
import org.collegium.content.BlobId;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.enrolment.AdasWorkTest;
import org.collegium.identity.PersonalDataExport;
import org.collegium.shared.PageRequest;
import org.collegium.shared.PlatformClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Code that is an answer, from the end of the attempt through the real sandbox to the grade, and through corrected tests. */
@Tag("module")
@JobsRest
class CodeAnswersTests extends AdasWorkTest {

    private static final String RIGHT = "def mean(values):\n    return sum(values) / len(values) if values else 0";
    private static final String FAILS_EMPTY = "def mean(values):\n    return sum(values) / len(values)";

    @Autowired
    private Attempts attempts;

    @Autowired
    private CodeQueue queue;

    @Autowired
    private QuizRegrades regrades;

    @Autowired
    private QuizRegradingJob job;

    @Autowired
    private Quizzes quizzes;

    @Autowired
    private List<PersonalDataExport> exports;

    private final UUID holder = UUID.randomUUID();
    private CourseVersion course;
    private ActivityPlace place;
    private CourseRunId run;

    @BeforeEach
    void adaIsInACourseThatAsksForCode() {
        jdbc.sql("delete from quiz_code_result").update();
        course = AssessmentFixtures.published(beans, AssessmentFixtures.CODE);
        place = joined(AssessmentFixtures.place(beans, ada, course));
        run = new CourseRunId(AssessmentFixtures.run(place));
    }

    @Test
    void theAttemptWaitsForTheTestsAndIsToldOnceTheyRan() {
        AttemptId attempt = submit(FAILS_EMPTY);
        assertThat(result(attempt).grade().waiting()).containsExactly("mean");
        assertThat(told()).isEmpty();

        assertThat(queue.next(holder)).isTrue();
        assertThat(queue.next(holder)).isFalse();

        assertThat(told()).extracting(ActivityCompleted::score).containsExactly(0.8);
        fixtures.signIn(ada);
        CodeResult given = code(attempt);
        assertThat(given.share()).isEqualTo(0.75);
        assertThat(given.tests())
                .extracting(CodeResult.Test::outcome)
                .containsExactly(Outcome.PASSED, Outcome.FAILED, Outcome.PASSED);
        assertThat(given.tests().get(1).message()).contains("ZeroDivisionError");
        assertThat(exported()).contains("share=0.75", "key=empty").doesNotContain("key=many");
    }

    /** Who has just handed in sees the result where they are; who had to wait, or has no score yet, gets one mail when nothing waits any more. */
    @Test
    void whoWaitedForTheTestsGetsOneMailWhenTheyMaySeeTheScore() {
        AttemptId soon = submit(RIGHT);
        queue.next(holder);
        marked();
        assertThat(mails()).as("graded at once").isZero();

        AttemptId late = submit(RIGHT);
        waited(late);
        hold(true);
        queue.next(holder);
        marked();
        assertThat(mails()).as("it is kept back").isZero();
        hold(false);
        PlatformClock.at(Instant.now().plus(Duration.ofMinutes(30)), this::marked);
        PlatformClock.at(Instant.now().plus(Duration.ofMinutes(60)), this::marked);
        assertThat(mails()).isEqualTo(1);
        assertThat(soon).isNotEqualTo(late);
    }

    private void marked() {
        MarkedForTests.tell(beans);
    }

    private void waited(AttemptId attempt) {
        jdbc.sql("update quiz_attempt set submitted_at = submitted_at - interval 3 minute where id = ?")
                .param(attempt.value())
                .update();
    }

    private void hold(boolean held) {
        jdbc.sql("""
                        insert into grade_entry (run_id, entry_key, position, category_key, points, extra, held)
                        values (?, 'quiz-models', 0, '', 10, false, ?) on duplicate key update held = values(held)
                        """).params(run.value(), held).update();
    }

    private int mails() {
        return jdbc.sql("select count(*) from mail where template = 'quiz-marked' and account_id = ?")
                .param(ada.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void ofHiddenTestsNothingIsKeptButWhetherTheyArePassed() {
        AttemptId attempt = submit("def mean(values):\n    raise ValueError(values)");
        queue.next(holder);

        fixtures.signIn(ada);
        CodeResult.Test hidden = code(attempt).tests().getLast();
        assertThat(hidden.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(hidden.message()).isEmpty();
        assertThat(code(attempt).share()).isZero();
    }

    @Test
    void whatTakesTooLongOrDoesNotBeginEarnsNothingAndSaysWhy() {
        AttemptId attempt = submit("while True: pass");
        queue.next(holder);

        fixtures.signIn(ada);
        assertThat(code(attempt).share()).isZero();
        assertThat(code(attempt).broken()).isEqualTo("CELL_TIME");
        assertThat(told()).extracting(ActivityCompleted::score).containsExactly(0.2);
    }

    @Test
    void withoutCodeNothingWaits() {
        AttemptId attempt = submit(" ");

        assertThat(queue.next(holder)).isFalse();
        assertThat(result(attempt).grade().byQuestion()).containsEntry("mean", 0.0);
        assertThat(told()).hasSize(1);
    }

    /** Its node died while it was at work: another takes it when its time is over, and what the first still writes counts for nothing. */
    @Test
    void whatADeadNodeHeldIsGradedOnceByAnother() {
        AttemptId attempt = submit(RIGHT);
        UUID dead = UUID.randomUUID();
        jdbc.sql(
                        "update quiz_code_result set worker = ?, tries = 1, not_before = now(6) + interval 1 hour where attempt_id = ?")
                .params(dead, attempt.value())
                .update();
        assertThat(queue.next(holder)).as("it is held").isFalse();

        jdbc.sql("update quiz_code_result set not_before = '2020-01-01' where attempt_id = ?")
                .param(attempt.value())
                .update();
        assertThat(queue.next(holder)).isTrue();
        int late = jdbc.sql(
                        "update quiz_code_result set share = 0 where attempt_id = ? and worker = ? and state = 'WAITING'")
                .params(attempt.value(), dead)
                .update();

        assertThat(late).isZero();
        assertThat(queue.next(dead)).isFalse();
        assertThat(told()).extracting(ActivityCompleted::score).containsExactly(1.0);
    }

    @Test
    void correctedTestsRunForWhatWasHandedInBeforeAPreviewIsThere() {
        AttemptId attempt = submit(FAILS_EMPTY);
        queue.next(holder);
        staff();
        BlobId asked = new BlobId(place.sha256());
        UUID id = regrades.begin(
                run,
                "quiz-models",
                asked,
                regrades.keyed(run, "quiz-models", asked).questions().stream()
                        .map(CodeAnswersTests::withoutTheEmptyList)
                        .toList(),
                "The mean of nothing was never said.");
        assertThat(job.work(id)).as("it comes again when the tests ran").isPresent();
        assertThat(told()).extracting(ActivityCompleted::score).containsExactly(0.8);

        assertThat(queue.next(holder)).isTrue();
        assertThat(job.work(id)).isEmpty();
        assertThat(exported())
                .as("nobody has decided on the correction yet")
                .contains("share=0.75")
                .doesNotContain("share=1.0, tests");
        staff();
        assertThat(regrades.changes(run, id, new PageRequest(0, 10)))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.before().points()).isEqualTo(4);
                    assertThat(change.after().points()).isEqualTo(5);
                });
        regrades.apply(run, id, RegradeRule.EXACT);
        job.work(id);

        assertThat(told()).extracting(ActivityCompleted::score).containsExactly(0.8, 1.0);
        fixtures.signIn(ada);
        assertThat(result(attempt).grade().complete()).isTrue();
        assertThat(exported()).contains("share=1.0, tests");
        assertThat(result(attempt).code())
                .as("what the earlier tests gave stays")
                .hasSize(2);
    }

    private static Question withoutTheEmptyList(Question question) {
        if (!(question instanceof CodeQuestion code)) {
            return question;
        }
        List<CodeTest> tests = code.tests().stream()
                .map(test -> test.key().equals("empty")
                        ? new CodeTest(test.key(), test.text(), "pass\n1", test.points(), false, "")
                        : test)
                .toList();
        return new CodeQuestion(
                code.key(),
                code.stem(),
                code.points(),
                code.traits(),
                code.explanation(),
                code.starter(),
                code.solution(),
                tests,
                code.limits(),
                code.packages());
    }

    private AttemptId submit(String code) {
        fixtures.signIn(ada);
        AttemptId attempt =
                ((StartResult.Going) attempts.start(ada, place)).attempt().id();
        attempts.save(ada, attempt, Map.of("mean", Answer.of(code), "sure", Answer.of("false")));
        attempts.submit(ada, attempt);
        return attempt;
    }

    private AttemptResult result(AttemptId attempt) {
        return attempts.result(ada, attempt).orElseThrow();
    }

    private CodeResult code(AttemptId attempt) {
        AttemptResult result = result(attempt);
        return Objects.requireNonNull(result.code().get(((CodeQuestion) result.question("mean")).given()));
    }

    private void staff() {
        fixtures.signIn(fixtures.learner("Grace"), RegradingPermissions.REGRADE + "@" + course.partner());
    }

    private String exported() {
        return exports.stream()
                .filter(export -> export.name().equals("quizCode"))
                .map(export -> String.valueOf(export.dataOf(ada)))
                .findFirst()
                .orElseThrow();
    }
}
