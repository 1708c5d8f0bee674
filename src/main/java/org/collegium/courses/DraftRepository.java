package org.collegium.courses;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface DraftRepository extends Repository<DraftRecord, CourseId> {

    DraftRecord save(DraftRecord draft);

    void delete(DraftRecord draft);

    Optional<DraftRecord> findById(CourseId course);
}
