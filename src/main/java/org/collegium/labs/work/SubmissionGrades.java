package org.collegium.labs.work;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.collegium.activity.ActivityCompleted;
import org.collegium.identity.AccountId;
import org.collegium.labs.CellGrade;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What follows from a grade, in the transaction that writes it: what each test gave is noted, and progress is told. */
@Component
public class SubmissionGrades {

    private static final int LONGEST_MESSAGE = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final CountedPoints counted;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SubmissionGrades(
            JdbcClient jdbc,
            JdbcTemplate batches,
            CountedPoints counted,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.counted = counted;
        this.events = events;
        this.clock = clock;
    }

    /** Notes what each test gave, in place of what an earlier grade did. */
    public void note(SubmissionId submission, List<CellGrade> cells) {
        jdbc.sql("delete from lab_test_result where submission_id = ?")
                .param(submission.value())
                .update();
        List<Object[]> rows = IntStream.range(0, cells.size())
                .mapToObj(i -> row(submission, i, cells.get(i)))
                .toList();
        batches.batchUpdate("""
            insert into lab_test_result (submission_id, position, grade_id, outcome, points, max_points, message)
            values (?, ?, ?, ?, ?, ?, ?)
            """, rows);
    }

    private static Object[] row(SubmissionId submission, int position, CellGrade cell) {
        String message = cell.message();
        return new Object[] {
            submission.value(),
            position,
            cell.gradeId(),
            cell.outcome().name(),
            cell.points(),
            cell.maxPoints(),
            message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message
        };
    }

    /**
     * Tells what counts of a learner's submissions at a lab: the best score, and whether one of them passed. Nothing where none is graded.
     * Where several are graded at once, or a verdict comes meanwhile, each waits for those before it, so that what is told last is told of all.
     */
    public void tell(AccountId learner, UUID run, String unitKey) {
        holdFirst(learner, run, unitKey);
        counted.count(learner, run, unitKey);
        Counting counting = jdbc.sql(
                        "select count(*), max(" + CountedPoints.SHARE + "), max(" + CountedPoints.PASSED
                                + ") from lab_submission where learner_id = ? and run_id = ? and unit_key = ? and state = 'GRADED'")
                .params(learner.value(), run, unitKey)
                .query((row, number) -> new Counting(row.getInt(1), row.getDouble(2), row.getBoolean(3)))
                .single();
        if (counting.submissions() > 0) {
            events.publishEvent(new ActivityCompleted(
                    learner, run, unitKey, LabWork.KIND, counting.score(), counting.passed(), clock.instant()));
        }
    }

    private void holdFirst(AccountId learner, UUID run, String unitKey) {
        var unused = jdbc.sql("""
                        select id from lab_submission where learner_id = ? and run_id = ? and unit_key = ?
                        order by number limit 1 for update
                        """)
                .params(learner.value(), run, unitKey)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
    }

    private record Counting(int submissions, double score, boolean passed) {}
}
