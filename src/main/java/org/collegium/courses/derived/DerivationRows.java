package org.collegium.courses.derived;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.merging.Decision;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which courses were made from which, what was decided on the way, and which are offered. */
@Component
class DerivationRows {

    private static final String OURS = "ours";
    private static final String THEIRS = "theirs";
    private static final String BOTH = "both";
    private static final String EDITED = "edited";

    private final JdbcClient jdbc;

    DerivationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A row.
     *
     * @param version grows with each change
     * @param assessed whether quizzes and labs came with it
     */
    record Row(
            CourseId course,
            int version,
            CourseId upstream,
            CourseVersionId taken,
            boolean assessed,
            String changes,
            Instant takenAt) {}

    void add(CourseId course, CourseId upstream, CourseVersionId taken, boolean assessed, String changes, Instant now) {
        jdbc.sql("""
                        insert into course_derivation
                            (course_id, version, upstream_course, upstream_version, assessed, changes, derived_at, taken_at)
                        values (?, 0, ?, ?, ?, ?, ?, ?)
                        """)
                .params(course.value(), upstream.value(), taken.value(), assessed, changes, time(now), time(now))
                .update();
    }

    Optional<Row> find(CourseId course) {
        return jdbc.sql("""
                        select course_id, version, upstream_course, upstream_version, assessed, changes, taken_at
                        from course_derivation where course_id = ?
                        """)
                .param(course.value())
                .query((row, number) -> row(row))
                .optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new CourseId(row.getObject(1, UUID.class)),
                row.getInt(2),
                new CourseId(row.getObject(3, UUID.class)),
                new CourseVersionId(row.getObject(4, UUID.class)),
                row.getBoolean(5),
                row.getString(6),
                row.getObject(7, LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    void say(CourseId course, String changes) {
        jdbc.sql("update course_derivation set changes = ?, version = version + 1 where course_id = ?")
                .params(changes, course.value())
                .update();
    }

    /** Notes that a version was taken in; what was decided on the way is no longer needed. */
    void took(Row before, CourseVersionId taken, Instant now) {
        int rows = jdbc.sql("""
                        update course_derivation set upstream_version = ?, taken_at = ?, version = version + 1
                        where course_id = ? and version = ?
                        """)
                .params(taken.value(), time(now), before.course().value(), before.version())
                .update();
        if (rows == 0) {
            throw new RuleViolation("courses.draft.changed-meanwhile");
        }
        jdbc.sql("delete from course_merge_decision where course_id = ?")
                .param(before.course().value())
                .update();
    }

    Map<String, Decision> decisions(CourseId course) {
        Map<String, Decision> decisions = new HashMap<>();
        jdbc.sql("select conflict, choice, text from course_merge_decision where course_id = ?")
                .param(course.value())
                .query(row -> {
                    decisions.put(row.getString(1), decision(row.getString(2), row.getString(3)));
                });
        return decisions;
    }

    void decide(CourseId course, String conflict, Decision decision, Instant now) {
        jdbc.sql("""
                        insert into course_merge_decision (course_id, conflict, choice, text, decided_at) values (?, ?, ?, ?, ?)
                        on duplicate key update choice = values(choice), text = values(text), decided_at = values(decided_at)
                        """)
                .param(course.value())
                .param(conflict)
                .param(word(decision))
                .param(decision instanceof Decision.Edited(String text) ? text : null)
                .param(time(now))
                .update();
    }

    void undecide(CourseId course, String conflict) {
        jdbc.sql("delete from course_merge_decision where course_id = ? and conflict = ?")
                .params(course.value(), conflict)
                .update();
    }

    boolean isOffered(CourseId course) {
        return jdbc.sql("select count(*) from course_offer where course_id = ?")
                        .param(course.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void offer(CourseId course, boolean offered, Instant now) {
        if (offered) {
            jdbc.sql("insert ignore into course_offer (course_id, offered_at) values (?, ?)")
                    .params(course.value(), time(now))
                    .update();
        } else {
            jdbc.sql("delete from course_offer where course_id = ?")
                    .param(course.value())
                    .update();
        }
    }

    /** The courses that are offered whole. */
    Set<UUID> offered() {
        return Set.copyOf(jdbc.sql("select course_id from course_offer")
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    /** The courses that are published. */
    List<CourseId> published() {
        return jdbc.sql("select id from course where state = 'PUBLISHED'")
                .query((row, number) -> new CourseId(row.getObject(1, UUID.class)))
                .list();
    }

    void borrowed(CourseId course, String unitKey, CourseVersionId source, String sourceUnit, Instant now) {
        jdbc.sql("""
                        insert into course_borrowed (course_id, unit_key, source_version, source_unit, borrowed_at)
                        values (?, ?, ?, ?, ?) on duplicate key update source_version = values(source_version),
                            source_unit = values(source_unit), borrowed_at = values(borrowed_at)
                        """)
                .params(course.value(), unitKey, source.value(), sourceUnit, time(now))
                .update();
    }

    /** By the keys of units the versions from which they came. */
    Map<String, CourseVersionId> borrowed(CourseId course) {
        Map<String, CourseVersionId> borrowed = new TreeMap<>();
        jdbc.sql("select unit_key, source_version from course_borrowed where course_id = ?")
                .param(course.value())
                .query(row -> {
                    borrowed.put(row.getString(1), new CourseVersionId(row.getObject(2, UUID.class)));
                });
        return borrowed;
    }

    private static Decision decision(String choice, @Nullable String text) {
        return switch (choice) {
            case THEIRS -> new Decision.Theirs();
            case BOTH -> new Decision.Both();
            case EDITED -> new Decision.Edited(text == null ? "" : text);
            default -> new Decision.Ours();
        };
    }

    private static String word(Decision decision) {
        return switch (decision) {
            case Decision.Ours ours -> OURS;
            case Decision.Theirs theirs -> THEIRS;
            case Decision.Both both -> BOTH;
            case Decision.Edited edited -> EDITED;
        };
    }

    private static LocalDateTime time(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
