package org.collegium.learning;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LearningEventRepository extends Repository<LearningEventRecord, UUID> {

    LearningEventRecord save(LearningEventRecord event);

    boolean existsByLearnerIdAndRunIdAndUnitKeyAndKindAndOccasion(
            UUID learnerId, UUID runId, String unitKey, LearningEventKind kind, String occasion);

    /** Everything one learner did in one run, in the order it happened. */
    @Query("""
            select event from LearningEvent event
            where event.learnerId = :learner and event.runId = :run
            order by event.at, event.id
            """)
    List<LearningEventRecord> of(UUID learner, UUID run);

    /** What a learner read or tried, in whatever run. */
    @Query("""
            select event from LearningEvent event
            where event.learnerId = :learner and event.kind in (SEEN_TO_END, TRIED)
            """)
    List<LearningEventRecord> readBy(UUID learner);

    @Query("select event from LearningEvent event where event.learnerId = :learner order by event.at, event.id")
    List<LearningEventRecord> everyOf(UUID learner);

    /** Learners who did something in a run, beyond {@code after}, in the order of their ids. */
    @Query("""
            select distinct event.learnerId from LearningEvent event
            where event.runId = :run and event.learnerId > :after
            order by event.learnerId
            limit :limit
            """)
    List<UUID> learnersIn(UUID run, UUID after, int limit);

    @Modifying
    @Query("delete from LearningEvent event where event.learnerId = :learner")
    int deleteOf(UUID learner);
}
