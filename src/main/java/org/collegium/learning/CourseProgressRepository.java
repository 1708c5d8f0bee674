package org.collegium.learning;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CourseProgressRepository extends Repository<CourseProgressRecord, ProgressId> {

    /** Makes the row on first use and takes its lock, until the end of the transaction. */
    @Modifying
    @Query(nativeQuery = true, value = """
            insert into course_progress (learner_id, run_id, version, done, total, stuck)
            values (:learner, :run, 0, 0, 0, 0)
            on duplicate key update learner_id = values(learner_id)
            """)
    void prepare(UUID learner, UUID run);

    Optional<CourseProgressRecord> findById(ProgressId id);

    @Query("""
            select progress from CourseProgress progress left join fetch progress.units
            where progress.id.learnerId = :learner and progress.id.runId = :run
            """)
    Optional<CourseProgressRecord> withUnits(UUID learner, UUID run);

    @Query("""
            select progress from CourseProgress progress
            where progress.id.learnerId = :learner and progress.id.runId in :runs
            """)
    List<CourseProgressRecord> of(UUID learner, Collection<UUID> runs);

    @Query("""
            select distinct progress from CourseProgress progress left join fetch progress.units
            where progress.id.learnerId = :learner and progress.id.runId in :runs
            """)
    List<CourseProgressRecord> withUnitsOf(UUID learner, Collection<UUID> runs);

    @Query("""
            select distinct progress from CourseProgress progress left join fetch progress.units
            where progress.id.runId = :run and progress.id.learnerId in :learners
            """)
    List<CourseProgressRecord> withUnits(UUID run, Collection<UUID> learners);

    @Modifying
    @Query("delete from CourseProgress progress where progress.id.learnerId = :learner")
    int deleteOf(UUID learner);
}
