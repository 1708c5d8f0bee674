package org.collegium.courses.authoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.authoring.LessonVersion.Kind;
import org.collegium.courses.authoring.LessonVersion.Row;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was kept of lessons, in the order of keeping. */
@Component
class LessonRows {

    /** Who pauses longer begins another sitting. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private static final String SELECT = """
            select number, sitting, kind, content, author_id, kept_at from course_lesson_version
            where course_id = ? and unit_key = ?
            """;

    private final JdbcClient jdbc;

    LessonRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last that was what the lesson said. */
    Optional<Row> head(CourseId course, String unit) {
        return jdbc.sql(SELECT + " and kind <> 'ASIDE' order by number desc limit 1")
                .params(course.value(), unit)
                .query(LessonRows::row)
                .optional();
    }

    Optional<Row> numbered(CourseId course, String unit, int number) {
        return jdbc.sql(SELECT + " and number = ?")
                .params(course.value(), unit, number)
                .query(LessonRows::row)
                .optional();
    }

    boolean has(CourseId course, String unit, String content) {
        return jdbc.sql(SELECT + " and content = ? limit 1")
                .params(course.value(), unit, content)
                .query(LessonRows::row)
                .optional()
                .isPresent();
    }

    /** Notes what the lesson says when that was not kept here; part of the transaction that reads it. */
    void noticed(CourseId course, String unit, String content, Instant now) {
        if (!says(course, unit, content)) {
            hold(course);
            if (!says(course, unit, content)) {
                add(course, unit, Kind.BROUGHT, content, null, now);
            }
        }
    }

    private boolean says(CourseId course, String unit, String content) {
        return head(course, unit).filter(row -> row.content().equals(content)).isPresent();
    }

    /** Whoever adds to the history of a course waits for the others, also where there is nothing yet. */
    private void hold(CourseId course) {
        var unused = jdbc.sql("select course_id from course_draft where course_id = ? for update")
                .param(course.value())
                .query(UUID.class)
                .optional();
    }

    void add(CourseId course, String unit, Kind kind, String content, @Nullable AccountId author, Instant now) {
        hold(course);
        Optional<Row> last = jdbc.sql(SELECT + " order by number desc limit 1")
                .params(course.value(), unit)
                .query(LessonRows::row)
                .optional();
        UUID person = author == null ? null : author.value();
        boolean goesOn = kind == Kind.WRITTEN
                && last.filter(row -> (row.kind() == Kind.WRITTEN || row.kind() == Kind.MERGED)
                                && Objects.equals(row.author(), person)
                                && row.at().plus(PAUSE).isAfter(now))
                        .isPresent();
        int sitting = last.map(Row::sitting).orElse(0) + (goesOn ? 0 : 1);
        jdbc.sql("""
                        insert into course_lesson_version
                            (course_id, unit_key, number, sitting, kind, content, author_id, kept_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(course.value(), unit, last.map(Row::number).orElse(0) + 1, sitting, kind.name(), content)
                .param(person)
                .param(now)
                .update();
    }

    /** The last of each sitting, the latest first; one query. */
    List<LessonVersion> history(CourseId course, String unit, PageRequest page) {
        return jdbc.sql("""
                        select version.number, version.kind, coalesce(author.name, ''), version.kept_at, version.content
                        from course_lesson_version version left join account author on author.id = version.author_id
                        where version.course_id = :course and version.unit_key = :unit and version.number in (
                            select max(number) from course_lesson_version
                            where course_id = :course and unit_key = :unit group by sitting)
                        order by version.number desc limit :limit offset :offset
                        """)
                .param("course", course.value())
                .param("unit", unit)
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, index) -> new LessonVersion(
                        row.getInt(1),
                        Kind.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getObject(4, Timestamp.class).toInstant(),
                        row.getString(5)))
                .list();
    }

    int sittings(CourseId course, String unit) {
        return jdbc.sql(
                        "select count(distinct sitting) from course_lesson_version where course_id = ? and unit_key = ?")
                .params(course.value(), unit)
                .query(Integer.class)
                .single();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getInt(1),
                row.getInt(2),
                Kind.valueOf(row.getString(3)),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getObject(6, Timestamp.class).toInstant());
    }
}
