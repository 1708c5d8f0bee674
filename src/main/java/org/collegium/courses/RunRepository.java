package org.collegium.courses;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RunRepository extends Repository<RunRecord, CourseRunId> {

    RunRecord save(RunRecord run);

    /** Writes at once, with all that it refers to. */
    RunRecord saveAndFlush(RunRecord run);

    Optional<RunRecord> findById(CourseRunId id);

    List<RunRecord> findByIdIn(Collection<CourseRunId> ids);

    @Query("select run.course from Run run where run.id = :run")
    Optional<CourseId> courseOf(CourseRunId run);

    @Query("select run from Run run where run.course = :course order by run.createdAt desc, run.id desc")
    List<RunRecord> ofCourse(CourseId course);

    @Query("select run from Run run join Course course on course.id = run.course where run.course in :courses"
            + " and course.state = PUBLISHED and (run.opensAt is null or run.opensAt <= :now)"
            + " and (run.closesAt is null or run.closesAt > :now) order by run.createdAt desc, run.id desc")
    List<RunRecord> openRuns(Collection<CourseId> courses, Instant now);
}
