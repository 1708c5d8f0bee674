package org.collegium.integrity.similarity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person may take with them of comparisons: which of their texts have how much in common with another, without saying whose
 * that is, and which comparisons they had done. Pairs go with the account; from comparisons the name goes.
 */
@Component
class PersonsComparisons implements PersonalDataExport {

    private final JdbcClient jdbc;

    PersonsComparisons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "textComparisons";
    }

    @Override
    public Set<String> tables() {
        return Set.of("integrity_pair", "integrity_comparison");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return new Parts(
                jdbc.sql("""
                                select comparison.run_id, comparison.unit_key, pair.part_key,
                                    if(pair.left_learner = :person, pair.left_id, pair.right_id), pair.share
                                from integrity_pair pair
                                join integrity_comparison comparison on comparison.id = pair.comparison_id
                                where pair.left_learner = :person or pair.right_learner = :person
                                order by pair.share desc
                                """)
                        .param("person", account.value())
                        .query((row, number) -> new Line(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getDouble(5)))
                        .list(),
                jdbc.sql("select run_id, unit_key, begun_at from integrity_comparison where begun_by = ?")
                        .param(account.value())
                        .query((row, number) -> new Act(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getObject(3, Timestamp.class).toInstant()))
                        .list());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        for (String rule : List.of(
                "delete from integrity_pair where left_learner = ?",
                "delete from integrity_pair where right_learner = ?",
                "update integrity_comparison set begun_by = null where begun_by = ?")) {
            jdbc.sql(rule).param(erased.account().value()).update();
        }
    }

    private record Parts(List<Line> inCommonWithOthers, List<Act> comparisonsBegun) {}

    private record Line(UUID run, String unit, String part, String text, double share) {}

    private record Act(UUID run, String unit, Instant at) {}
}
