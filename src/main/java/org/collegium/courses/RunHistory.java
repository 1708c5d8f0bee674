package org.collegium.courses;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.collegium.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which versions the runs of a course had, and since when. */
@Service
public class RunHistory {

    private static final String MAY = "@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)";

    private final JdbcClient jdbc;

    RunHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The moves of all runs of a course, the latest first; one query. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<RunMove> of(CourseId course, PageRequest page) {
        return jdbc.sql("""
                        select run.id, run.title, older.number, newer.number, moved.moved_at, account.name
                        from course_run_move moved join course_run run on run.id = moved.run_id
                        join course_version older on older.id = moved.from_version
                        join course_version newer on newer.id = moved.to_version
                        left join account on account.id = moved.moved_by
                        where run.course_id = ? order by moved.moved_at desc, moved.id desc limit ? offset ?
                        """)
                .params(course.value(), page.limit(), page.offset())
                .query((row, number) -> new RunMove(
                        new CourseRunId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getObject(5, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getString(6)))
                .list();
    }

    /** How many moves {@link #of} has; one query. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public int count(CourseId course) {
        return jdbc.sql("""
                        select count(*) from course_run_move moved join course_run run on run.id = moved.run_id
                        where run.course_id = ?
                        """).param(course.value()).query(Integer.class).single();
    }

    /** The version that each run of a course had before the one it has; runs that have had one only are left out. One query. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Map<CourseRunId, CourseVersionId> before(CourseId course) {
        Map<CourseRunId, CourseVersionId> before = new HashMap<>();
        jdbc.sql("""
                        select moved.run_id, moved.from_version
                        from course_run_move moved join course_run run on run.id = moved.run_id
                        where run.course_id = ? and not exists (select 1 from course_run_move later
                            where later.run_id = moved.run_id
                                and (later.moved_at, later.id) > (moved.moved_at, moved.id))
                        """).param(course.value()).query(row -> {
            before.put(
                    new CourseRunId(row.getObject(1, UUID.class)), new CourseVersionId(row.getObject(2, UUID.class)));
        });
        return before;
    }
}
