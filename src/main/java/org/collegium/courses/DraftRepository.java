package org.collegium.courses;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DraftRepository extends Repository<DraftRecord, CourseId> {

    DraftRecord save(DraftRecord draft);

    void delete(DraftRecord draft);

    Optional<DraftRecord> findById(CourseId course);

    /** As {@link #findById}, held by this transaction until its end: of two who change it, the second sees what the first did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select draft from Draft draft where draft.course = :course")
    Optional<DraftRecord> held(CourseId course);
}
