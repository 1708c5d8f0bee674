package org.collegium.courses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.courses.PastImport.End;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is remembered of imports beyond the life of a node, for thirty days. */
@Component
class ImportRows implements PersonalDataExport {

    /** How long after the last word of its node an import is given up. */
    static final Duration SILENCE = Duration.ofSeconds(20);

    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final int LONGEST_NAME = 500;
    private static final String COLUMNS = "id, name, started_at, alive_at, outcome, course_id";

    private final JdbcClient jdbc;

    ImportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Remembers that an import began, or began again; and forgets those of long ago. */
    void begin(UUID id, AccountId person, String name, Instant now) {
        jdbc.sql("delete from course_import where started_at < ?")
                .param(utc(now.minus(REMEMBERED)))
                .update();
        jdbc.sql("""
                        insert into course_import (id, account_id, name, started_at, alive_at) values (?, ?, ?, ?, ?)
                        on duplicate key update alive_at = values(alive_at), outcome = null, course_id = null
                        """)
                .params(
                        id,
                        person.value(),
                        name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                        utc(now),
                        utc(now))
                .update();
    }

    void alive(Collection<UUID> ids, Instant now) {
        if (!ids.isEmpty()) {
            jdbc.sql("update course_import set alive_at = :now where id in (:ids)")
                    .param("now", utc(now))
                    .param("ids", ids)
                    .update();
        }
    }

    /** Remembers the end. */
    void end(UUID id, @Nullable CourseId changed) {
        jdbc.sql("update course_import set outcome = ?, course_id = ? where id = ?")
                .param((changed == null ? End.NOT_KEPT : End.KEPT).name())
                .param(changed == null ? null : changed.value())
                .param(id)
                .update();
    }

    Optional<PastImport> find(UUID id, AccountId person, Instant now) {
        return jdbc.sql("select " + COLUMNS + " from course_import where id = ? and account_id = ?")
                .params(id, person.value())
                .query((row, number) -> read(row, now))
                .optional();
    }

    /** The imports of a person that a dead node took with it, the latest first. */
    List<PastImport> interrupted(AccountId person, Instant now) {
        return jdbc.sql("select " + COLUMNS + " from course_import where account_id = ? and outcome is null"
                        + " and alive_at < ? order by started_at desc limit 20")
                .params(person.value(), utc(now.minus(SILENCE)))
                .query((row, number) -> read(row, now))
                .list();
    }

    void forget(UUID id, AccountId person) {
        jdbc.sql("delete from course_import where id = ? and account_id = ?")
                .params(id, person.value())
                .update();
    }

    private static PastImport read(ResultSet row, Instant now) throws SQLException {
        String outcome = row.getString("outcome");
        boolean silent = time(row, "alive_at").isBefore(now.minus(SILENCE));
        UUID course = row.getObject("course_id", UUID.class);
        return new PastImport(
                row.getObject("id", UUID.class),
                row.getString("name"),
                time(row, "started_at"),
                outcome != null ? End.valueOf(outcome) : silent ? End.INTERRUPTED : End.UNCERTAIN,
                course == null ? null : new CourseId(course));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    @Override
    public String name() {
        return "courseImports";
    }

    @Override
    public Set<String> tables() {
        return Set.of("course_import");
    }

    @Override
    public Object dataOf(AccountId account) {
        return jdbc.sql("select name, started_at from course_import where account_id = ? order by started_at")
                .param(account.value())
                .query((row, number) -> new Line(row.getString("name"), time(row, "started_at")))
                .list();
    }

    @EventListener
    void on(AccountErased erased) {
        jdbc.sql("delete from course_import where account_id = ?")
                .param(erased.account().value())
                .update();
    }

    private record Line(String source, Instant startedAt) {}
}
