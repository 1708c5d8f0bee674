package org.collegium.integrity.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Cases, those whom they concern, and what was done. */
@Component
class CaseRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String PARTIES = """
            select party.id, party.learner_id, person.name, party.place, party.version, party.state, party.evidence,
                party.statement, party.statement_at, party.verdict, party.reason, party.decided_by, party.decided_at,
                coalesce(party.takes_percent, 0)
            from integrity_party party join account person on person.id = party.learner_id
            """;

    private static final String CASES = """
            select found.id, found.run_id, found.unit_key, found.unit_title, found.question_key, found.kind,
                found.concern, found.second_person, opener.name, found.opened_at, found.statement_due_at
            from integrity_case found left join account opener on opener.id = found.opened_by
            """;

    private static final String OF_RUN = """
             from integrity_case found where found.run_id = :run and (:open = false or exists
                (select 1 from integrity_party party where party.case_id = found.id and party.state <> 'DECIDED'))
            """;

    private final JdbcClient jdbc;

    CaseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(IntegrityCase opened, @Nullable UUID by) {
        jdbc.sql("""
                        insert into integrity_case (id, run_id, unit_key, unit_title, question_key, kind, concern,
                            second_person, opened_by, opened_at, statement_due_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(opened.id(), opened.run(), opened.unitKey(), opened.unitTitle(), opened.part())
                .params(opened.kind().name(), opened.concern())
                .param(opened.secondPerson())
                .param(by)
                .param(opened.openedAt())
                .param(opened.statementDue())
                .update();
        opened.parties()
                .forEach(party -> jdbc.sql("""
                        insert into integrity_party (id, case_id, learner_id, place, version, state, evidence)
                        values (?, ?, ?, ?, 0, 'OPEN', ?)
                        """)
                        .params(party.id(), opened.id(), party.learner().value(), party.place())
                        .param(JSON.writeValueAsString(party.evidence()))
                        .update());
    }

    Optional<IntegrityCase> find(UUID id) {
        return jdbc.sql(CASES + " where found.id = ?")
                .param(id)
                .query((row, number) -> row(row, parties(id)))
                .optional();
    }

    private List<CaseParty> parties(UUID id) {
        return jdbc.sql(PARTIES + " where party.case_id = ? order by party.place")
                .param(id)
                .query(CaseRows::party)
                .list();
    }

    /** The party, held until the transaction ends. */
    Optional<CaseParty> held(UUID caseId, UUID party) {
        return jdbc.sql("select id from integrity_party where id = ? and case_id = ? for update")
                .params(party, caseId)
                .query(UUID.class)
                .optional()
                .flatMap(id -> jdbc.sql(PARTIES + " where party.id = ?")
                        .param(id)
                        .query(CaseRows::party)
                        .optional());
    }

    Optional<CaseParty> of(UUID caseId, AccountId learner) {
        return jdbc.sql(PARTIES + " where party.case_id = ? and party.learner_id = ?")
                .params(caseId, learner.value())
                .query(CaseRows::party)
                .optional();
    }

    List<CaseListed> list(CourseRunId run, boolean open, PageRequest page) {
        return jdbc.sql("""
                        select found.id, found.unit_title, found.kind,
                            (select group_concat(person.name order by party.place separator ', ')
                             from integrity_party party join account person on person.id = party.learner_id
                             where party.case_id = found.id),
                            (select count(*) from integrity_party party where party.case_id = found.id),
                            (select count(*) from integrity_party party
                             where party.case_id = found.id and party.state <> 'DECIDED'),
                            (select count(*) from integrity_party party
                             where party.case_id = found.id and party.statement is not null),
                            found.opened_at, found.statement_due_at
                        """ + OF_RUN + " order by found.opened_at desc, found.id limit :limit offset :offset")
                .param("run", run.value())
                .param("open", open)
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, number) -> new CaseListed(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        CaseKind.valueOf(row.getString(3)),
                        Objects.requireNonNullElse(row.getString(4), ""),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        sure(row, 8),
                        sure(row, 9)))
                .list();
    }

    int count(CourseRunId run, boolean open) {
        return jdbc.sql("select count(*)" + OF_RUN)
                .param("run", run.value())
                .param("open", open)
                .query(Integer.class)
                .single();
    }

    /** The case that waits longest for this learner's first statement; none where they said something everywhere. */
    Optional<UUID> waitingFor(AccountId learner) {
        return jdbc.sql("""
                        select party.case_id from integrity_party party
                        join integrity_case found on found.id = party.case_id
                        where party.learner_id = ? and party.state <> 'DECIDED' and party.statement is null
                        order by found.statement_due_at limit 1
                        """).param(learner.value()).query(UUID.class).optional();
    }

    void state(UUID party, String statement, Instant now) {
        jdbc.sql("update integrity_party set statement = ?, statement_at = ?, version = version + 1 where id = ?")
                .params(statement, now, party)
                .update();
    }

    void decide(UUID party, PartyState state, Decision decision, @Nullable UUID by, Instant now) {
        jdbc.sql("""
                        update integrity_party set state = ?, verdict = ?, takes_percent = ?, reason = ?, decided_by = ?, decided_at = ?,
                            version = version + 1 where id = ?
                        """)
                .param(state.name())
                .param(decision.verdict().name())
                .param(decision.verdict().reduces() ? decision.takesPercent() : null)
                .param(decision.reason())
                .param(by)
                .param(now)
                .param(party)
                .update();
    }

    /** What was proposed stands from now on. */
    void agree(UUID party, Instant now) {
        jdbc.sql("update integrity_party set state = 'DECIDED', decided_at = ?, version = version + 1 where id = ?")
                .params(now, party)
                .update();
    }

    /** What was proposed or decided is no verdict any more; it stays among the acts. */
    void reopen(UUID party) {
        jdbc.sql("""
                        update integrity_party set state = 'OPEN', verdict = null, takes_percent = null, reason = null, decided_by = null,
                            decided_at = null, version = version + 1 where id = ?
                        """).param(party).update();
    }

    void act(UUID caseId, @Nullable UUID party, CaseAct.Kind kind, @Nullable UUID by, Instant now, String words) {
        jdbc.sql("""
                        insert into integrity_act (id, case_id, party_id, kind, done_by, done_at, words)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Uuids.next(), caseId)
                .param(party)
                .param(kind.name())
                .param(by)
                .param(now)
                .param(words)
                .update();
    }

    List<CaseAct> acts(UUID caseId, PageRequest page) {
        return jdbc.sql("""
                        select act.kind, doer.name, person.name, act.done_at, act.words from integrity_act act
                        left join account doer on doer.id = act.done_by
                        left join integrity_party party on party.id = act.party_id
                        left join account person on person.id = party.learner_id
                        where act.case_id = ? order by act.done_at desc, act.id desc limit ? offset ?
                        """)
                .params(caseId, page.limit(), page.offset())
                .query((row, number) -> new CaseAct(
                        CaseAct.Kind.valueOf(row.getString(1)), text(row, 2), text(row, 3), sure(row, 4), text(row, 5)))
                .list();
    }

    int countActs(UUID caseId) {
        return jdbc.sql("select count(*) from integrity_act where case_id = ?")
                .param(caseId)
                .query(Integer.class)
                .single();
    }

    /** What a learner said, the latest last. */
    List<OwnCase.Statement> statements(UUID party) {
        return jdbc.sql(
                        "select done_at, words from integrity_act where party_id = ? and kind = 'STATED' order by done_at")
                .param(party)
                .query((row, number) -> new OwnCase.Statement(sure(row, 1), text(row, 2)))
                .list();
    }

    private static IntegrityCase row(ResultSet row, List<CaseParty> parties) throws SQLException {
        return new IntegrityCase(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                CaseKind.valueOf(row.getString(6)),
                row.getString(7),
                row.getBoolean(8),
                text(row, 9),
                sure(row, 10),
                sure(row, 11),
                parties);
    }

    private static CaseParty party(ResultSet row, int number) throws SQLException {
        String verdict = row.getString(10);
        UUID by = row.getObject(12, UUID.class);
        return new CaseParty(
                row.getObject(1, UUID.class),
                new AccountId(row.getObject(2, UUID.class)),
                row.getString(3),
                row.getInt(4),
                row.getInt(5),
                PartyState.valueOf(row.getString(6)),
                JSON.readValue(row.getString(7), Evidence.class),
                text(row, 8),
                time(row, 9),
                verdict == null ? null : Verdict.valueOf(verdict),
                row.getInt(14),
                text(row, 11),
                by == null ? null : new AccountId(by),
                time(row, 13));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private static Instant sure(ResultSet row, int column) throws SQLException {
        return row.getObject(column, Timestamp.class).toInstant();
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        Timestamp time = row.getObject(column, Timestamp.class);
        return time == null ? null : time.toInstant();
    }
}
