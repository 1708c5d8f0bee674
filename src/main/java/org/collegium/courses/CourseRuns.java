package org.collegium.courses;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.collegium.activity.ClosingMoved;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Slug;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The offerings of courses to learners. */
@Service
public class CourseRuns {

    private final RunRepository runs;
    private final CourseRepository courses;
    private final Courses reading;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CourseRuns(
            RunRepository runs,
            CourseRepository courses,
            Courses reading,
            ApplicationEventPublisher events,
            Clock clock) {
        this.runs = runs;
        this.courses = courses;
        this.reading = reading;
        this.events = events;
        this.clock = clock;
    }

    /** The run with this id, empty when there is none; one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<CourseRun> find(CourseRunId id) {
        return runs.findById(id).map(RunRecord::seen);
    }

    /** The runs with these ids; one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Map<CourseRunId, CourseRun> find(Collection<CourseRunId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : runs.findByIdIn(ids).stream()
                        .map(RunRecord::seen)
                        .collect(Collectors.toMap(CourseRun::id, run -> run));
    }

    /** The runs of a course in which learning is possible now, the newest first; none when it is retired; one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public List<CourseRun> openRuns(CourseId course) {
        return openRuns(List.of(course)).getOrDefault(course, List.of());
    }

    /** As {@link #openRuns(CourseId)}, for many; one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Map<CourseId, List<CourseRun>> openRuns(Collection<CourseId> ofCourses) {
        if (ofCourses.isEmpty()) {
            return Map.of();
        }
        Instant now = clock.instant();
        return runs.openRuns(ofCourses, now).stream()
                .map(RunRecord::seen)
                .collect(Collectors.groupingBy(CourseRun::course));
    }

    /**
     * The run that somebody who finds the course joins: the newest open one with self-enrolment, else the newest open
     * one; at most three queries.
     *
     * @param partner its slug
     * @param courseKey of the course
     */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<CourseRun> runOf(Slug partner, String courseKey) {
        List<CourseRun> open = reading.findPublished(partner, courseKey)
                .map(course -> openRuns(course.id()))
                .orElse(List.of());
        return open.stream()
                .filter(CourseRun::selfEnrolment)
                .findFirst()
                .or(() -> open.stream().findFirst());
    }

    /**
     * The run by which a course is shown to those who find it: the one that they would join, else the newest of all; empty when it has
     * none. At most two queries.
     */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<CourseRun> shown(CourseId course) {
        List<CourseRun> open = openRuns(course);
        return open.stream()
                .filter(CourseRun::selfEnrolment)
                .findFirst()
                .or(() -> open.stream().findFirst())
                .or(() -> runs.ofCourse(course).stream().findFirst().map(RunRecord::seen));
    }

    /** Whether nobody joins the runs of a course any more, since it is retired; one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public boolean isRetired(CourseId course) {
        return courses.findById(course)
                .filter(found -> found.state() == CourseState.RETIRED)
                .isPresent();
    }

    /** All runs of a course for its staff, the newest first; one query. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    @Transactional(readOnly = true)
    public List<CourseRun> ofCourse(CourseId course) {
        return runs.ofCourse(course).stream().map(RunRecord::seen).toList();
    }

    /**
     * Opens another run of the newest version.
     *
     * @throws RuleViolation when nothing is published yet
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.RUNS + "', #course)")
    @Transactional
    public CourseRunId open(CourseId course, CourseRunData data) {
        CourseReference reference = courses.findById(course)
                .map(CourseRecord::reference)
                .orElseThrow(() -> new RuleViolation("courses.unknown"));
        CourseVersionId latest = reference.latest();
        if (latest == null) {
            throw new RuleViolation("courses.run.nothing-published");
        }
        return runs.save(RunRecord.of(course, reference.partner(), latest, data, clock.instant()))
                .id();
    }

    /**
     * Changes what is said about a run; those who are enrolled stay.
     *
     * @throws RuleViolation when there is no such run
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.RUNS + "', #run)")
    @Transactional
    public void change(CourseRunId run, CourseRunData data) {
        RunRecord record = runs.findById(run).orElseThrow(() -> new RuleViolation("courses.run.unknown"));
        Instant closed = record.seen().closes();
        record.describe(data);
        if (!Objects.equals(closed, data.closes())) {
            runs.saveAndFlush(record);
            events.publishEvent(new ClosingMoved(run.value(), "", null));
        }
    }
}
