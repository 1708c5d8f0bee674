package org.collegium.labs.work;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.journal.SaveOutcome;
import org.collegium.activity.journal.WorkJournal;
import org.collegium.activity.journal.WorkSave;
import org.collegium.activity.journal.WorkTicket;
import org.collegium.enrolment.OpenPlaces;
import org.collegium.identity.AccountId;
import org.collegium.labs.GradeReport;
import org.collegium.labs.Lab;
import org.collegium.labs.LabGrader;
import org.collegium.labs.Submission;
import org.collegium.shared.PlatformClock;
import org.collegium.shared.RetriedTransactions;
import org.springframework.modulith.NamedInterface;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Work at labs that is told rather than done now, as by a demonstration: it is saved, handed in and graded as of an earlier time, by the
 * grader of this node, beside the queue and never while anybody is in it. Its evidence says when it was graded in truth.
 */
@Service
@NamedInterface("earlier-work")
public class EarlierLabWork {

    private static final String OWN = "@access.is(#learner)";

    private static final int MOST_KNOWN = 100;

    private final WorkJournal journal;
    private final SubmissionRows submissions;
    private final SubmissionGrades grades;
    private final PlacedLabs labs;
    private final OpenPlaces places;
    private final GradingTurns turns;
    private final LabGrader grader;
    private final RetriedTransactions transactions;
    private final Clock clock;
    private final Cache<Graded, GradeReport.Graded> known =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

    EarlierLabWork(
            WorkJournal journal,
            SubmissionRows submissions,
            SubmissionGrades grades,
            PlacedLabs labs,
            OpenPlaces places,
            GradingTurns turns,
            LabGrader grader,
            RetriedTransactions transactions,
            Clock clock) {
        this.journal = journal;
        this.submissions = submissions;
        this.grades = grades;
        this.labs = labs;
        this.places = places;
        this.turns = turns;
        this.grader = grader;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What became of work that was told. */
    @NamedInterface("earlier-work")
    public enum Outcome {
        GRADED,
        /** The learner has handed in at least as often, or may not work here. */
        NOT_TAKEN,
        /** Something is in the queue, grading is halted, or the sandbox does not hold: another time. */
        NOT_NOW
    }

    /**
     * Saves work in the learner's notebook, hands it in and grades it.
     *
     * @param number which submission of the learner at this lab it is, from 1; what is there already is not added again
     * @param cells what was typed, by key of the cell
     * @param at when it was handed in
     */
    @PreAuthorize(OWN)
    public Outcome handIn(AccountId learner, ActivityPlace place, int number, Map<String, String> cells, Instant at) {
        UUID run = place.run();
        Lab lab = labs.at(place).orElse(null);
        if (run == null || lab == null || !places.isOpen(learner, place, LabWork.KIND)) {
            return Outcome.NOT_TAKEN;
        }
        if (submissions.count(learner, run, place.unitKey()) >= number) {
            return Outcome.NOT_TAKEN;
        }
        if (turns.pause().isPresent() || submissions.waiting() > 0) {
            return Outcome.NOT_NOW;
        }
        WorkTicket notebook = journal.open(LabWork.notebook(learner, place));
        PlatformClock.at(at, () -> save(learner, notebook, number, cells));
        Submission work = SavedWork.submission(lab, journal.latest(learner, notebook.work()));
        return switch (grade(place, lab, work)) {
            case GradeReport.Postponed postponed -> Outcome.NOT_NOW;
            case GradeReport.Graded graded -> {
                PlatformClock.at(at, () -> write(learner, place, lab, work, graded));
                yield Outcome.GRADED;
            }
        };
    }

    /** Work that several handed in alike is graded once. */
    private GradeReport grade(ActivityPlace place, Lab lab, Submission work) {
        Graded asked = new Graded(Objects.requireNonNull(place.version()), place.unitKey(), work.sha256());
        GradeReport.Graded before = known.getIfPresent(asked);
        if (before != null) {
            return before;
        }
        GradeReport report = grader.grade(lab.plan(), work);
        if (report instanceof GradeReport.Graded graded) {
            known.put(asked, graded);
        }
        return report;
    }

    /** What a grade depends on. */
    private record Graded(UUID version, String unitKey, String work) {}

    /** The same keys each time, so that what was saved before a kill is not saved twice. */
    private void save(AccountId learner, WorkTicket notebook, int number, Map<String, String> cells) {
        UUID device = named("told/" + notebook.work());
        List<WorkSave> saves = new ArrayList<>();
        new TreeMap<>(cells)
                .forEach((cell, source) -> saves.add(new WorkSave(
                        named(device + "/" + number + "/" + cell),
                        cell,
                        device,
                        number * 1_000L + saves.size() + 1,
                        0,
                        source.strip())));
        List<SaveOutcome> unused = journal.save(learner, notebook, saves);
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Added and graded in one transaction, so that no queue ever sees it. */
    private void write(AccountId learner, ActivityPlace place, Lab lab, Submission work, GradeReport.Graded graded) {
        SubmissionId id = SubmissionId.next();
        UUID holder = UUID.randomUUID();
        UUID run = Objects.requireNonNull(place.run());
        UUID version = Objects.requireNonNull(place.version());
        double score = graded.maxPoints() == 0 ? 1 : graded.points() / graded.maxPoints();
        boolean unused = transactions.run(() -> {
            int number = submissions.next(learner, run, place.unitKey());
            submissions.add(id, learner, run, version, place.unitKey(), number, WorkJson.of(work), clock.instant());
            submissions.takeAtOnce(id, holder);
            boolean written = submissions.grade(
                    id,
                    holder,
                    graded.points(),
                    graded.maxPoints(),
                    score >= lab.definition().passMark(),
                    WorkJson.of(graded),
                    clock.instant());
            grades.note(id, graded.cells());
            grades.tell(learner, run, place.unitKey());
            return written;
        });
    }
}
