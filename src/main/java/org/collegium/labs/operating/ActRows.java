package org.collegium.labs.operating;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what to grading, and when. */
@Component
class ActRows {

    private final JdbcClient jdbc;

    ActRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Part of the transaction of what was done. */
    void add(Instant at, @Nullable UUID by, GradingAct.Kind kind, String subject, String words) {
        jdbc.sql("insert into lab_act (id, done_at, done_by, kind, subject, words)"
                        + " values (?, ?, ?, ?, nullif(?, ''), nullif(?, ''))")
                .param(Uuids.next())
                .param(at)
                .param(by)
                .params(List.of(kind.name(), subject, words))
                .update();
    }

    List<GradingAct> latest(PageRequest page) {
        return jdbc.sql("select done_at, done_by, kind, subject, words from lab_act"
                        + " order by done_at desc, id desc limit ? offset ?")
                .params(page.limit(), page.offset())
                .query((row, number) -> new GradingAct(
                        row.getObject(1, Timestamp.class).toInstant(),
                        Optional.ofNullable(row.getObject(2, UUID.class)).map(AccountId::new),
                        GradingAct.Kind.valueOf(row.getString(3)),
                        Objects.requireNonNullElse(row.getString(4), ""),
                        Objects.requireNonNullElse(row.getString(5), "")))
                .list();
    }

    int count() {
        return jdbc.sql("select count(*) from lab_act").query(Integer.class).single();
    }

    List<GradingAct> of(AccountId person) {
        return jdbc.sql("select done_at, kind, subject, words from lab_act where done_by = ? order by done_at")
                .param(person.value())
                .query((row, number) -> new GradingAct(
                        row.getObject(1, Timestamp.class).toInstant(),
                        Optional.of(person),
                        GradingAct.Kind.valueOf(row.getString(2)),
                        Objects.requireNonNullElse(row.getString(3), ""),
                        Objects.requireNonNullElse(row.getString(4), "")))
                .list();
    }

    void forget(AccountId person) {
        jdbc.sql("update lab_act set done_by = null where done_by = ?")
                .param(person.value())
                .update();
        jdbc.sql("update lab_halt set halted_by = null where halted_by = ?")
                .param(person.value())
                .update();
    }
}
