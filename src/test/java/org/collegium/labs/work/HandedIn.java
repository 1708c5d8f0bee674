package org.collegium.labs.work;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.collegium.activity.ActivityPlace;
import org.collegium.identity.AccountId;
import org.collegium.labs.CellGrade;
import org.collegium.labs.GradeEvidence;
import org.collegium.labs.GradeReport;
import org.collegium.labs.Submission;
import org.collegium.labs.sandbox.Limits;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Work that learners handed in, graded in the real sandbox. */
public final class HandedIn {

    public static final String RIGHT = "def squares(n):\n    return [i * i for i in range(1, n + 1)]";
    public static final String SEEMS_RIGHT = "def squares(n):\n    return [1, 4]";
    public static final String WRONG = "def squares(n):\n    return []";

    private final ApplicationContext beans;

    public HandedIn(ApplicationContext beans) {
        this.beans = beans;
    }

    /** A learner hands in a solution, with an answer to the question where the lab has one. */
    public SubmissionId handIn(ActivityPlace place, String squares, String why) {
        SubmissionId id = SubmissionId.next();
        AccountId learner = place.learner();
        UUID run = Objects.requireNonNull(place.run());
        UUID version = Objects.requireNonNull(place.version());
        String work = WorkJson.of(new Submission(
                List.of(new Submission.Cell("squares", true, squares), new Submission.Cell("why", false, why))));
        SubmissionRows rows = beans.getBean(SubmissionRows.class);
        beans.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            int number = rows.next(learner, run, place.unitKey());
            rows.add(id, learner, run, version, place.unitKey(), number, work, Instant.now());
        });
        return id;
    }

    public SubmissionId handIn(ActivityPlace place, String squares) {
        return handIn(place, squares, "YOUR ANSWER HERE");
    }

    /** Grades until the queue is empty. */
    public void gradeAll() {
        UUID holder = UUID.randomUUID();
        GradingJob job = beans.getBean(GradingJob.class);
        while (job.next(holder)) {
            // until nothing waits
        }
    }

    /** Work that is graded already, without any sandbox. */
    public SubmissionId graded(ActivityPlace place, String squares, String why, boolean passed, CellGrade... cells) {
        SubmissionId id = handIn(place, squares, why);
        UUID holder = UUID.randomUUID();
        GradeReport.Graded report = new GradeReport.Graded(
                List.of(cells),
                Optional.empty(),
                List.of(),
                new GradeEvidence("s", "p", "r", "none", Limits.USUAL, 1, "v", Instant.now()));
        JdbcClient jdbc = beans.getBean(JdbcClient.class);
        jdbc.sql("update lab_submission set state = 'GRADING', holder = ? where id = ?")
                .params(holder, id.value())
                .update();
        beans.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            beans.getBean(SubmissionRows.class)
                    .grade(id, holder, report.points(), report.maxPoints(), passed, WorkJson.of(report), Instant.now());
            beans.getBean(SubmissionGrades.class).note(id, report.cells());
        });
        return id;
    }
}
