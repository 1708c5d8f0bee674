package org.collegium.courses;

import java.util.Optional;
import java.util.UUID;
import org.collegium.shared.Unguarded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The units that a run had in an earlier version: work on them may still go on when the version changes. */
@Component
@Unguarded("called by services inside an operation that was permitted")
public class EarlierUnits {

    private final JdbcClient jdbc;
    private final CourseVersions versions;

    EarlierUnits(JdbcClient jdbc, CourseVersions versions) {
        this.jdbc = jdbc;
        this.versions = versions;
    }

    /** The latest version of a run, before the one that it has, in which there was a unit with this key. One query where none is new. */
    public Optional<CourseVersion> with(CourseRunId run, String unitKey) {
        return jdbc
                .sql("select from_version from course_run_move where run_id = ? order by moved_at desc, id desc")
                .param(run.value())
                .query(UUID.class)
                .list()
                .stream()
                .distinct()
                .flatMap(id -> versions.find(new CourseVersionId(id)).stream())
                .filter(version -> version.manifest().unit(unitKey).isPresent())
                .findFirst();
    }
}
