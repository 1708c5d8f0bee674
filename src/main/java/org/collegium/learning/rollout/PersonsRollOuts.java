package org.collegium.learning.rollout;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What roll-outs remember of people: what they meant for a learner goes with the account, of who began one only the name. */
@Component
class PersonsRollOuts implements PersonalDataExport {

    private final JdbcClient jdbc;

    PersonsRollOuts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "roll-outs";
    }

    @Override
    public Set<String> tables() {
        return Set.of("roll_out", "roll_out_learner");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        List<Carried> carried = jdbc.sql("""
                        select run_id, before_done, before_total, after_done, after_total, completed, carried_at, read_at
                        from roll_out_learner where learner_id = ? order by carried_at
                        """)
                .param(account.value())
                .query((row, number) -> new Carried(
                        row.getString(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getBoolean(6),
                        RollOutRows.time(row, 7).orElseThrow(),
                        RollOutRows.time(row, 8).orElse(null)))
                .list();
        List<Begun> begun = jdbc.sql("""
                        select course.title, version.number, roll_out.begun_at from roll_out
                        join course on course.id = roll_out.course_id
                        join course_version version on version.id = roll_out.version_id
                        where roll_out.begun_by = ? order by roll_out.begun_at
                        """)
                .param(account.value())
                .query((row, number) -> new Begun(
                        row.getString(1),
                        row.getInt(2),
                        row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .list();
        return new All(carried, begun);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        jdbc.sql("delete from roll_out_learner where learner_id = ?")
                .param(erased.account().value())
                .update();
        jdbc.sql("update roll_out set begun_by = null where begun_by = ?")
                .param(erased.account().value())
                .update();
    }

    private record All(List<Carried> moves, List<Begun> begun) {}

    private record Carried(
            String run,
            int doneBefore,
            int totalBefore,
            int doneAfter,
            int totalAfter,
            boolean completed,
            Instant at,
            @Nullable Instant readAt) {}

    private record Begun(String course, int version, Instant at) {}
}
