package org.collegium.courses.importing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What imports say about people: who began them, and whose file is on its way. */
@Component
class ImportTraces implements PersonalDataExport {

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportTraces(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "courseImports";
    }

    @Override
    public Set<String> tables() {
        return Set.of("course_import_job", "course_upload");
    }

    @Override
    public Object dataOf(AccountId account) {
        return Map.of("imports", imports(account), "uploads", uploads(account));
    }

    private List<Begun> imports(AccountId account) {
        return jdbc.sql("select name, begun_at, outcome from course_import_job where account_id = ? order by begun_at")
                .param(account.value())
                .query((row, number) -> new Begun(
                        row.getString("name"),
                        row.getObject("begun_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        String.valueOf(row.getString("outcome"))))
                .list();
    }

    private List<OnItsWay> uploads(AccountId account) {
        return jdbc.sql("select name, size, heard_at from course_upload where account_id = ? order by heard_at")
                .param(account.value())
                .query((row, number) -> new OnItsWay(
                        row.getString("name"),
                        row.getLong("size"),
                        row.getObject("heard_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .list();
    }

    /** What goes on is ended. Files without a row are swept. */
    @EventListener
    void on(AccountErased erased) {
        jdbc.sql("update course_import_job set cancelled_at = ? where account_id = ? and ended_at is null")
                .params(ImportRows.utc(clock.instant()), erased.account().value())
                .update();
        jdbc.sql("update course_import_job set account_id = null where account_id = ?")
                .param(erased.account().value())
                .update();
        jdbc.sql("delete from course_upload where account_id = ?")
                .param(erased.account().value())
                .update();
    }

    private record Begun(String source, Instant begunAt, String outcome) {}

    private record OnItsWay(String file, long size, Instant heardAt) {}
}
