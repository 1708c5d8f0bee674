package org.collegium.courses;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.collegium.partners.PartnerId;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CourseRepository extends Repository<CourseRecord, CourseId> {

    CourseRecord save(CourseRecord course);

    void delete(CourseRecord course);

    Optional<CourseRecord> findById(CourseId id);

    /** As {@link #findById}, held by this transaction until its end: of two who publish, the second sees what the first did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select course from Course course where course.id = :id")
    Optional<CourseRecord> held(CourseId id);

    List<CourseRecord> findByIdIn(Collection<CourseId> ids);

    @Query("select course from Course course where course.partner = :partner and course.courseKey = :key")
    Optional<CourseRecord> findByKey(PartnerId partner, String key);

    @Query("select course.partner from Course course where course.id = :course")
    Optional<PartnerId> partnerOf(CourseId course);

    @Query("select course.publishedVersion from Course course where course.id in :courses"
            + " and course.publishedVersion is not null")
    List<java.util.UUID> latestVersions(Collection<CourseId> courses);
}
