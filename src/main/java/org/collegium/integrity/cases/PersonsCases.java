package org.collegium.integrity.cases;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person may take with them of cases: those about themselves with evidence, statements and verdict, and what they did in others
 * as staff. What is about them goes with the account; from what they did their name goes.
 */
@Component
class PersonsCases implements PersonalDataExport {

    private final JdbcClient jdbc;
    private final CaseRows rows;

    PersonsCases(JdbcClient jdbc, CaseRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public String name() {
        return "integrityCases";
    }

    @Override
    public Set<String> tables() {
        return Set.of("integrity_case", "integrity_party", "integrity_act");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        List<About> about = jdbc
                .sql("select case_id from integrity_party where learner_id = ?")
                .param(account.value())
                .query(UUID.class)
                .list()
                .stream()
                .flatMap(id -> rows.of(id, account).flatMap(party -> about(id, party)).stream())
                .toList();
        return new Parts(
                about,
                jdbc.sql("select case_id, kind, done_at from integrity_act where done_by = ? order by done_at")
                        .param(account.value())
                        .query((row, number) -> new Act(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getObject(3, Timestamp.class).toInstant()))
                        .list());
    }

    private Optional<About> about(UUID id, CaseParty party) {
        return rows.find(id)
                .map(found -> new About(
                        found.run(),
                        found.unitKey(),
                        found.concern(),
                        found.openedAt(),
                        found.statementDue(),
                        party.evidence(),
                        rows.statements(party.id()),
                        party.state() == PartyState.DECIDED ? party.verdict() : null,
                        party.state() == PartyState.DECIDED ? party.reason() : ""));
    }

    /** A case that concerns nobody any more goes too. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        for (String rule : List.of(
                "delete from integrity_party where learner_id = ?",
                "update integrity_case set opened_by = null where opened_by = ?",
                "update integrity_party set decided_by = null where decided_by = ?",
                "update integrity_act set done_by = null where done_by = ?")) {
            jdbc.sql(rule).param(erased.account().value()).update();
        }
        jdbc.sql("delete from integrity_case where not exists"
                        + " (select 1 from integrity_party party where party.case_id = integrity_case.id)")
                .update();
    }

    private record Parts(List<About> about, List<Act> done) {}

    private record About(
            UUID run,
            String unit,
            String concern,
            Instant openedAt,
            Instant statementDue,
            Evidence evidence,
            List<OwnCase.Statement> statements,
            @Nullable Verdict verdict,
            String reason) {}

    private record Act(UUID id, String kind, Instant at) {}
}
