package org.collegium.assessment.bank;

import java.time.Instant;
import java.util.Set;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who saved a version of a question. With an account only the name goes, since the question is the partner's. */
@Component
class PersonsItems implements PersonalDataExport {

    private final JdbcClient jdbc;

    PersonsItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "questionBank";
    }

    @Override
    public Set<String> tables() {
        return Set.of("bank_item_version");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return jdbc.sql("""
                        select item.item_key, version.number, version.note, version.saved_at
                        from bank_item_version version join bank_item item on item.id = version.item_id
                        where version.author_id = ? order by version.saved_at
                        """)
                .param(account.value())
                .query((row, number) -> new Line(
                        row.getString(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        jdbc.sql("update bank_item_version set author_id = null where author_id = ?")
                .param(erased.account().value())
                .update();
    }

    private record Line(String question, int version, String note, Instant savedAt) {}
}
