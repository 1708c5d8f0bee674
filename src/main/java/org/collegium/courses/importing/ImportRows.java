package org.collegium.courses.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.EditedThings;
import org.collegium.courses.ImportPhase;
import org.collegium.courses.ImportResult;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.collegium.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code course_import_job}. */
@Component
class ImportRows {

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_FILE = 500;
    private static final String COLUMNS = """
            select id, partner_id, account_id, way, name, place, edits, phase, at_file, done, total, begun_at, cancelled_at,
                ended_at, outcome, failure, failure_text, course_id
            from course_import_job
            """;
    private static final String SEEN = """
            where (:all or partner_id in (:partners)) and (:course is null or course_id = :course)
            """;

    private final JdbcClient jdbc;

    ImportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which imports somebody may see, and of which course; null for all of them. */
    record Seen(
            boolean all,
            Collection<UUID> partners,
            @Nullable CourseId course) {}

    void begin(
            UUID id,
            PartnerId partner,
            @Nullable AccountId by,
            String way,
            String name,
            String place,
            EditedThings edits,
            Instant now) {
        jdbc.sql("""
                        insert into course_import_job (id, partner_id, account_id, way, name, place, edits, phase, begun_at)
                        values (?, ?, ?, ?, ?, ?, ?, 'WAITING', ?)
                        """)
                .param(id)
                .param(partner.value())
                .param(by == null ? null : by.value())
                .param(way)
                .param(cut(name, LONGEST_NAME))
                .param(place.isEmpty() ? null : place)
                .param(edits.name())
                .param(utc(now))
                .update();
    }

    Optional<ImportJob> find(UUID id) {
        return jdbc.sql(COLUMNS + " where id = ?")
                .param(id)
                .query(ImportRows::read)
                .optional();
    }

    /** Holds one until the end of the transaction. */
    Optional<ImportJob> held(UUID id) {
        return jdbc.sql(COLUMNS + " where id = ? for update")
                .param(id)
                .query(ImportRows::read)
                .optional();
    }

    /** What became of it with its report; empty while it goes on, and when it failed. */
    Optional<ImportResult> result(UUID id) {
        return jdbc.sql("select outcome, course_id, things, report from course_import_job"
                        + " where id = ? and outcome is not null and report is not null")
                .param(id)
                .query((row, number) -> KeptResult.read(row))
                .optional();
    }

    List<ImportJob> list(Seen seen, PageRequest page) {
        return bound(COLUMNS + SEEN + " order by begun_at desc, id desc limit :limit offset :offset", seen)
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query(ImportRows::read)
                .list();
    }

