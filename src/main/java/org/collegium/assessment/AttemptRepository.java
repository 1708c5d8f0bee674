package org.collegium.assessment;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AttemptRepository extends Repository<AttemptRecord, AttemptId> {

    AttemptRecord saveAndFlush(AttemptRecord attempt);

    @Query("select attempt from QuizAttempt attempt where attempt.id = :id and attempt.learnerId = :learner")
    Optional<AttemptRecord> of(AttemptId id, UUID learner);

    /** As {@link #of}, held by this transaction until its end. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select attempt from QuizAttempt attempt where attempt.id = :id and attempt.learnerId = :learner")
    Optional<AttemptRecord> held(AttemptId id, UUID learner);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select attempt from QuizAttempt attempt where attempt.id = :id")
    Optional<AttemptRecord> held(AttemptId id);

    /** Holds the first attempt of a learner at a quiz, for whatever is to be said of all of them by one at a time; nothing of it is read. */
    @Query(value = """
            select number from quiz_attempt where learner_id = :learner and run_id = :run and unit_key = :unitKey
            order by number limit 1 for update
            """, nativeQuery = true)
    Optional<Integer> holdFirst(UUID learner, UUID run, String unitKey);

    @Query("select attempt from QuizAttempt attempt where attempt.id in :ids")
    List<AttemptRecord> all(Collection<AttemptId> ids);

    /** The open attempts of a run, held; of one quiz where the key is not empty, of one learner where that is not null. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select attempt from QuizAttempt attempt
            where attempt.state = org.collegium.assessment.AttemptState.OPEN and attempt.runId = :run
            and (:unitKey = '' or attempt.unitKey = :unitKey) and (:learner is null or attempt.learnerId = :learner)
            """)
    List<AttemptRecord> heldOf(UUID run, String unitKey, @Nullable UUID learner);

    @Query("""
            select attempt from QuizAttempt attempt
            where attempt.learnerId = :learner and attempt.runId = :run and attempt.unitKey = :unitKey
            order by attempt.number desc
            """)
    List<AttemptRecord> ofUnit(UUID learner, UUID run, String unitKey);

    @Query("select attempt from QuizAttempt attempt where attempt.learnerId = :learner and attempt.runId = :run")
    List<AttemptRecord> ofRun(UUID learner, UUID run);

    @Query("select attempt from QuizAttempt attempt where attempt.learnerId in :learners and attempt.runId = :run")
    List<AttemptRecord> ofRun(Collection<UUID> learners, UUID run);

    @Query("select attempt from QuizAttempt attempt where attempt.learnerId = :learner order by attempt.startedAt")
    List<AttemptRecord> everyOf(UUID learner);

    @Modifying
    @Query("delete from QuizAttempt attempt where attempt.learnerId = :learner")
    int deleteOf(UUID learner);
}
