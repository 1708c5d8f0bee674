package org.collegium.enrolment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface EnrolmentRepository extends Repository<EnrolmentRecord, EnrolmentId> {

    EnrolmentRecord save(EnrolmentRecord enrolment);

    Optional<EnrolmentRecord> findByLearnerIdAndRunId(UUID learnerId, UUID runId);

    boolean existsByLearnerIdAndRunIdAndState(UUID learnerId, UUID runId, EnrolmentState state);

    @Query("""
            select enrolment from Enrolment enrolment
            where enrolment.learnerId = :learner and enrolment.state = org.collegium.enrolment.EnrolmentState.ACTIVE
            order by enrolment.joinedAt desc, enrolment.id
            limit :limit offset :offset
            """)
    List<EnrolmentRecord> activeOf(UUID learner, int offset, int limit);

    @Query("""
            select enrolment from Enrolment enrolment
            where enrolment.learnerId = :learner and enrolment.courseId = :course
            and enrolment.state = org.collegium.enrolment.EnrolmentState.ACTIVE
            order by enrolment.joinedAt desc, enrolment.id
            """)
    List<EnrolmentRecord> activeInCourse(UUID learner, UUID course, Limit limit);

    @Query("""
            select distinct enrolment.courseId from Enrolment enrolment
            where enrolment.learnerId = :learner and enrolment.courseId in :courses
            and enrolment.state = org.collegium.enrolment.EnrolmentState.ACTIVE
            """)
    List<UUID> coursesOf(UUID learner, Collection<UUID> courses);

    @Query("""
            select enrolment from Enrolment enrolment
            where enrolment.runId = :run and enrolment.state = org.collegium.enrolment.EnrolmentState.ACTIVE
            order by enrolment.joinedAt, enrolment.id
            limit :limit offset :offset
            """)
    List<EnrolmentRecord> activeIn(UUID run, int offset, int limit);

    @Query("""
            select enrolment.runId as run, count(*) as learners from Enrolment enrolment
            where enrolment.runId in :runs and enrolment.state = org.collegium.enrolment.EnrolmentState.ACTIVE
            group by enrolment.runId
            """)
    List<LearnersOfRun> countByRun(Collection<UUID> runs);

    @Query("select enrolment from Enrolment enrolment where enrolment.learnerId = :learner order by enrolment.joinedAt")
    List<EnrolmentRecord> everyOf(UUID learner);

    @Modifying
    @Query("delete from Enrolment enrolment where enrolment.learnerId = :learner")
    int deleteOf(UUID learner);

    /** How many learners are in a run. */
    interface LearnersOfRun {
        UUID getRun();

        long getLearners();
    }
}
