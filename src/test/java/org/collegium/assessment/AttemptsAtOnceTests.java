package org.collegium.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.collegium.AtOnce;
import org.collegium.JobsRest;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.journal.NewWork;
import org.collegium.activity.journal.SaveOutcome;
import org.collegium.activity.journal.WorkHistory;
import org.collegium.activity.journal.WorkJournal;
import org.collegium.activity.journal.WorkSave;
import org.collegium.assessment.exam.AccommodationData;
import org.collegium.assessment.exam.Accommodations;
import org.collegium.assessment.exam.ExamPermissions;
import org.collegium.assessment.exam.QuizSetting;
import org.collegium.assessment.exam.QuizTimes;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.enrolment.AdasWorkTest;
import org.collegium.identity.Accounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;

/** Two people, or two nodes, at the same attempts in the same moment: one waits for the other, and what either did is there. */
@Tag("module")
@JobsRest
class AttemptsAtOnceTests extends AdasWorkTest {

    @Autowired
    private Attempts attempts;

    @Autowired
    private AttemptGrades grades;

    @Autowired
    private Accommodations accommodations;

    @Autowired
    private QuizTimes times;

    @Autowired
    private WorkJournal journal;

    @Autowired
    private DataSource database;

    @Autowired
    private Accounts accounts;

    @Autowired
    @Qualifier("erasingOnceMoreTask")
    private OneTimeTask<Void> eraseOnceMore;

    @Value("${collegium.identity.erased-again-after}")
    private Duration later;

    private ActivityPlace place;
    private CourseRunId run;

    @BeforeEach
    void adaIsInACourseWithATimedQuiz() {
        CourseVersion course = AssessmentFixtures.published(
                beans, AssessmentFixtures.QUIZ.replace("passMark: 0.6", "passMark: 0.6\ntimeLimit: 30"));
        place = joined(AssessmentFixtures.place(beans, ada, course));
        run = new CourseRunId(AssessmentFixtures.run(place));
    }

    /** What is held is read first; with another isolation a transaction would go on with what was there when it began. */
    @Test
    void whatATransactionReadsIsOfNowWhateverTheServerDoesByItself() throws Exception {
        assertThat(database.unwrap(HikariDataSource.class).getTransactionIsolation())
                .isEqualTo("TRANSACTION_READ_COMMITTED");
    }

    @Test
    void twoAttemptsThatAreGradedAtOnceCountTogether() throws Exception {
        AttemptId first = submitted();
        AttemptId second = submitted();

        Future<?> other = transaction.execute(status -> {
            adjust(first, "q-single", "q-multiple", "q-true", "q-number");
            return beside(() -> transaction.executeWithoutResult(inner -> adjust(second, "q-single")));
        });
        other.get(60, TimeUnit.SECONDS);

        assertThat(jdbc.sql("select score from unit_progress where learner_id = ? and unit_key = 'quiz-models'")
                        .param(ada.value())
                        .query(Double.class)
                        .single())
                .as("the better of both")
                .isEqualTo(0.8);
    }

    @Test
    void whatIsGivenInTheMomentInWhichAnAttemptBeginsHolds() throws Exception {
        Future<?> begun = transaction.execute(status -> {
            asStaff(() -> accommodations.give(
                    run, new AccommodationData(ada, "", 100, 0, null, null, 0, "Reads with a screen reader")));
            return beside(() -> fixtures.as(ada, this::start));
        });
        begun.get(60, TimeUnit.SECONDS);

        OpenAttempt attempt = attempts.goOn(ada, place).orElseThrow();
        assertThat(attempt.time().extra()).isEqualTo(Duration.ofMinutes(30));
        assertThat(attempt.time().due()).isEqualTo(attempt.time().startedAt().plus(Duration.ofMinutes(60)));
        assertThat(workEnds(attempt).orElseThrow())
                .isAfter(attempt.time().startedAt().plus(Duration.ofMinutes(60)));
    }