    int count(Seen seen) {
        return bound("select count(*) from course_import_job " + SEEN, seen)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec bound(String sql, Seen seen) {
        return jdbc.sql(sql)
                .param("all", seen.all())
                .param("partners", seen.partners().isEmpty() ? List.of(new UUID(0, 0)) : seen.partners())
                .param("course", seen.course() == null ? null : seen.course().value());
    }

    /** Those of a person that have ended and that they took no note of, the latest first. */
    List<ImportJob> unseen(AccountId person, int most) {
        return jdbc.sql(COLUMNS + " where account_id = ? and ended_at is not null and seen_at is null"
                        + " order by ended_at desc limit ?")
                .params(person.value(), most)
                .query(ImportRows::read)
                .list();
    }

    void seen(UUID id, AccountId person, Instant now) {
        jdbc.sql("update course_import_job set seen_at = ? where id = ? and account_id = ? and ended_at is not null")
                .params(utc(now), id, person.value())
                .update();
    }

    /** Notes that a node begins with it; returns how many did. */
    int tried(UUID id) {
        jdbc.sql(
                        "update course_import_job set tries = tries + 1, phase = 'WAITING', at_file = null, done = 0, total = 0"
                                + " where id = ?")
                .param(id)
                .update();
        return jdbc.sql("select tries from course_import_job where id = ?")
                .param(id)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Notes where it stands; false when it is not wanted any more. */
    boolean at(UUID id, ImportPhase phase, String file, int done, int total) {
        return jdbc.sql("""
                                update course_import_job set phase = ?, at_file = ?, done = ?, total = ?
                                where id = ? and ended_at is null and cancelled_at is null
                                """)
                        .param(phase.name())
                        .param(cut(file, LONGEST_FILE))
                        .param(done)
                        .param(total)
                        .param(id)
                        .update()
                == 1;
    }

    void cancel(UUID id, Instant now) {
        jdbc.sql(
                        "update course_import_job set cancelled_at = ? where id = ? and ended_at is null and cancelled_at is null")
                .params(utc(now), id)
                .update();
    }

    /** Lets it begin again; false when it goes on, or cannot. */
    boolean again(UUID id, EditedThings edits) {
        return jdbc.sql("""
                                update course_import_job set edits = ?, phase = 'WAITING', at_file = null, done = 0,
                                    total = 0, tries = 0, cancelled_at = null, ended_at = null, seen_at = null,
                                    outcome = null, failure = null, failure_text = null, things = null, report = null
                                where id = ? and outcome in ('CONFLICTING', 'FAILED')
                                """).params(edits.name(), id).update() == 1;
    }

    /** Notes the end with what is known of it; false when it had ended. */
    boolean ended(UUID id, ImportResult result, Instant now) {
        CourseId course = KeptResult.course(result);
        return jdbc.sql("""
                                update course_import_job set phase = 'ENDED', at_file = null, ended_at = ?, outcome = ?,
                                    course_id = ?, things = ?, report = ?
                                where id = ? and ended_at is null
                                """)
                        .param(utc(now))
                        .param(KeptResult.end(result).name())
                        .param(course == null ? null : course.value())
                        .param(KeptResult.things(result))
                        .param(KeptResult.report(result))
                        .param(id)
                        .update()
                == 1;
    }

    /** Notes that it could not be made; false when it had ended. */
    boolean failed(UUID id, ImportFailure failure, Instant now) {
        return jdbc.sql("""
                                update course_import_job set phase = 'ENDED', at_file = null, ended_at = ?,
                                    outcome = 'FAILED', failure = ?, failure_text = ?
                                where id = ? and ended_at is null
                                """)
                        .params(utc(now), failure.code(), cut(failure.text(), LONGEST_NAME), id)
                        .update()
                == 1;
    }

    /** Those that go on, or would if a node were at them. */
    List<UUID> open() {
        return jdbc.sql("select id from course_import_job where ended_at is null")
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    void forget(Instant before) {
        jdbc.sql("delete from course_import_job where ended_at < ?")
                .param(utc(before))
                .update();
    }

    private static ImportJob read(ResultSet row, int number) throws SQLException {
        UUID by = row.getObject("account_id", UUID.class);
        UUID course = row.getObject("course_id", UUID.class);
        String outcome = row.getString("outcome");
        return new ImportJob(
                row.getObject("id", UUID.class),
                new PartnerId(row.getObject("partner_id", UUID.class)),
                by == null ? null : new AccountId(by),
                row.getString("way"),
                row.getString("name"),
                empty(row.getString("place")),
                EditedThings.valueOf(row.getString("edits")),
                phase(row.getString("phase")),
                empty(row.getString("at_file")),
                row.getInt("done"),
                row.getInt("total"),
                row.getObject("begun_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getObject("cancelled_at") != null,
                time(row, "ended_at"),
                outcome == null ? null : ImportEnd.valueOf(outcome),
                row.getString("failure"),
                empty(row.getString("failure_text")),
                course == null ? null : new CourseId(course));
    }

    /** A newer node may know steps that this one does not. */
    private static ImportPhase phase(String word) {
        return Arrays.stream(ImportPhase.values())
                .filter(phase -> phase.name().equals(word))
                .findFirst()
                .orElse(ImportPhase.WAITING);
    }

    private static String empty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String cut(String text, int longest) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(text.codePointCount(0, text.length()), longest)));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
