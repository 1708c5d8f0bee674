package org.collegium.courses;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.collegium.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The versions of a course with what was said of them and how many runs have them. */
@Service
public class VersionHistory {

    private static final String MAY = "@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)";

    private final JdbcClient jdbc;

    VersionHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The versions, the newest first; one query. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<VersionEntry> of(CourseId course, PageRequest page) {
        return jdbc.sql("""
                        select version.id, version.number, version.published_at, account.name, version.notes,
                            (select count(*) from course_run run
                                where run.course_id = version.course_id and run.version_id = version.id)
                        from course_version version left join account on account.id = version.published_by
                        where version.course_id = ? order by version.number desc limit ? offset ?
                        """)
                .params(course.value(), page.limit(), page.offset())
                .query((row, number) -> new VersionEntry(
                        new CourseVersionId(row.getObject(1, UUID.class)),
                        row.getInt(2),
                        row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6)))
                .list();
    }

    /** How many versions there are; one query. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public int count(CourseId course) {
        return jdbc.sql("select count(*) from course_version where course_id = ?")
                .param(course.value())
                .query(Integer.class)
                .single();
    }
}
