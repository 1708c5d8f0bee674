package org.collegium.enrolment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.springframework.data.domain.Limit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is in which run. */
@Service
public class Enrolments {

    private static final String OWN_OR_STAFF =
            "@access.is(#learner) or @runAccess.may('" + EnrolmentPermissions.VIEW + "', #run)";

    private final EnrolmentRepository enrolments;
    private final TakingSeats seats;

    Enrolments(EnrolmentRepository enrolments, TakingSeats seats) {
        this.enrolments = enrolments;
        this.seats = seats;
    }

    /** Joins a run as oneself, when the rules allow; a second time changes nothing. */
    @PreAuthorize("@access.is(#learner)")
    public JoinResult join(AccountId learner, CourseRunId run) {
        return seats.take(learner, run, EnrolmentSource.SELF);
    }

    /** Enrols somebody else; self-enrolment may be off and the run may not have begun. */
    @PreAuthorize("@runAccess.may('" + EnrolmentPermissions.ENROL + "', #run)")
    public JoinResult enrol(AccountId learner, CourseRunId run) {
        return seats.take(learner, run, EnrolmentSource.STAFF);
    }

    /** Leaves a run; what was learned is kept. Returns false when the learner was not in. */
    @PreAuthorize("@access.is(#learner)")
    public boolean withdraw(AccountId learner, CourseRunId run) {
        return seats.free(learner, run);
    }

    /** Whether the learner is in the run; one query. */
    @PreAuthorize(OWN_OR_STAFF)
    @Transactional(readOnly = true)
    public boolean isEnrolled(AccountId learner, CourseRunId run) {
        return enrolments.existsByLearnerIdAndRunIdAndState(learner.value(), run.value(), EnrolmentState.ACTIVE);
    }

    /** The enrolment of a learner in a run, also when they left; one query. */
    @PreAuthorize(OWN_OR_STAFF)
    @Transactional(readOnly = true)
    public Optional<Enrolment> find(AccountId learner, CourseRunId run) {
        return enrolments.findByLearnerIdAndRunId(learner.value(), run.value()).map(EnrolmentRecord::seen);
    }

    /** The enrolment by which a learner is in a course, the latest of several runs; one query. */
    @PreAuthorize("@access.is(#learner)")
    @Transactional(readOnly = true)
    public Optional<Enrolment> inCourse(AccountId learner, CourseId course) {
        return enrolments.activeInCourse(learner.value(), course.value(), Limit.of(1)).stream()
                .map(EnrolmentRecord::seen)
                .findFirst();
    }

    /** In which of these courses the learner is; at most one query. */
    @PreAuthorize("@access.is(#learner)")
    @Transactional(readOnly = true)
    public Set<CourseId> among(AccountId learner, Collection<CourseId> courses) {
        return courses.isEmpty()
                ? Set.of()
                : enrolments
                        .coursesOf(
                                learner.value(),
                                courses.stream().map(CourseId::value).toList())
                        .stream()
                        .map(CourseId::new)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The runs a learner is in, the latest joined first; one query. */
    @PreAuthorize("@access.is(#learner)")
    @Transactional(readOnly = true)
    public List<Enrolment> of(AccountId learner, PageRequest page) {
        return enrolments.activeOf(learner.value(), page.offset(), page.limit()).stream()
                .map(EnrolmentRecord::seen)
                .toList();
    }

    /** The learners in a run in the order they joined; one query. */
    @PreAuthorize("@runAccess.may('" + EnrolmentPermissions.VIEW + "', #run)")
    @Transactional(readOnly = true)
    public List<Enrolment> in(CourseRunId run, PageRequest page) {
        return enrolments.activeIn(run.value(), page.offset(), page.limit()).stream()
                .map(EnrolmentRecord::seen)
                .toList();
    }

    /** How many learners are in each of these runs, 0 where there are none; one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Map<CourseRunId, Long> counts(Collection<CourseRunId> runs) {
        Map<CourseRunId, Long> counts = new HashMap<>();
        runs.forEach(run -> counts.put(run, 0L));
        if (!runs.isEmpty()) {
            enrolments
                    .countByRun(runs.stream().map(CourseRunId::value).toList())
                    .forEach(count -> counts.put(new CourseRunId(count.getRun()), count.getLearners()));
        }
        return counts;
    }
}
