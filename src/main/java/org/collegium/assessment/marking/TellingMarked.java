package org.collegium.assessment.marking;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collegium.assessment.HeldResults;
import org.collegium.assessment.notices.QuizMails;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.identity.AccountId;
import org.collegium.shared.RetriedTransactions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The job that tells learners that what they wrote is graded, by persons or by tests, and instructors that a whole quiz is marked. A learner
 * is told once for each attempt, when nothing of it waits and they may see the score; where the grade book released it later than it was marked, the grade book has told them. Instructors are told once
 * for each quiz of a run, when it has closed for everybody and nobody is in it. That somebody was told is noted with the mail.
 */
@Configuration
class TellingMarked {

    /** So long a marker has to take a mark back before its learner is told. */
    static final Duration LATER = Duration.ofMinutes(10);

    private static final Duration AGAIN = Duration.ofMinutes(15);
    private static final Duration OFTEN = Duration.ofMinutes(1);
    private static final int BATCH = 100;

    /** What may have waited in an attempt: for marks, and for the tests of code. */
    private static final List<String> WAITING = List.of("quiz_marking", "quiz_code_result");

    private final JdbcClient jdbc;
    private final HeldResults held;
    private final QuizMails mails;
    private final CourseRuns runs;
    private final RetriedTransactions transactions;
    private final Clock clock;

    TellingMarked(
            JdbcClient jdbc,
            HeldResults held,
            QuizMails mails,
            CourseRuns runs,
            RetriedTransactions transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.held = held;
        this.mails = mails;
        this.runs = runs;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> tellingMarkedTask() {
        return Tasks.recurring("tell-marked", Schedules.fixedDelay(OFTEN)).execute((instance, context) -> sweep());
    }

    /** Tells whoever is to be told now. */
    void sweep() {
        Instant now = clock.instant();
        List<UUID> due = due(now);
        while (!due.isEmpty()) {
            due.forEach(attempt -> transactions.run(() -> learner(attempt, now)));
            due = due(now);
        }
        quizzes(now).forEach(quiz -> transactions.run(() -> instructors(quiz, now)));
    }

    private List<UUID> due(Instant now) {
        return jdbc.sql("select attempt_id from quiz_marking where tell_at <= :now"
                        + " union select attempt_id from quiz_code_result where tell_at <= :now limit " + BATCH)
                .param("now", now)
                .query(UUID.class)
                .list();
    }

    private record Marked(AccountId learner, UUID run, String unitKey, boolean complete, Instant at) {}

    private boolean learner(UUID attempt, Instant now) {
        boolean open = WAITING.stream()
                .anyMatch(table -> !jdbc.sql(
                                "select id from " + table + " where attempt_id = ? and tell_at <= ? for update")
                        .params(attempt, now)
                        .query(UUID.class)
                        .list()
                        .isEmpty());
        Optional<Marked> found = open ? marked(attempt) : Optional.empty();
        found.ifPresent(marked -> {
            if (!marked.complete()) {
                look(attempt, null);
            } else if (held.hidden(marked.learner(), marked.run(), marked.unitKey())) {
                look(attempt, now.plus(AGAIN));
            } else {
                WAITING.forEach(
                        table -> jdbc.sql("update " + table + " set tell_at = null, told_at = ? where attempt_id = ?")
                                .params(now, attempt)
                                .update());
                if (!toldByGradeBook(marked)) {
                    mails.learner("quiz-marked", marked.learner(), marked.run(), marked.unitKey(), locale -> Map.of());
                }
            }
        });
        return true;
    }

    private void look(UUID attempt, @Nullable Instant at) {
        WAITING.forEach(
                table -> jdbc.sql("update " + table + " set tell_at = ? where attempt_id = ? and tell_at is not null")
                        .param(at)
                        .param(attempt)
                        .update());
    }

    private boolean toldByGradeBook(Marked marked) {
        return held.until(marked.run(), marked.unitKey())
                .filter(marked.at()::isBefore)
                .isPresent();
    }

    private Optional<Marked> marked(UUID attempt) {
        return jdbc.sql("""
                        select attempt.learner_id, attempt.run_id, attempt.unit_key, attempt.score is not null,
                            greatest(
                                coalesce((select max(mark.given_at) from quiz_marking marking
                                    join quiz_mark mark on mark.marking_id = marking.id
                                    where marking.attempt_id = attempt.id), attempt.submitted_at),
                                coalesce((select max(result.graded_at) from quiz_code_result result
                                    where result.attempt_id = attempt.id), attempt.submitted_at))
                        from quiz_attempt attempt where attempt.id = ?
                        """)
                .param(attempt)
                .query((row, number) -> new Marked(
                        new AccountId(row.getObject(1, UUID.class)),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getObject(5, Timestamp.class).toInstant()))
                .optional();
    }

    private record Quiz(UUID run, String unitKey, int answers) {}

    /** Those that are marked and told to nobody; of those that close, only when they have. */
    private List<Quiz> quizzes(Instant now) {
        return jdbc.sql("""
                        select marking.run_id, marking.unit_key, count(*) from quiz_marking marking
                        left join quiz_marked_told told on told.run_id = marking.run_id and told.unit_key = marking.unit_key
                        left join quiz_setting setting
                            on setting.run_id = marking.run_id and setting.unit_key = marking.unit_key
                        left join course_run run on run.id = marking.run_id
                        where told.run_id is null
                            and (setting.closes_at <= :now or run.closes_at <= :now
                                or (setting.closes_at is null and run.closes_at is null))
                            and (run.closes_at <= :now or not exists (select 1 from quiz_accommodation given
                                join enrolment enrolment on enrolment.run_id = given.run_id
                                    and enrolment.learner_id = given.learner_id and enrolment.state = 'ACTIVE'
                                where given.run_id = marking.run_id and given.unit_key in ('', marking.unit_key)
                                    and given.closes_at > :now))
                            and not exists (select 1 from quiz_attempt attempt where attempt.run_id = marking.run_id
                                and attempt.unit_key = marking.unit_key and attempt.state = 'OPEN')
                        group by marking.run_id, marking.unit_key
                        having sum(marking.state <> 'MARKED') = 0
                        """)
                .param("now", now)
                .query((row, number) -> new Quiz(row.getObject(1, UUID.class), row.getString(2), row.getInt(3)))
                .list();
    }

    private boolean instructors(Quiz quiz, Instant now) {
        boolean fresh = jdbc.sql("""
                        select count(*) from quiz_mark mark join quiz_marking marking on marking.id = mark.marking_id
                        where marking.run_id = ? and marking.unit_key = ? and mark.given_at > ?
                        """)
                        .params(quiz.run(), quiz.unitKey(), now.minus(LATER))
                        .query(Integer.class)
                        .single()
                > 0;
        if (fresh) {
            return false;
        }
        int noted = jdbc.sql("insert ignore into quiz_marked_told (run_id, unit_key, told_at) values (?, ?, ?)")
                .params(quiz.run(), quiz.unitKey(), now)
                .update();
        if (noted > 0) {
            mails.instructors(
                    "quiz-all-marked",
                    quiz.run(),
                    quiz.unitKey(),
                    path(quiz),
                    locale -> Map.of("answers", quiz.answers()));
        }
        return noted > 0;
    }

    /** Where it was marked. */
    private String path(Quiz quiz) {
        return runs.find(new CourseRunId(quiz.run()))
                .map(CourseRun::course)
                .map(course -> "/studio/courses/" + course + "/marking?run=" + quiz.run())
                .orElse("/studio/courses");
    }
}
