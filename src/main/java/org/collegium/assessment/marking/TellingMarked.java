package org.collegium.assessment.marking;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
            List<UUID> some = due;
            transactions.run(() -> {
                learners(some, now);
                return true;
            });
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

    private record Marked(UUID attempt, AccountId learner, UUID run, String unitKey, boolean complete, Instant at) {}

    private record Unit(UUID run, String key) {}

    /** Part of one transaction; as many queries for many attempts at a quiz as for one, but for the mails. */
    private void learners(List<UUID> attempts, Instant now) {
        Set<UUID> open = new HashSet<>();
        WAITING.forEach(table -> open.addAll(jdbc.sql("select attempt_id from " + table
                        + " where attempt_id in (:attempts) and tell_at <= :now order by id for update")
                .param("attempts", attempts)
                .param("now", now)
                .query(UUID.class)
                .list()));
        Map<Boolean, List<Marked>> found = marked(open).stream().collect(Collectors.partitioningBy(Marked::complete));
        look(ids(found.getOrDefault(false, List.of())), null);
        found.getOrDefault(true, List.of()).stream()
                .collect(Collectors.groupingBy(marked -> new Unit(marked.run(), marked.unitKey())))
                .forEach((unit, marked) -> tell(unit, marked, now));
    }

    private void tell(Unit unit, List<Marked> complete, Instant now) {
        Set<AccountId> hidden =
                held.hidden(complete.stream().map(Marked::learner).collect(Collectors.toSet()), unit.run(), unit.key());
        Map<Boolean, List<Marked>> seen =
                complete.stream().collect(Collectors.partitioningBy(marked -> !hidden.contains(marked.learner())));
        look(ids(seen.getOrDefault(false, List.of())), now.plus(AGAIN));
        List<Marked> told = seen.getOrDefault(true, List.of());
        if (told.isEmpty()) {
            return;
        }
        WAITING.forEach(table -> jdbc.sql(
                        "update " + table + " set tell_at = null, told_at = :now where attempt_id in (:attempts)")
                .param("now", now)
                .param("attempts", ids(told))
                .update());
        Optional<Instant> released = held.until(unit.run(), unit.key());
        mails.learners(
                "quiz-marked",
                told.stream()
                        .filter(marked -> released.filter(marked.at()::isBefore).isEmpty())
                        .map(Marked::learner)
                        .toList(),
                unit.run(),
                unit.key(),
                (learner, locale) -> Map.of());
    }

    private static List<UUID> ids(List<Marked> marked) {
        return marked.stream().map(Marked::attempt).toList();
    }

    private void look(List<UUID> attempts, @Nullable Instant at) {
        if (!attempts.isEmpty()) {
            WAITING.forEach(table -> jdbc.sql("update " + table
                            + " set tell_at = :at where attempt_id in (:attempts) and tell_at is not null")
                    .param("at", at)
                    .param("attempts", attempts)
                    .update());
        }
    }

    private List<Marked> marked(Set<UUID> attempts) {
        return attempts.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select attempt.id, attempt.learner_id, attempt.run_id, attempt.unit_key, attempt.score is not null,
                            greatest(
                                coalesce((select max(mark.given_at) from quiz_marking marking
                                    join quiz_mark mark on mark.marking_id = marking.id
                                    where marking.attempt_id = attempt.id), attempt.submitted_at),
                                coalesce((select max(result.graded_at) from quiz_code_result result
                                    where result.attempt_id = attempt.id), attempt.submitted_at))
                        from quiz_attempt attempt where attempt.id in (:attempts)
                        """)
                        .param("attempts", attempts)
                        .query((row, number) -> new Marked(
                                row.getObject(1, UUID.class),
                                new AccountId(row.getObject(2, UUID.class)),
                                row.getObject(3, UUID.class),
                                row.getString(4),
                                row.getBoolean(5),
                                row.getObject(6, Timestamp.class).toInstant()))
                        .list();
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
