package org.collegium.courses;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface VersionRepository extends Repository<VersionRecord, CourseVersionId> {

    VersionRecord save(VersionRecord version);

    Optional<VersionRecord> findById(CourseVersionId id);

    @Query("select version from Version version where version.course = :course and version.number = :number")
    Optional<VersionRecord> findNumbered(CourseId course, int number);

    List<VersionRecord> findByIdIn(Collection<CourseVersionId> ids);

    @Query("select new org.collegium.courses.PublishedVersion(version.id, version.number, version.publishedAt,"
            + " version.publishedBy, version.notes, version.origin, version.originEdited) from Version version where version.course = :course"
            + " and version.number > :after and version.number <= :last and version.notes is not null"
            + " order by version.number desc")
    List<PublishedVersion> noted(CourseId course, int after, int last);

    @Query(
            "select new org.collegium.courses.PublishedVersion(version.id, version.number, version.publishedAt,"
                    + " version.publishedBy, version.notes, version.origin, version.originEdited) from Version version where version.course = :course order by version.number desc")
    List<PublishedVersion> history(CourseId course);
}
