package org.collegium.labs.authoring;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.journal.NewWork;
import org.collegium.activity.journal.WorkHistory;
import org.collegium.activity.journal.WorkJournal;
import org.collegium.activity.journal.WorkTicket;
import org.collegium.identity.AccountId;
import org.collegium.labs.Lab;
import org.collegium.labs.LabsPermissions;
import org.collegium.labs.Submission;
import org.collegium.labs.work.GradingTurns;
import org.collegium.labs.work.SavedWork;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Uuids;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a piece of work would get: the notebook that somebody fills in in the preview of a draft, or one that they bring. It is graded
 * as learners' work is, and counts for nobody.
 */
@Service
public class LabTrials {

    private static final String KIND = "lab-trial";
    private static final int LONGEST_NAME = 200;
    private static final String OWN = "@access.is(#author) and @access.mayAnywhere('" + LabsPermissions.TRY + "')";

    private final WorkJournal journal;
    private final TrialRows rows;
    private final GradingTrials grading;
    private final GradingTurns turns;
    private final RetriedTransactions transactions;
    private final Clock clock;

    LabTrials(
            WorkJournal journal,
            TrialRows rows,
            GradingTrials grading,
            GradingTurns turns,
            RetriedTransactions transactions,
            Clock clock) {
        this.journal = journal;
        this.rows = rows;
        this.grading = grading;
        this.turns = turns;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Opens the notebook in which somebody tries a lab of a draft; a lab that was changed is tried in a new one. */
    @PreAuthorize(OWN)
    public Optional<WorkTicket> open(AccountId author, ActivityPlace place) {
        return place.preview()
                ? LabSource.of(place.course()).map(read -> journal.open(notebook(author, read.lab())))
                : Optional.empty();
    }

    /**
     * Has the notebook of the preview graded as it is saved now.
     *
     * @throws RuleViolation when the lab cannot be read
     */
    @PreAuthorize(OWN)
    public UUID handIn(AccountId author, ActivityPlace place) {
        LabSource.Read read = read(place);
        WorkTicket notebook = journal.open(notebook(author, read.lab()));
        return begin(author, read, "", SavedWork.submission(read.lab(), journal.latest(author, notebook.work())));
    }

    /**
     * Has a notebook graded that somebody brings, such as a learner's.
     *
     * @param notebook in nbformat 4, at most 1,000 cells
     * @throws RuleViolation when it is none, or the lab cannot be read
     */
    @PreAuthorize(OWN)
    public UUID handIn(AccountId author, ActivityPlace place, SourceFile notebook) {
        LabSource.Read read = read(place);
        FaultList faults = new FaultList();
        Submission work =
                Submission.read(notebook, faults).orElseThrow(() -> new RuleViolation("labs.trial.no-notebook"));
        String name = notebook.path();
        return begin(author, read, name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name, work);
    }

    /** The latest trial of a lab as it is now; one query, and one more while it waits. */
    @PreAuthorize(OWN)
    @Transactional(readOnly = true)
    public Optional<LabTrial> latest(AccountId author, ActivityPlace place) {
        return LabSource.of(place.course())
                .flatMap(read -> rows.latest(author, read.lab().plan().sha256()))
                .map(this::seen);
    }

    private UUID begin(AccountId author, LabSource.Read read, String origin, Submission work) {
        UUID id = Uuids.next();
        return transactions.run(() -> {
            rows.add(
                    new TrialRows.Row(
                            id,
                            author,
                            origin,
                            AuthoringJson.write(read.source()),
                            AuthoringJson.write(work),
                            clock.instant(),
                            null,
                            null),
                    read.lab().plan().sha256());
            grading.schedule(id);
            return id;
        });
    }

    private static LabSource.Read read(ActivityPlace place) {
        return LabSource.of(place.course()).orElseThrow(() -> new RuleViolation("labs.check.unreadable"));
    }

    private LabTrial seen(TrialRows.Row row) {
        return new LabTrial(
                row.id(),
                row.origin(),
                row.askedAt(),
                Optional.ofNullable(row.obstacle()),
                row.report() == null ? turns.hindrance() : Optional.empty(),
                row.report() == null ? null : AuthoringJson.report(row.report()));
    }

    private static NewWork notebook(AccountId author, Lab lab) {
        UUID subject = UUID.nameUUIDFromBytes(("trial/" + lab.plan().sha256()).getBytes(StandardCharsets.UTF_8));
        return new NewWork(author, KIND, subject, WorkHistory.BY_MINUTE, null);
    }
}
