package org.collegium.integrity.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Rules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases for the learner whom they concern: the evidence about themselves, what they say to it, and what came of it. */
@Service
public class OwnCases {

    /** The most characters of a statement. */
    public static final int LONGEST_STATEMENT = 10_000;

    private static final String OWN = "@access.is(#learner)";

    /** So often a learner may say something; more belongs into a conversation. */
    private static final int MOST_STATEMENTS = 20;

    private final CaseRows rows;
    private final CaseMails mails;
    private final JdbcClient jdbc;
    private final RetriedTransactions transactions;
    private final Clock clock;

    OwnCases(CaseRows rows, CaseMails mails, JdbcClient jdbc, RetriedTransactions transactions, Clock clock) {
        this.rows = rows;
        this.mails = mails;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A case that concerns the learner; empty when there is none. That they look is written down. Four queries. */
    @PreAuthorize(OWN)
    public Optional<OwnCase> look(AccountId learner, UUID id) {
        return transactions.run(() -> rows.of(id, learner).flatMap(party -> {
            rows.act(id, party.id(), CaseAct.Kind.LOOKED, learner.value(), now(), "");
            return rows.find(id).map(found -> seen(found, party));
        }));
    }

    /** Whether there is such a case; one query. */
    @PreAuthorize(OWN)
    @Transactional(readOnly = true)
    public boolean concerns(AccountId learner, UUID id) {
        return rows.of(id, learner).isPresent();
    }

    /** The case that waits for something that this learner has to say; one query. */
    @PreAuthorize(OWN)
    @Transactional(readOnly = true)
    public Optional<UUID> waiting(AccountId learner) {
        return rows.waitingFor(learner);
    }

    /**
     * Says something to a case that is not decided. What was said before stays in the history.
     *
     * @param words 1 to {@link #LONGEST_STATEMENT} characters
     * @throws RuleViolation when it is empty or too long, or the case is decided
     */
    @PreAuthorize(OWN)
    public void state(AccountId learner, UUID id, String words) {
        String said = words.strip();
        new Rules()
                .that(!said.isEmpty(), "integrity.statement.missing")
                .that(said.length() <= LONGEST_STATEMENT, "integrity.statement.long", LONGEST_STATEMENT, said.length())
                .hold();
        transactions.run(() -> {
            CaseParty party = rows.of(id, learner)
                    .flatMap(own -> rows.held(id, own.id()))
                    .filter(held -> held.state() != PartyState.DECIDED)
                    .orElseThrow(() -> new RuleViolation("integrity.statement.decided"));
            if (rows.statements(party.id()).size() >= MOST_STATEMENTS) {
                throw new RuleViolation("integrity.statement.many", MOST_STATEMENTS);
            }
            if (party.state() == PartyState.PROPOSED) {
                // It was proposed without knowing this.
                rows.reopen(party.id());
            }
            rows.state(party.id(), said, now());
            rows.act(id, party.id(), CaseAct.Kind.STATED, learner.value(), now(), said);
            tellOpener(id);
            return true;
        });
    }

    private void tellOpener(UUID id) {
        jdbc.sql("select opened_by from integrity_case where id = ? and opened_by is not null")
                .param(id)
                .query(UUID.class)
                .optional()
                .ifPresent(opener -> rows.find(id).ifPresent(about -> mails.stated(about, opener)));
    }

    /** A verdict that waits for a second person is none yet. */
    private OwnCase seen(IntegrityCase found, CaseParty party) {
        boolean decided = party.state() == PartyState.DECIDED;
        return new OwnCase(
                found.id(),
                found.run(),
                found.unitKey(),
                found.unitTitle(),
                found.kind(),
                found.concern(),
                found.openedAt(),
                found.statementDue(),
                party.evidence(),
                rows.statements(party.id()),
                decided ? party.verdict() : null,
                decided ? party.takesPercent() : 0,
                decided ? party.reason() : "",
                decided ? party.decidedAt() : null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
