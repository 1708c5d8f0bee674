package org.collegium.labs.marking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.collegium.courses.CourseRunId;
import org.collegium.labs.LabsPermissions;
import org.collegium.labs.marking.FailingTest.Said;
import org.collegium.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the learners of a run fail in a lab; nobody is named. */
@Service
public class LabResults {

    private static final String MAY = "@runAccess.may('" + LabsPermissions.RESULTS + "', #run)";

    private static final int MESSAGES = 5;

    /** The latest graded submission of each learner. */
    static final String LATEST = """
        (select learner_id, max(number) number from lab_submission
         where run_id = :run and unit_key = :unit and state = 'GRADED' group by learner_id) latest
        """;

    private static final String TESTS = """
        from lab_submission submission
        join lab_test_result test on test.submission_id = submission.id
        join
        """ + LATEST + """
        on latest.learner_id = submission.learner_id
        where submission.run_id = :run and submission.unit_key = :unit and submission.state = 'GRADED'
        and test.outcome not in ('BY_HAND', 'UNANSWERED', 'GIVEN')
        """;

    private static final String FAILED = "test.outcome in ('FAILED', 'FAILED_HIDDEN', 'PARTLY', 'NOT_RUN')";

    private final JdbcClient jdbc;

    LabResults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How much was handed in; one query, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public RunSummary summary(CourseRunId run, String unitKey) {
        return of(
                        jdbc.sql("select count(distinct submission.learner_id), count(distinct case when"
                                + " submission.passed then submission.learner_id end), coalesce(sum(submission.state ="
                                + " 'GRADED'), 0), coalesce(sum(submission.state in ('WAITING', 'GRADING')), 0), "
                                + HandPoints.WAITING + " from lab_submission submission"
                                + " where submission.run_id = :run and submission.unit_key = :unit"),
                        run,
                        unitKey)
                .query((row, number) ->
                        new RunSummary(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)))
                .single();
    }

    /** How much was handed in at each lab of a run, by the key of its unit, those without anything left out; one query, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Map<String, LabCounts> counts(CourseRunId run) {
        Map<String, LabCounts> counts = new HashMap<>();
        jdbc.sql("select unit_key, count(distinct learner_id), count(distinct case when passed then learner_id end),"
                        + " coalesce(sum(state in ('WAITING', 'GRADING')), 0) from lab_submission where run_id = :run"
                        + " group by unit_key")
                .param("run", run.value())
                .query(row -> {
                    counts.put(row.getString(1), new LabCounts(row.getInt(2), row.getInt(3), row.getInt(4)));
                });
        return counts;
    }

    /** The tests, those that most learners fail first; two queries, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<FailingTest> tests(CourseRunId run, String unitKey, PageRequest page) {
        List<FailingTest> counted = of(
                        jdbc.sql("select test.grade_id, count(distinct submission.learner_id),"
                                + " count(distinct case when submission.number = latest.number and " + FAILED
                                + " then submission.learner_id end) failed_latest,"
                                + " count(distinct case when " + FAILED + " then submission.learner_id end) failed_ever"
                                + " " + TESTS + " group by test.grade_id"
                                + " order by failed_latest desc, failed_ever desc, min(test.position), test.grade_id"
                                + " limit :limit offset :offset"),
                        run,
                        unitKey)
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, number) ->
                        new FailingTest(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4), List.of()))
                .list();
        if (counted.isEmpty()) {
            return counted;
        }
        Map<String, List<Said>> said =
                said(run, unitKey, counted.stream().map(FailingTest::gradeId).toList());
        return counted.stream()
                .map(test -> new FailingTest(
                        test.gradeId(),
                        test.tried(),
                        test.failedLatest(),
                        test.failedEver(),
                        said.getOrDefault(test.gradeId(), List.of())))
                .toList();
    }

    /** How many tests {@link #tests} has; one query, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public int count(CourseRunId run, String unitKey) {
        return of(jdbc.sql("select count(distinct test.grade_id) " + TESTS), run, unitKey)
                .query(Integer.class)
                .single();
    }

    private Map<String, List<Said>> said(CourseRunId run, String unitKey, List<String> tests) {
        Map<String, List<Said>> said = new HashMap<>();
        of(
                        jdbc.sql("select grade_id, message, learners from (select test.grade_id, test.message,"
                                + " count(distinct submission.learner_id) learners,"
                                + " row_number() over (partition by test.grade_id"
                                + " order by count(distinct submission.learner_id) desc, test.message) place"
                                + " " + TESTS + " and test.message <> '' and test.grade_id in (:tests)"
                                + " group by test.grade_id, test.message) counted where place <= :most"
                                + " order by grade_id, place"),
                        run,
                        unitKey)
                .param("tests", tests)
                .param("most", MESSAGES)
                .query(row -> {
                    said.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                            .add(new Said(row.getString(2), row.getInt(3)));
                });
        return said;
    }

    private static JdbcClient.StatementSpec of(JdbcClient.StatementSpec statement, CourseRunId run, String unitKey) {
        return statement.param("run", run.value()).param("unit", unitKey);
    }
}
