package org.collegium.integrity.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.integrity.IntegrityPermissions;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases for the staff of a run. Who looks at one is written down. Nothing but that nothing was wrong is decided before the learner
 * has spoken or the time for it is over.
 */
@Service
public class Cases {

    private static final String MAY = "@runAccess.may('" + IntegrityPermissions.CASES + "', #run)";

    private final CaseRows rows;
    private final CaseMails mails;
    private final VerdictsAct verdicts;
    private final RetriedTransactions transactions;
    private final Access access;
    private final Clock clock;

    Cases(
            CaseRows rows,
            CaseMails mails,
            VerdictsAct verdicts,
            RetriedTransactions transactions,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.mails = mails;
        this.verdicts = verdicts;
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The cases of a run, the latest first; one query, and one to see whose run it is.
     *
     * @param open only those that wait for a verdict
     */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<CaseListed> list(CourseRunId run, boolean open, PageRequest page) {
        return rows.list(run, open, page);
    }

    /** How many {@link #list} has; one query, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public int count(CourseRunId run, boolean open) {
        return rows.count(run, open);
    }

    /** A case of the run for somebody who looks at it, which is written down; empty when there is none. Three queries, and one to see whose run it is. */
    @PreAuthorize(MAY)
    public Optional<IntegrityCase> look(CourseRunId run, UUID id) {
        return transactions.run(() -> find(run, id).map(found -> {
            rows.act(id, null, CaseAct.Kind.LOOKED, access.actorId(), now(), "");
            return found;
        }));
    }

    /** What was done in a case, the latest first; three queries, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<CaseAct> acts(CourseRunId run, UUID id, PageRequest page) {
        return find(run, id).map(found -> rows.acts(id, page)).orElse(List.of());
    }

    /** How many {@link #acts} has; three queries, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public int countActs(CourseRunId run, UUID id) {
        return find(run, id).map(found -> rows.countActs(id)).orElse(0);
    }

    /**
     * Decides for one learner, or proposes it where another person must agree.
     *
     * @param seen the version of the party on which it is decided
     * @throws RuleViolation of the decision, when somebody was first, or when it is too early
     */
    @PreAuthorize(MAY)
    public PartyState decide(CourseRunId run, UUID id, UUID party, int seen, Decision decision) {
        decision.check();
        return transactions.run(() -> {
            IntegrityCase about = existing(run, id);
            CaseParty held = held(id, party, seen, PartyState.OPEN);
            if (decision.verdict() != Verdict.NO_MISCONDUCT
                    && held.statement().isEmpty()
                    && clock.instant().isBefore(about.statementDue())) {
                throw new RuleViolation("integrity.verdict.early");
            }
            PartyState after = about.secondPerson() ? PartyState.PROPOSED : PartyState.DECIDED;
            rows.decide(party, after, decision, access.actorId(), now());
            rows.act(
                    id,
                    party,
                    after == PartyState.DECIDED ? CaseAct.Kind.DECIDED : CaseAct.Kind.PROPOSED,
                    access.actorId(),
                    now(),
                    decision.words());
            if (after == PartyState.DECIDED) {
                verdicts.on(about, held, decision, access.actorId());
                mails.decided(about, held);
            }
            return after;
        });
    }

    /**
     * Says as the second person that a proposed verdict stands.
     *
     * @throws RuleViolation when it is one's own proposal, or something has changed
     */
    @PreAuthorize(MAY)
    public void agree(CourseRunId run, UUID id, UUID party, int seen) {
        transactions.run(() -> {
            IntegrityCase about = existing(run, id);
            CaseParty held = proposed(id, party, seen);
            rows.agree(party, now());
            rows.act(id, party, CaseAct.Kind.AGREED, access.actorId(), now(), "");
            Decision decision =
                    new Decision(Objects.requireNonNull(held.verdict()), held.takesPercent(), held.reason());
            rows.act(id, party, CaseAct.Kind.DECIDED, access.actorId(), now(), decision.words());
            verdicts.on(about, held, decision, access.actorId());
            mails.decided(about, held);
            return true;
        });
    }

    /**
     * Says as the second person that a proposed verdict does not stand; the case is open again.
     *
     * @throws RuleViolation as {@link #agree}, and without a reason
     */
    @PreAuthorize(MAY)
    public void disagree(CourseRunId run, UUID id, UUID party, int seen, String reason) {
        Decision.of(Verdict.NO_MISCONDUCT, reason).check();
        String why = reason.strip();
        transactions.run(() -> {
            IntegrityCase unused = existing(run, id);
            CaseParty held = proposed(id, party, seen);
            rows.reopen(held.id());
            rows.act(id, party, CaseAct.Kind.DISAGREED, access.actorId(), now(), why);
            return true;
        });
    }

    /**
     * Takes one's own proposal back; the case is open again.
     *
     * @throws RuleViolation when it is somebody else's, or something has changed
     */
    @PreAuthorize(MAY)
    public void takeBack(CourseRunId run, UUID id, UUID party, int seen) {
        transactions.run(() -> {
            IntegrityCase unused = existing(run, id);
            CaseParty held = held(id, party, seen, PartyState.PROPOSED);
            if (!isPerson(held.decidedBy())) {
                throw new RuleViolation("integrity.verdict.changed");
            }
            rows.reopen(held.id());
            rows.act(id, party, CaseAct.Kind.TAKEN_BACK, access.actorId(), now(), "");
            return true;
        });
    }

    /**
     * Opens again what was decided, for instance since the learner objects: they can say more, and somebody decides anew. What the verdict
     * took away stays until then.
     *
     * @param reason for the learner
     * @throws RuleViolation without a reason, and when something has changed
     */
    @PreAuthorize(MAY)
    public void reopen(CourseRunId run, UUID id, UUID party, int seen, String reason) {
        Decision.of(Verdict.NO_MISCONDUCT, reason).check();
        transactions.run(() -> {
            IntegrityCase about = existing(run, id);
            CaseParty held = held(id, party, seen, PartyState.DECIDED);
            rows.reopen(held.id());
            rows.act(id, party, CaseAct.Kind.REOPENED, access.actorId(), now(), reason.strip());
            mails.reopened(about, held, reason.strip());
            return true;
        });
    }

    /** Whether a verdict about this learner can take points away by itself; at most two queries. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public boolean acts(CourseRunId run, IntegrityCase about, CaseParty party) {
        return about.run().equals(run.value()) && verdicts.can(about, party);
    }

    private CaseParty proposed(UUID id, UUID party, int seen) {
        CaseParty held = held(id, party, seen, PartyState.PROPOSED);
        if (isPerson(held.decidedBy())) {
            throw new RuleViolation("integrity.verdict.own");
        }
        return held;
    }

    private CaseParty held(UUID id, UUID party, int seen, PartyState state) {
        return rows.held(id, party)
                .filter(found -> found.version() == seen && found.state() == state)
                .orElseThrow(() -> new RuleViolation("integrity.verdict.changed"));
    }

    /** Whoever is a learner in a case decides nothing in it. */
    private IntegrityCase existing(CourseRunId run, UUID id) {
        IntegrityCase found = find(run, id).orElseThrow(() -> new RuleViolation("integrity.verdict.changed"));
        if (found.parties().stream().map(CaseParty::learner).anyMatch(this::isPerson)) {
            throw new RuleViolation("integrity.verdict.concerned");
        }
        return found;
    }

    private boolean isPerson(@Nullable AccountId account) {
        return account != null && account.value().equals(access.actorId());
    }

    private Optional<IntegrityCase> find(CourseRunId run, UUID id) {
        return rows.find(id).filter(found -> found.run().equals(run.value()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
