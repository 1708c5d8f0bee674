package org.collegium.learning;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ResumePointRepository extends Repository<ResumePointRecord, ProgressId> {

    Optional<ResumePointRecord> findById(ProgressId id);

    @Query("""
            select point from ResumePoint point
            where point.id.learnerId = :learner and point.id.runId in :runs
            """)
    List<ResumePointRecord> of(UUID learner, Collection<UUID> runs);

    @Query("select point from ResumePoint point where point.id.learnerId = :learner")
    List<ResumePointRecord> everyOf(UUID learner);

    @Modifying
    @Query(nativeQuery = true, value = """
            insert into resume_point (learner_id, run_id, unit_key, place, at)
            values (:learner, :run, :unitKey, :place, :at)
            on duplicate key update unit_key = values(unit_key), place = values(place), at = values(at)
            """)
    void remember(UUID learner, UUID run, String unitKey, int place, Instant at);

    @Modifying
    @Query("delete from ResumePoint point where point.id.learnerId = :learner")
    int deleteOf(UUID learner);
}
