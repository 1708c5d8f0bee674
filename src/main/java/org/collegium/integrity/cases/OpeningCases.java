package org.collegium.integrity.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.collegium.assessment.AttemptId;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.integrity.IntegrityPermissions;
import org.collegium.integrity.IntegritySettings;
import org.collegium.integrity.similarity.Comparisons;
import org.collegium.integrity.similarity.FoundPair;
import org.collegium.integrity.similarity.Passage;
import org.collegium.integrity.similarity.SideBySide;
import org.collegium.integrity.similarity.Wording;
import org.collegium.integrity.trace.TracedAttempt;
import org.collegium.integrity.trace.Traces;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Opens cases from what somebody has looked at; what they saw is kept as it is now, and those whom it concerns get a mail. */
@Service
public class OpeningCases {

    private static final String MAY = "@runAccess.may('" + IntegrityPermissions.CASES + "', #run)";

    private final CaseRows rows;
    private final CaseMails mails;
    private final Comparisons comparisons;
    private final Traces traces;
    private final CourseRuns runs;
    private final CourseVersions versions;
    private final IntegritySettings settings;
    private final RetriedTransactions transactions;
    private final ApplicationEventPublisher events;
    private final Access access;
    private final Clock clock;

    OpeningCases(
            CaseRows rows,
            CaseMails mails,
            Comparisons comparisons,
            Traces traces,
            CourseRuns runs,
            CourseVersions versions,
            IntegritySettings settings,
            RetriedTransactions transactions,
            ApplicationEventPublisher events,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.mails = mails;
        this.comparisons = comparisons;
        this.traces = traces;
        this.runs = runs;
        this.versions = versions;
        this.settings = settings;
        this.transactions = transactions;
        this.events = events;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Opens a case about two texts, for both learners.
     *
     * @throws RuleViolation when there is no such pair any more, or of what is said
     */
    @PreAuthorize(MAY)
    public UUID ofPair(CourseRunId run, UUID pair, NewCase said) {
        said.check(clock.instant(), settings.statementTime());
        SideBySide found = comparisons.find(run, pair).orElseThrow(() -> new RuleViolation("integrity.case.nothing"));
        FoundPair about = found.pair();
        return open(
                run,
                about.unitKey(),
                about.part(),
                CaseKind.PAIR,
                said,
                List.of(party(about.left(), 1, texts(found, false)), party(about.right(), 2, texts(found, true))));
    }

    /**
     * Opens a case about what happened in an attempt.
     *
     * @throws RuleViolation when there is no trace of it, or of what is said
     */
    @PreAuthorize(MAY)
    public UUID ofTrace(CourseRunId run, AttemptId attempt, NewCase said) {
        said.check(clock.instant(), settings.statementTime());
        TracedAttempt found = traces.find(run, attempt).orElseThrow(() -> new RuleViolation("integrity.case.nothing"));
        return open(
                run,
                found.facts().unitKey(),
                "",
                CaseKind.TRACE,
                said,
                List.of(party(
                        found.facts().learner(),
                        1,
                        new Evidence(0, false, "", List.of(), List.of(), found.moments(), attempt.value()))));
    }

    private UUID open(
            CourseRunId run, String unitKey, String part, CaseKind kind, NewCase said, List<CaseParty> parties) {
        UUID by = access.actorId();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        IntegrityCase opened = new IntegrityCase(
                Uuids.next(),
                run.value(),
                unitKey,
                title(run, unitKey),
                part,
                kind,
                said.concern(),
                said.secondPerson(),
                "",
                now,
                said.statementDue(),
                parties);
        return transactions.run(() -> write(opened, by));
    }

    private UUID write(IntegrityCase opened, @Nullable UUID by) {
        rows.add(opened, by);
        rows.act(opened.id(), null, CaseAct.Kind.OPENED, by, opened.openedAt(), opened.concern());
        mails.opened(opened);
        events.publishEvent(
                new CaseOpened(opened.parties().stream().map(CaseParty::learner).toList()));
        return opened.id();
    }

    private static CaseParty party(AccountId learner, int place, Evidence evidence) {
        return new CaseParty(
                Uuids.next(), learner, "", place, 0, PartyState.OPEN, evidence, "", null, null, 0, "", null, null);
    }

    private static Evidence texts(SideBySide found, boolean turned) {
        List<Passage> passages = found.passages().stream()
                .map(each -> turned ? each.turned() : each)
                .sorted((one, other) -> Integer.compare(one.leftStart(), other.leftStart()))
                .toList();
        String other = turned ? found.left() : found.right();
        return new Evidence(
                found.pair().share(),
                found.wording() == Wording.CODE,
                turned ? found.right() : found.left(),
                passages.stream()
                        .map(each -> other.substring(each.rightStart(), each.rightEnd()))
                        .toList(),
                passages,
                List.of(),
                null);
    }

    private String title(CourseRunId run, String unitKey) {
        return runs.find(run)
                .map(CourseRun::version)
                .flatMap(versions::find)
                .map(CourseVersion::manifest)
                .flatMap(manifest -> manifest.unit(unitKey))
                .map(CourseUnit::title)
                .orElse(unitKey);
    }
}
