package org.collegium.labs.work;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.journal.NewWork;
import org.collegium.activity.journal.WorkHistory;
import org.collegium.activity.journal.WorkJournal;
import org.collegium.activity.journal.WorkTicket;
import org.collegium.enrolment.OpenPlaces;
import org.collegium.identity.AccountId;
import org.collegium.labs.GradeReport;
import org.collegium.labs.Lab;
import org.collegium.labs.Submission;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RetriedTransactions;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What learners do with labs: work in the notebook, hand it in, see how it was graded. */
@Service
public class LabWork {

    static final String KIND = "lab";

    private static final String OWN = "@access.is(#learner)";
    private static final Duration DAY = Duration.ofHours(24);

    private final WorkJournal journal;
    private final SubmissionRows submissions;
    private final CountedPoints counted;
    private final PlacedLabs labs;
    private final OpenPlaces places;
    private final GradingQueue queue;
    private final GradingHalts halts;
    private final RetriedTransactions transactions;
    private final Clock clock;

    LabWork(
            WorkJournal journal,
            SubmissionRows submissions,
            CountedPoints counted,
            PlacedLabs labs,
            OpenPlaces places,
            GradingQueue queue,
            GradingHalts halts,
            RetriedTransactions transactions,
            Clock clock) {
        this.journal = journal;
        this.submissions = submissions;
        this.counted = counted;
        this.labs = labs;
        this.places = places;
        this.queue = queue;
        this.halts = halts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Opens the learner's notebook of a lab, the same one on every device; empty when no work is taken here now. */
    @PreAuthorize(OWN)
    public Optional<WorkTicket> open(AccountId learner, ActivityPlace place) {
        return places.isOpen(learner, place, KIND)
                ? Optional.of(journal.open(notebook(learner, place)))
                : Optional.empty();
    }

    /** Hands in what the journal has of the notebook now; what was saved later is not in it. */
    @PreAuthorize(OWN)
    public SubmitResult submit(AccountId learner, ActivityPlace place) {
        UUID run = place.run();
        UUID version = place.version();
        Lab lab = labs.at(place).orElse(null);
        if (run == null || version == null || lab == null || !places.isOpen(learner, place, KIND)) {
            return new SubmitResult.NotOpen();
        }
        WorkTicket notebook = journal.open(notebook(learner, place));
        SubmitResult result = transactions.run(() -> {
            // First of all: whoever hands in after this takes the number, and all is looked at again.
            int number = submissions.next(learner, run, place.unitKey());
            String work = WorkJson.of(SavedWork.submission(lab, journal.latest(learner, notebook.work())));
            Optional<SubmitResult> refusal = open(learner, run, place.unitKey())
                    .or(() -> unchanged(learner, run, place.unitKey(), version, work))
                    .or(() -> enough(
                            learner, run, place.unitKey(), lab.definition().attemptsPerDay()));
            if (refusal.isPresent()) {
                return refusal.get();
            }
            SubmissionId id = SubmissionId.next();
            submissions.add(id, learner, run, version, place.unitKey(), number, work, clock.instant());
            return new SubmitResult.Queued(id);
        });
        if (result instanceof SubmitResult.Queued) {
            queue.wake();
        }
        return result;
    }

    /** A learner's submissions at a lab, the latest first; two queries, one for each that waits, and one where points were taken away. */
    @PreAuthorize(OWN)
    @Transactional(readOnly = true)
    public List<LabSubmission> submissions(AccountId learner, UUID run, String unitKey, PageRequest page) {
        List<SubmissionRows.Row> found = submissions.of(learner, run, unitKey, page);
        Map<SubmissionId, GradedAgain> again =
                counted.gradedAgain(found.stream().map(SubmissionRows.Row::id).toList());
        List<String> reasons =
                found.stream().anyMatch(row -> row.taken() > 0) ? counted.reasons(learner, run, unitKey) : List.of();
        return found.stream()
                .map(row -> seen(row, reasons, Optional.ofNullable(again.get(row.id()))))
                .toList();
    }

    /** Why nothing is graded at the moment, empty when it is; one query. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public Optional<GradingHindrance> hindrance() {
        return halts.hindrance();
    }

    /** How often a learner has handed in at a lab; one query. */
    @PreAuthorize(OWN)
    @Transactional(readOnly = true)
    public int count(AccountId learner, UUID run, String unitKey) {
        return submissions.count(learner, run, unitKey);
    }

    /** How far a learner's latest submission at a lab is; empty when there is none. At most two small queries. */
    @PreAuthorize(OWN)
    @Transactional(readOnly = true)
    public Optional<SubmissionState> latest(AccountId learner, UUID run, String unitKey) {
        return submissions
                .latest(learner, run, unitKey)
                .map(found -> found.state() == LabSubmission.State.WAITING
                        ? found.behind(submissions.ahead(found.id()))
                        : found);
    }

    /** The work that a learner handed in; empty when it is not theirs. One query. */
    @PreAuthorize(OWN)
    @Transactional(readOnly = true)
    public Optional<Submission> submitted(AccountId learner, SubmissionId id) {
        return submissions.work(learner, id).map(WorkJson::work);
    }

    private Optional<SubmitResult> open(AccountId learner, UUID run, String unitKey) {
        return submissions.open(learner, run, unitKey).map(SubmitResult.Waiting::new);
    }

    /** Two tabs that hand in the same notebook have handed it in once. What a limit broke off may end otherwise another time. */
    private Optional<SubmitResult> unchanged(AccountId learner, UUID run, String unitKey, UUID version, String work) {
        return submissions.of(learner, run, unitKey, new PageRequest(0, 1)).stream()
                .filter(latest -> latest.state() == LabSubmission.State.GRADED
                        && latest.version().equals(version)
                        && latest.work().equals(work)
                        && !brokenOff(latest))
                .findFirst()
                .map(latest -> new SubmitResult.Unchanged(latest.number()));
    }

    private static boolean brokenOff(SubmissionRows.Row row) {
        GradeReport.Graded report = WorkJson.report(row.report());
        return report != null && report.broken().isPresent();
    }

    private Optional<SubmitResult> enough(AccountId learner, UUID run, String unitKey, int perDay) {
        List<Instant> today =
                submissions.times(learner, run, unitKey, clock.instant().minus(DAY));
        return today.size() < perDay
                ? Optional.empty()
                : Optional.of(new SubmitResult.EnoughForNow(
                        perDay, today.get(today.size() - perDay).plus(DAY)));
    }

    private LabSubmission seen(SubmissionRows.Row row, List<String> reasons, Optional<GradedAgain> again) {
        return new LabSubmission(
                row.id(),
                row.number(),
                row.state(),
                row.submittedAt(),
                row.state() == LabSubmission.State.WAITING ? submissions.ahead(row.id()) : 0,
                WorkJson.report(row.report()),
                row.passed(),
                Objects.requireNonNullElse(row.told(), ""),
                row.taken() > 0 ? Optional.of(new LabSubmission.Taken(row.taken(), reasons)) : Optional.empty(),
                again);
    }

    static NewWork notebook(AccountId learner, ActivityPlace place) {
        UUID run = Objects.requireNonNull(place.run());
        UUID subject = UUID.nameUUIDFromBytes((run + "/" + place.unitKey()).getBytes(StandardCharsets.UTF_8));
        return new NewWork(learner, KIND, subject, WorkHistory.BY_MINUTE, null);
    }
}
