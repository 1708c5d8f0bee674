package org.collegium.labs.work;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.collegium.activity.ActivityPlace;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.PlacedActivities;
import org.collegium.identity.SystemActor;
import org.collegium.labs.GradeReport;
import org.collegium.labs.Lab;
import org.collegium.labs.LabGrader;
import org.collegium.shared.Renewals;
import org.collegium.shared.RetriedTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Grades the submission that has waited longest. Whoever takes one holds it for a while and says again and again
 * that they are at work; when the node dies, it is taken by another after that while. The grade is written only by who still holds it, so it is written once.
 */
@Component
class GradingJob implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(GradingJob.class);

    /** As long as this somebody waits whose submission a dead node held. */
    static final Duration HELD = Duration.ofSeconds(20);

    private static final Duration RENEWED = Duration.ofSeconds(5);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final int LONGEST_DOUBLING = 6;

    private final SubmissionRows submissions;
    private final CourseVersions versions;
    private final PlacedActivities places;
    private final PlacedLabs labs;
    private final LabGrader grader;
    private final RetriedTransactions transactions;
    private final SystemActor system;
    private final SubmissionGrades grades;
    private final Clock clock;
    private final Renewals renewals = new Renewals("lab-renewal", RENEWED);

    GradingJob(
            SubmissionRows submissions,
            CourseVersions versions,
            PlacedActivities places,
            PlacedLabs labs,
            LabGrader grader,
            RetriedTransactions transactions,
            SystemActor system,
            SubmissionGrades grades,
            Clock clock) {
        this.submissions = submissions;
        this.versions = versions;
        this.places = places;
        this.labs = labs;
        this.grader = grader;
        this.transactions = transactions;
        this.system = system;
        this.grades = grades;
        this.clock = clock;
    }

    /** Takes and grades one submission. Returns whether there was one. */
    boolean next(UUID holder) {
        Optional<SubmissionRows.Row> taken = transactions.run(() -> submissions.take(holder, clock.instant(), HELD));
        taken.ifPresent(row -> grade(row, holder));
        return taken.isPresent();
    }

    private void grade(SubmissionRows.Row row, UUID holder) {
        Optional<Lab> found = lab(row, holder);
        if (found.isEmpty()) {
            callOff(row, holder);
            return;
        }
        Lab lab = found.get();
        GradeReport report;
        try {
            ProgressNotes notes = new ProgressNotes(progress -> submissions.progress(row.id(), holder, progress));
            report = held(row.id(), holder, () -> grader.grade(lab.plan(), WorkJson.work(row.work()), notes));
        } catch (RuntimeException fault) {
            postpone(row, holder, fault.toString());
            throw fault;
        }
        switch (report) {
            case GradeReport.Graded graded ->
                write(row, holder, graded, lab.definition().passMark());
            case GradeReport.Postponed(String reason) -> {
                LOG.warn("Submission {} of a lab waits: {}", row.id(), reason);
                postpone(row, holder, reason);
            }
        }
    }

    private <T> T held(SubmissionId id, UUID holder, Supplier<T> work) {
        return renewals.during(
                work, () -> submissions.hold(id, holder, clock.instant().plus(HELD)));
    }

    private void write(SubmissionRows.Row row, UUID holder, GradeReport.Graded graded, double passMark) {
        double score = graded.maxPoints() == 0 ? 1 : graded.points() / graded.maxPoints();
        boolean passed = score >= passMark;
        transactions.run(() -> {
            boolean ours = submissions.grade(
                    row.id(),
                    holder,
                    graded.points(),
                    graded.maxPoints(),
                    passed,
                    WorkJson.of(graded),
                    clock.instant());
            if (ours) {
                grades.note(row.id(), graded.cells());
                grades.tell(row.learner(), row.run(), row.unitKey());
            }
            return ours;
        });
    }

    private void postpone(SubmissionRows.Row row, UUID holder, String trouble) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(row.tries(), LONGEST_DOUBLING));
        transactions.run(() -> {
            submissions.postpone(row.id(), holder, clock.instant().plus(pause), trouble);
            return true;
        });
    }

    /**
     * The lab that was worked on. Versions never change, so that a course that was retired or a run that has ended changes nothing:
     * what was handed in is graded. Empty when the version is not there any more; what cannot be read now is a fault of the platform, and waits.
     */
    private Optional<Lab> lab(SubmissionRows.Row row, UUID holder) {
        try {
            Optional<ActivityPlace> place = system.call(
                            Set.of(), () -> versions.find(new CourseVersionId(row.version())))
                    .flatMap(version -> place(row, version));
            return place.map(known -> labs.at(known)
                    .orElseThrow(
                            () -> new IllegalStateException("The lab of submission " + row.id() + " cannot be read")));
        } catch (RuntimeException fault) {
            postpone(row, holder, fault.toString());
            throw fault;
        }
    }

    private void callOff(SubmissionRows.Row row, UUID holder) {
        LOG.warn("Submission {} of a lab is called off: its course version is not there any more", row.id());
        transactions.run(() -> {
            submissions.cancel(row.id(), holder);
            return true;
        });
    }

    @Override
    public void destroy() {
        renewals.close();
    }

    private Optional<ActivityPlace> place(SubmissionRows.Row row, CourseVersion version) {
        return version.manifest()
                .unit(row.unitKey())
                .flatMap(unit -> places.inRun(row.learner(), new CourseRunId(row.run()), version, unit));
    }
}
