package org.collegium.labs.marking;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.collegium.courses.CourseRunId;
import org.collegium.labs.work.SubmissionId;
import org.collegium.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The graded submissions of a lab, for those who choose among them. */
@Component
class GradedRows {

    /** What staff number learners by whose names they do not see; the same wherever the lab's learners stand. */
    static final String PLACES = """
        (select learner_id, row_number() over (order by learner_id) place from lab_submission
         where run_id = :run and unit_key = :unit and state = 'GRADED' group by learner_id) places
        """;

    private static final String GRADED = "from lab_submission submission"
            + " join account on account.id = submission.learner_id join " + PLACES
            + " on places.learner_id = submission.learner_id join " + LabResults.LATEST
            + """
            on latest.learner_id = submission.learner_id
            where submission.run_id = :run and submission.unit_key = :unit and submission.state = 'GRADED'
            and (:failing = '' or exists (select 1 from lab_test_result test where test.submission_id = submission.id
                and test.grade_id = :failing and test.points < test.max_points))
            """;

    private final JdbcClient jdbc;

    GradedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What may be chosen: graded submissions of a lab, by learner, the latest first.
     *
     * @param failing only those that a test of this name did not give all its points; empty for all
     */
    List<GradedWork> list(CourseRunId run, String unitKey, String failing, PageRequest page) {
        return jdbc.sql("""
            select submission.id, places.place, account.name, submission.number, submission.submitted_at,
                submission.points, submission.max_points, submission.passed, submission.number = latest.number
            """ + GRADED + """
             order by places.place, submission.number desc limit :limit offset :offset
            """)
                .param("run", run.value())
                .param("unit", unitKey)
                .param("failing", failing)
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, number) -> new GradedWork(
                        new SubmissionId(row.getObject(1, UUID.class)),
                        row.getInt(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getObject(5, Timestamp.class).toInstant(),
                        row.getDouble(6),
                        row.getDouble(7),
                        row.getBoolean(8),
                        row.getBoolean(9)))
                .list();
    }

    /** How many {@link #list} has. */
    int count(CourseRunId run, String unitKey, String failing) {
        return jdbc.sql("select count(*) " + GRADED)
                .param("run", run.value())
                .param("unit", unitKey)
                .param("failing", failing)
                .query(Integer.class)
                .single();
    }
}
