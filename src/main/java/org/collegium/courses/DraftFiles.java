package org.collegium.courses;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.content.BlobGrant;
import org.collegium.content.BlobId;
import org.collegium.identity.Access;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Files of drafts, for those who may see the draft; the files of units themselves are never served. */
@Component
class DraftFiles implements BlobGrant {

    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final CourseAccess courseAccess;
    private final Access access;

    DraftFiles(
            EntityManager entities, JdbcClient jdbc, JdbcTemplate batches, CourseAccess courseAccess, Access access) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.batches = batches;
        this.courseAccess = courseAccess;
        this.access = access;
    }

    /** Notes the files of a draft in place of those it had; part of the transaction that changes the draft. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(CourseId course, CourseManifest manifest) {
        entities.flush();
        jdbc.sql("delete from course_draft_file where course_id = ?")
                .param(course.value())
                .update();
        Set<String> unitFiles = manifest.units().stream().map(CourseUnit::file).collect(Collectors.toSet());
        Map<String, CourseFile> byContent = manifest.files().values().stream()
                .filter(file -> !unitFiles.contains(file.path()))
                .collect(Collectors.toMap(CourseFile::sha256, file -> file, (one, other) -> one));
        List<Object[]> rows = byContent.values().stream()
                .map(file -> new Object[] {file.sha256(), course.value(), file.mediaType()})
                .toList();
        batches.batchUpdate("insert into course_draft_file (sha256, course_id, media_type) values (?, ?, ?)", rows);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Granted> of(BlobId blob) {
        if (!access.mayAnywhere(CoursesPermissions.VIEW_DRAFT)) {
            return Optional.empty();
        }
        return jdbc
                .sql("select course_id, media_type from course_draft_file where sha256 = ?")
                .param(blob.sha256())
                .query((row, number) -> new Noted(new CourseId(row.getObject(1, UUID.class)), row.getString(2)))
                .list()
                .stream()
                .filter(file -> courseAccess.may(CoursesPermissions.VIEW_DRAFT, file.course()))
                .findFirst()
                .map(file -> new Granted(file.mediaType(), false));
    }

    private record Noted(CourseId course, String mediaType) {}
}
