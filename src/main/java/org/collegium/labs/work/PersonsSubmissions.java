package org.collegium.labs.work;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.collegium.labs.GradeReport;
import org.collegium.labs.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a person may take with them of their submissions of labs; all of it goes with the account. */
@Component
class PersonsSubmissions implements PersonalDataExport {

    private final SubmissionRows submissions;

    PersonsSubmissions(SubmissionRows submissions) {
        this.submissions = submissions;
    }

    @Override
    public String name() {
        return "labSubmissions";
    }

    @Override
    public Set<String> tables() {
        return Set.of("lab_submission");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return submissions.of(account).stream().map(PersonsSubmissions::line).toList();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        submissions.erase(erased.account());
    }

    /** Messages are about tests that the learner could see. */
    private static Line line(SubmissionRows.Row row) {
        GradeReport.Graded report = WorkJson.report(row.report());
        return new Line(
                row.run().toString(),
                row.unitKey(),
                row.number(),
                row.submittedAt(),
                report == null ? null : report.points(),
                report == null ? null : report.maxPoints(),
                row.taken(),
                WorkJson.work(row.work()).cells());
    }

    private record Line(
            String run,
            String unit,
            int number,
            Instant submittedAt,
            @Nullable Double points,
            @Nullable Double maxPoints,
            double takenAway,
            List<Submission.Cell> cells) {}
}
