package org.collegium.learning;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.Courses;
import org.collegium.courses.OwnDates;
import org.collegium.courses.RunSchedules;
import org.collegium.enrolment.Enrolment;
import org.collegium.enrolment.EnrolmentState;
import org.collegium.enrolment.Enrolments;
import org.collegium.identity.AccountId;
import org.collegium.learning.CourseOutline.Step;
import org.collegium.learning.CourseOutlines.Outlined;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.Slug;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a learner does in a course they are in: opening units, reading them to the end, trying exercises, stopping and going on. */
@Service
public class Studying {

    private static final String OWN = "@access.is(#learner)";

    private final Courses courses;
    private final CourseRuns runs;
    private final Enrolments enrolments;
    private final CourseOutlines outlines;
    private final RunSchedules schedules;
    private final LearningLog log;
    private final CourseProgressRepository progress;
    private final ResumePointRepository resumePoints;
    private final RetriedTransactions transactions;
    private final Clock clock;

    Studying(
            Courses courses,
            CourseRuns runs,
            Enrolments enrolments,
            CourseOutlines outlines,
            RunSchedules schedules,
            LearningLog log,
            CourseProgressRepository progress,
            ResumePointRepository resumePoints,
            RetriedTransactions transactions,
            Clock clock) {
        this.courses = courses;
        this.runs = runs;
        this.enrolments = enrolments;
        this.outlines = outlines;
        this.schedules = schedules;
        this.log = log;
        this.progress = progress;
        this.resumePoints = resumePoints;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Finds the run by which a learner is in a course; at most six queries. */
    @PreAuthorize(OWN)
    @Transactional(readOnly = true)
    public CourseEntry enter(AccountId learner, Slug partner, String courseKey) {
        Optional<CourseReference> course = courses.findPublished(partner, courseKey);
        if (course.isEmpty()) {
            return new CourseEntry.NoSuchCourse();
        }
        Optional<CourseEntry> entry = enrolments
                .inCourse(learner, course.get().id())
                .flatMap(enrolment -> runs.find(enrolment.run())
                        .flatMap(run -> outlines.find(run.version())
                                .map(outlined -> new CourseEntry.In(
                                        run,
                                        outlined.version(),
                                        outlined.outline(),
                                        dates(run, enrolment),
                                        over(run, clock.instant())))));
        return entry.orElseGet(() -> new CourseEntry.NotEnrolled(course.get()));
    }

    /** Opens a unit, if the learner may see it, and remembers that they are there. */
    @PreAuthorize(OWN)
    public UnitOpening open(AccountId learner, CourseRunId run, String unitKey) {
        // What is asked in one breath is one transaction; what is written afterwards is read behind its own lock.
        Optional<Asked> asked =
                transactions.run(() -> desk(learner, run, unitKey).map(desk -> new Asked(desk, closed(desk))));
        return asked.map(found -> found.closed().orElseGet(() -> open(found.desk())))
                .orElseGet(UnitOpening.NotThere::new);
    }

    /** Why a unit is not open to the learner, empty when it is. */
    private Optional<UnitOpening> closed(Desk desk) {
        Instant opens = desk.run().opens();
        if (opens != null && clock.instant().isBefore(opens)) {
            return Optional.of(new UnitOpening.NotOpenYet(opens));
        }
        Optional<Instant> later = closedUntil(desk);
        return later.isPresent()
                ? Optional.of(new UnitOpening.SectionNotOpenYet(desk.step(), later.get()))
                : untriedExercise(desk).map(exercise -> new UnitOpening.SolutionClosed(desk.step(), exercise));
    }

    private UnitOpening open(Desk desk) {
        Instant now = clock.instant();
        if (!over(desk.run(), now)) {
            log.append(
                    LearningEvent.opened(
                            desk.learner(), desk.run().id(), desk.step().key(), now),
                    desk.run(),
                    desk.outline());
        }
        int place = resumePoints
                .findById(ProgressId.of(desk.learner(), desk.run().id()))
                .map(ResumePointRecord::seen)
                .filter(point -> point.unitKey().equals(desk.step().key()))
                .map(ResumePoint::place)
                .orElse(0);
        remember(desk, place);
        return new UnitOpening.Open(desk.step(), place);
    }

    /**
     * The learner saw the last line of a unit.
     *
     * @return whether that completed it just now
     */
    @PreAuthorize(OWN)
    public boolean seenToEnd(AccountId learner, CourseRunId run, String unitKey) {
        return complete(learner, run, unitKey, CompletionRule.SEEN_TO_END);
    }

    /**
     * The learner says they tried an exercise.
     *
     * @return whether that completed it just now
     */
    @PreAuthorize(OWN)
    public boolean tried(AccountId learner, CourseRunId run, String unitKey) {
        return complete(learner, run, unitKey, CompletionRule.TRIED);
    }

    /** Remembers how far down a unit the learner is; ignored for a unit that is not open to them. */
    @PreAuthorize(OWN)
    public void stoppedAt(AccountId learner, CourseRunId run, String unitKey, int place) {
        desk(learner, run, unitKey)
                .filter(desk -> place >= 0 && untriedExercise(desk).isEmpty())
                .ifPresent(desk -> remember(desk, place));
    }

    /** Where the learner stopped, empty before they began; one query. */
    @PreAuthorize(OWN)
    @Transactional(readOnly = true)
    public Optional<ResumePoint> resumePoint(AccountId learner, CourseRunId run) {
        return resumePoints.findById(ProgressId.of(learner, run)).map(ResumePointRecord::seen);
    }

    private boolean complete(AccountId learner, CourseRunId run, String unitKey, CompletionRule rule) {
        Instant now = clock.instant();
        return desk(learner, run, unitKey)
                .filter(desk -> desk.step().rule() == rule
                        && desk.run().openAt(now)
                        && closedUntil(desk).isEmpty()
                        && untriedExercise(desk).isEmpty())
                .map(desk -> log.append(
                        LearningEvent.once(learner, run, unitKey, rule.event(), now), desk.run(), desk.outline()))
                .orElse(false);
    }

    private void remember(Desk desk, int place) {
        transactions.run(() -> {
            resumePoints.remember(
                    desk.learner().value(), desk.run().id().value(), desk.step().key(), place, clock.instant());
            return true;
        });
    }

    /** The exercise that must be tried before this unit opens, empty when nothing stands in the way. */
    private Optional<Step> untriedExercise(Desk desk) {
        return Optional.ofNullable(desk.step().unit().solutionOf())
                .flatMap(desk.outline()::step)
                .filter(exercise -> !units(desk)
                        .getOrDefault(exercise.key(), UnitProgress.NOTHING)
                        .completed());
    }

    private Map<String, UnitProgress> units(Desk desk) {
        return progress.withUnits(desk.learner().value(), desk.run().id().value())
                .map(CourseProgressRecord::units)
                .orElseGet(Map::of);
    }

    private Optional<Desk> desk(AccountId learner, CourseRunId id, String unitKey) {
        Optional<Enrolment> enrolment =
                enrolments.find(learner, id).filter(found -> found.state() == EnrolmentState.ACTIVE);
        if (enrolment.isEmpty()) {
            return Optional.empty();
        }
        Optional<CourseRun> run = runs.find(id);
        Optional<CourseOutline> outline =
                run.flatMap(found -> outlines.find(found.version())).map(Outlined::outline);
        return outline.flatMap(found -> found.step(unitKey))
                .map(step -> new Desk(learner, enrolment.get(), run.orElseThrow(), outline.orElseThrow(), step));
    }

    private OwnDates dates(CourseRun run, Enrolment enrolment) {
        return schedules.of(run.id()).own(run.opens(), enrolment.joinedAt());
    }

    /** When the section of a unit opens, empty when it is open. */
    private Optional<Instant> closedUntil(Desk desk) {
        return dates(desk.run(), desk.enrolment())
                .closedUntil(desk.step().section().key(), clock.instant());
    }

    private static boolean over(CourseRun run, Instant now) {
        return run.closes() != null && !now.isBefore(Objects.requireNonNull(run.closes()));
    }

    /** A learner at a unit of a run they are in. */
    private record Desk(AccountId learner, Enrolment enrolment, CourseRun run, CourseOutline outline, Step step) {}

    /** @param closed why the unit is not open */
    private record Asked(Desk desk, Optional<UnitOpening> closed) {}
}