    @Test
    void whereTheLimitIsLiftedWhatIsOpenIsSavedAsLongAsOneLikes() {
        OpenAttempt attempt = start();

        asStaff(() -> times.set(run, "quiz-models", new QuizSetting(null, null, 0, null), null));

        assertThat(attempts.goOn(ada, place).orElseThrow().time().due()).isNull();
        asStaff(() -> times.set(run, "quiz-models", new QuizSetting(null, null, 20, null), null));
        assertThat(workEnds(attempt)).isEmpty();
    }

    /** The page was opened before the run got another end. */
    @Test
    void aSaveAfterTheEarlierEndOfARunIsKept() {
        OpenAttempt attempt = start();
        jdbc.sql("update work_journal set ends_at = now(6) - interval 1 minute where subject_id = ?")
                .param(attempt.id().value())
                .update();

        List<SaveOutcome> kept = journal.save(
                ada,
                attempt.ticket(),
                List.of(new WorkSave(UUID.randomUUID(), "q-single", UUID.randomUUID(), 1, 0, "[\"a\"]")));

        assertThat(kept).singleElement().isInstanceOf(SaveOutcome.Kept.class);
    }

    /** A request that had seen to it that the learner may begin writes that they have, although they are gone by then. */
    @Test
    void whatARequestWritesThatWasUnderWayWhenTheAccountWasErasedIsErasedALittleLater() {
        OpenAttempt attempt = start();
        accounts.erase(ada);
        assertThat(rowsOfAda()).containsOnly(0);
        jdbc.sql("""
                        insert into quiz_attempt (id, version, learner_id, run_id, unit_key, quiz_sha256, number, state, seed,
                            started_at) values (?, 0, ?, ?, 'quiz-models', ?, 1, 'OPEN', 1, now(6))
                        """)
                .params(attempt.id().value(), ada.value(), run.value(), place.sha256())
                .update();
        journal.open(new NewWork(ada, "quiz", attempt.id().value(), WorkHistory.EVERY, null, List.of()));
        assertThat(rowsOfAda()).containsExactly(1, 1, 0);

        assertThat(jdbc.sql("""
                        select timestampdiff(minute, utc_timestamp(6), execution_time) from scheduled_tasks
                        where task_name = 'erase-once-more' and task_instance = ?
                        """).param(ada.toString()).query(Long.class).single())
                .isBetween(later.minusMinutes(2).toMinutes(), later.toMinutes());
        eraseOnceMore.executeOnce(new TaskInstance<>("erase-once-more", ada.toString()), null);

        assertThat(rowsOfAda()).containsOnly(0);
    }

    private List<Integer> rowsOfAda() {
        return Stream.of(
                        "quiz_attempt where learner_id",
                        "work_journal where owner_id",
                        "learning_event where learner_id")
                .map(from -> jdbc.sql("select count(*) from " + from + " = ?")
                        .param(ada.value())
                        .query(Integer.class)
                        .single())
                .toList();
    }

    private AttemptId submitted() {
        OpenAttempt attempt = start();
        attempts.save(ada, attempt.id(), Map.of("q-single", Answer.of("b")));
        attempts.submit(ada, attempt.id());
        return attempt.id();
    }

    private void adjust(AttemptId attempt, String... questions) {
        for (String question : questions) {
            grades.adjust(attempt, question, 1, "An appeal", ada);
        }
    }

    private OpenAttempt start() {
        return switch (attempts.start(ada, place)) {
            case StartResult.Going(OpenAttempt attempt) -> attempt;
            case StartResult other -> throw new AssertionError(other.toString());
        };
    }

    private void asStaff(Runnable work) {
        fixtures.signInAsStaff(ExamPermissions.SET_TIMES, ExamPermissions.ACCOMMODATE);
        try {
            work.run();
        } finally {
            fixtures.signIn(ada);
        }
    }

    private Optional<Instant> workEnds(OpenAttempt attempt) {
        return jdbc.sql("select ends_at from work_journal where subject_id = ? and ends_at is not null")
                .param(attempt.id().value())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Begins work in another thread, and returns when it waits for this one's transaction, or has ended. */
    private Future<?> beside(Runnable work) {
        return AtOnce.beside(jdbc, Executors.callable(work));
    }
}
