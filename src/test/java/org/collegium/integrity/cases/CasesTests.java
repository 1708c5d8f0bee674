package org.collegium.integrity.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.collegium.activity.ActivityCompleted;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.HandedInWork;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.GradingAgain;
import org.collegium.assessment.ResultNotes;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.enrolment.AdasWorkTest;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.collegium.integrity.AlikeTexts;
import org.collegium.integrity.ForgettingForTests;
import org.collegium.integrity.IntegrityPermissions;
import org.collegium.integrity.similarity.ComparingForTests;
import org.collegium.integrity.similarity.Comparisons;
import org.collegium.integrity.trace.TraceAddress;
import org.collegium.integrity.trace.Traces;
import org.collegium.labs.CellGrade;
import org.collegium.labs.work.HandedIn;
import org.collegium.labs.work.LabCourse;
import org.collegium.labs.work.LabSubmission;
import org.collegium.labs.work.LabWork;
import org.collegium.labs.work.SubmissionGrades;
import org.collegium.labs.work.SubmissionId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Cases from two texts or from a trace: evidence, statement, verdict, and who may what. */
@Tag("module")
class CasesTests extends AdasWorkTest {

    private static final PageRequest FIRST = new PageRequest(0, 50);
    private static final Verdict WARNING = Verdict.WARNING;
    private static final Verdict REDUCED = Verdict.REDUCED_ATTEMPT;

    @Autowired
    private OpeningCases opening;

    @Autowired
    private Cases cases;

    @Autowired
    private OwnCases own;

    @Autowired
    private ResultNotes notes;

    @Autowired
    private GradingAgain grading;

    @Autowired
    private PersonsCases persons;

    @Autowired
    private TraceAddress traces;

    @Autowired
    private Traces reading;

    @Autowired
    private Comparisons comparisons;

    @Autowired
    private CaseRows rows;

    private AlikeTexts texts;
    private AccountId ira;
    private UUID pair;

    @BeforeEach
    void twoTextsWereFoundAlike() {
        texts = new AlikeTexts(beans, fixtures);
        ira = texts.signInStaff("Ira Instructor");
        pair = ComparingForTests.pair(beans, texts.run, AlikeTexts.UNIT);
    }

    @Test
    void bothLearnersHearOfItWithTheEvidenceAndWithoutAName() {
        UUID id = open(false);

        assertThat(texts.mails(texts.ada))
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .startsWith("A question about your work in Check yourself")
                        .contains("Please answer until", "/integrity/" + id)
                        .doesNotContain("Ben"));
        assertThat(texts.mails(texts.ben)).hasSize(1);
        assertThat(texts.mails(texts.cleo)).isEmpty();
        fixtures.signIn(texts.ada);
        OwnCase seen = own.look(texts.ada, id).orElseThrow();
        assertThat(seen.concern()).isEqualTo("How did this passage come about?");
        assertThat(seen.evidence().own()).contains("I think so").doesNotContain("More data would");
        assertThat(seen.evidence().others())
                .singleElement()
                .satisfies(other -> assertThat(other).isEqualToIgnoringCase(AlikeTexts.COPIED));
        assertThat(seen.toString()).doesNotContain("Ben", texts.ben.toString(), "More data would");
        assertThat(own.waiting(texts.ada)).contains(id);
    }

    @Test
    void evidenceStaysAsItWasAndEveryLookIsWrittenDown() {
        UUID id = open(false);
        jdbc.sql("update quiz_answer set answer = '[\"other\"]' where attempt_id in (?, ?)")
                .params(
                        texts.attempt(texts.ada).id().value(),
                        texts.attempt(texts.ben).id().value())
                .update();

        IntegrityCase found = cases.look(texts.run, id).orElseThrow();

        assertThat(found.parties())
                .hasSize(2)
                .allSatisfy(party -> assertThat(party.evidence().own().toLowerCase(Locale.ROOT))
                        .contains(AlikeTexts.COPIED));
        fixtures.signIn(texts.ben);
        assertThat(own.look(texts.ben, id)).isPresent();
        texts.signIn(ira);
        assertThat(cases.acts(texts.run, id, FIRST))
                .extracting(act -> act.kind() + " " + act.by())
                .containsExactly("LOOKED Ben Beside", "LOOKED Ira Instructor", "OPENED Ira Instructor");
        assertThat(cases.countActs(texts.run, id)).isEqualTo(3);
    }

    @Test
    void nothingIsDecidedAgainstALearnerBeforeTheyAnsweredOrTheTimeIsOver() {
        UUID id = open(false);
        CaseParty ada = party(id, texts.ada);
        refused("integrity.verdict.early", () -> decide(id, ada, WARNING, "Copied"));
        refused("integrity.verdict.reason.missing", () -> decide(id, ada, WARNING, "  "));
        refused("integrity.verdict.reason.long", () -> decide(id, ada, WARNING, "x".repeat(2_001)));

        fixtures.signIn(texts.ada);
        refused("integrity.statement.missing", () -> own.state(texts.ada, id, " "));
        refused("integrity.statement.long", () -> own.state(texts.ada, id, "x".repeat(10_001)));
        own.state(texts.ada, id, "We learned together.");
        own.state(texts.ada, id, "We learned together, and I should have said so.");
        assertThat(own.waiting(texts.ada)).isEmpty();
        assertThat(texts.mails(ira))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail)
                        .startsWith("An answer in the case about Check yourself")
                        .doesNotContain("learned together"));

        texts.signIn(ira);
        refused("integrity.verdict.changed", () -> decide(id, ada, WARNING, "Seen before the answer"));
        CaseParty answered = party(id, texts.ada);
        assertThat(answered.statement()).endsWith("said so.");
        assertThat(decide(id, answered, WARNING, "Say so the next time.")).isEqualTo(PartyState.DECIDED);
        assertThat(texts.mails(texts.ada).getLast()).startsWith("Decided: the question about your work");
        refused("integrity.verdict.changed", () -> decide(id, party(id, texts.ada), WARNING, "Again"));
        CaseParty ben = party(id, texts.ben);
        refused("integrity.verdict.early", () -> decide(id, ben, Verdict.ZERO_ATTEMPT, "He did not answer"));
        assertThat(decide(id, ben, Verdict.NO_MISCONDUCT, "It was his text.")).isEqualTo(PartyState.DECIDED);

        fixtures.signIn(texts.ada);
        OwnCase seen = own.look(texts.ada, id).orElseThrow();
        assertThat(seen.verdict()).isEqualTo(WARNING);
        assertThat(seen.statements()).extracting(OwnCase.Statement::words).hasSize(2);
        assertThat(seen.toString()).doesNotContain("It was his text");
        refused("integrity.statement.decided", () -> own.state(texts.ada, id, "More"));
    }

    @Test
    void whenTheTimeIsOverItCanBeDecidedWithoutAnAnswer() {
        UUID id = open(false);
        jdbc.sql("update integrity_case set statement_due_at = now(6) - interval 1 minute where id = ?")
                .param(id)
                .update();

        assertThat(decide(id, party(id, texts.ada), Verdict.ZERO_QUESTION, "No answer came."))
                .isEqualTo(PartyState.DECIDED);
    }

    @Test
    void aVerdictTakesPointsAndAnotherGivesThemBack() {
        AttemptId attempt = texts.attempt(texts.ada).id();
        mark(attempt);
        double before = score(attempt);
        assertThat(before).isPositive();
        UUID id = open(true);
        AttemptId later = texts.again(texts.ada);
        jdbc.sql("update integrity_case set statement_due_at = now(6) - interval 1 minute where id = ?")
                .param(id)
                .update();
        AccountId ole = texts.signInStaff("Ole Other");
        refused("integrity.verdict.percent.range", () -> decide(id, texts.ada, new Decision(REDUCED, 0, "Part of it")));
        decide(id, texts.ada, new Decision(REDUCED, 40, "Part of it is not yours"));
        assertThat(score(attempt)).as("proposed only").isEqualTo(before);

        texts.signIn(ira);
        agree(id);
        assertThat(score(attempt)).isCloseTo(before * 0.6, within(1e-9));
        fixtures.signIn(texts.ada);
        assertThat(notes.of(texts.ada, attempt).deductions()).singleElement().satisfies(taken -> {
            assertThat(taken.keeps()).isEqualTo(0.6);
            assertThat(taken.reason()).isEqualTo("Part of it is not yours");
        });
        assertThat(notes.of(texts.ada, later).deductions())
                .as("what was handed in after the case was opened")
                .isEmpty();
        assertThat(own.look(texts.ada, id).orElseThrow().takesPercent()).isEqualTo(40);
        refused("integrity.statement.decided", () -> own.state(texts.ada, id, "It is mine"));

        texts.signIn(ira);
        CaseParty decided = party(id, texts.ada);
        refused(
                "integrity.verdict.reason.missing",
                () -> cases.reopen(texts.run, id, decided.id(), decided.version(), " "));
        cases.reopen(texts.run, id, decided.id(), decided.version(), "You wrote that it is yours.");
        assertThat(score(attempt)).as("until somebody decides anew").isLessThan(before);
        assertThat(texts.mails(texts.ada).getLast()).startsWith("Opened again");
        fixtures.signIn(texts.ada);
        own.state(texts.ada, id, "It is mine, here are my notes.");
        texts.signIn(ole);
        decide(id, texts.ada, Decision.of(Verdict.ZERO_ATTEMPT, "The notes are his, too."));
        texts.signIn(ira);
        agree(id);
        assertThat(score(attempt)).isZero();

        CaseParty again = party(id, texts.ada);
        cases.reopen(texts.run, id, again.id(), again.version(), "The notes were found.");
        decide(id, texts.ada, Decision.of(Verdict.NO_MISCONDUCT, "The notes are yours."));
        texts.signIn(ole);
        agree(id);
        assertThat(score(attempt)).isEqualTo(before);
        assertThat(cases.acts(texts.run, id, FIRST))
                .filteredOn(act -> act.kind() == CaseAct.Kind.DECIDED)
                .extracting(act -> act.words().lines().findFirst().orElseThrow())
                .containsExactly("NO_MISCONDUCT", "ZERO_ATTEMPT", REDUCED + " 40");
    }

    /** The best submission counts, so a verdict about one of them alone would take nothing. */
    @Test
    void atALabAVerdictHoldsForAllThatIsHandedInThere() {
        CourseVersion labs = LabCourse.published(beans);
        ActivityPlace place = LabCourse.place(beans, texts.ada, labs);
        CourseRunId run = new CourseRunId(Objects.requireNonNull(place.run()));
        HandedIn work = new HandedIn(beans);
        SubmissionId unused = work.graded(place, HandedIn.RIGHT, "", true, gave("test-squares", 2), gave("why", 1));
        AccountId staff = fixtures.learner("Lea Labs");
        fixtures.signIn(staff, IntegrityPermissions.CASES + "@" + labs.partner());
        UUID code = caseAbout(run, place, "code");
        UUID words = caseAbout(run, place, "cell:why");
        CaseParty party = first(run, code);
        assertThat(cases.acts(run, cases.look(run, code).orElseThrow(), party)).isTrue();

        decide(run, code, new Decision(Verdict.REDUCED_QUESTION, 75, "The loop is Ben's."));
        assertThat(lab(place)).as("a quarter of 2, and 1, of 3").isCloseTo(0.5, within(1e-9));
        assertThat(passed(place)).isTrue();
        decide(run, words, Decision.of(Verdict.ZERO_QUESTION, "The words are Ben's."));
        assertThat(lab(place)).isCloseTo(0.5 / 3, within(1e-9));
        assertThat(passed(place)).as("half of the points is the pass mark").isFalse();
        unused = work.graded(place, HandedIn.RIGHT, "", true, gave("test-squares", 2), gave("why", 1));
        transaction.executeWithoutResult(
                status -> beans.getBean(SubmissionGrades.class).tell(texts.ada, run.value(), LabCourse.UNIT));
        assertThat(lab(place)).as("handed in again").isCloseTo(0.5 / 3, within(1e-9));
        fixtures.signIn(texts.ada);
        assertThat(beans.getBean(LabWork.class).submissions(texts.ada, run.value(), LabCourse.UNIT, FIRST))
                .hasSize(2)
                .allSatisfy(each -> {
                    LabSubmission.Taken taken = each.taken().orElseThrow();
                    assertThat(taken.points()).isEqualTo(2.5);
                    assertThat(taken.reasons()).containsExactly("The loop is Ben's.", "The words are Ben's.");
                    assertThat(each.passed()).isFalse();
                });
        assertThat(exported(texts.ada)).contains("The loop is Ben's.", "shareKept=0.25");
        assertThat(exported(staff)).contains("The words are Ben's.").doesNotContain("shareKept");

        fixtures.signIn(staff, IntegrityPermissions.CASES + "@" + labs.partner());
        CaseParty decided = first(run, code);
        cases.reopen(run, code, decided.id(), decided.version(), "The loop is in the book.");
        decide(run, code, Decision.of(Verdict.NO_MISCONDUCT, "The loop is in the book."));
        assertThat(lab(place)).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(passed(place)).isTrue();
        decided = first(run, words);
        cases.reopen(run, words, decided.id(), decided.version(), "More of it.");
        decide(run, words, Decision.of(Verdict.ZERO_ATTEMPT, "Nothing of it is yours."));
        assertThat(lab(place)).isZero();

        transaction.executeWithoutResult(status -> publisher.publishEvent(new AccountErased(texts.ada, Instant.now())));
        assertThat(jdbc.sql("select count(*) from lab_deduction where run_id = ?")
                        .param(run.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static CellGrade gave(String cell, double points) {
        return new CellGrade(cell, points, points, CellGrade.Outcome.PASSED, "");
    }

    private UUID caseAbout(CourseRunId run, ActivityPlace place, String part) {
        UUID id = UUID.randomUUID();
        Instant now = Instant.now();
        CaseParty party = new CaseParty(
                UUID.randomUUID(),
                place.learner(),
                "",
                1,
                0,
                PartyState.OPEN,
                new Evidence(0.5, true, "", List.of(), List.of(), List.of(), null),
                "",
                null,
                null,
                0,
                "",
                null,
                null);
        rows.add(
                new IntegrityCase(
                        id,
                        run.value(),
                        place.unitKey(),
                        "Squares",
                        part,
                        CaseKind.PAIR,
                        "Whose is it?",
                        false,
                        "",
                        now,
                        now.minusSeconds(1),
                        List.of(party)),
                null);
        return id;
    }

    private CaseParty first(CourseRunId run, UUID id) {
        return cases.look(run, id).orElseThrow().parties().getFirst();
    }

    private void decide(CourseRunId run, UUID id, Decision decision) {
        CaseParty party = first(run, id);
        assertThat(cases.decide(run, id, party.id(), party.version(), decision)).isEqualTo(PartyState.DECIDED);
    }

    /** What counts of the lab in grade books. */
    private double lab(ActivityPlace place) {
        return beans.getBeansOfType(HandedInWork.class).values().stream()
                .filter(each -> each.kind().equals("lab"))
                .flatMap(each -> each.of(Objects.requireNonNull(place.run()), List.of(place.learner())).stream())
                .mapToDouble(HandedInWork.HandedIn::score)
                .max()
                .orElseThrow();
    }

    /** As progress was told of it last. */
    private boolean passed(ActivityPlace place) {
        ActivityCompleted last = told(place.learner()).getLast();
        assertThat(last.unitKey()).isEqualTo(LabCourse.UNIT);
        return last.passed();
    }

    private String exported(AccountId account) {
        return beans.getBeansOfType(PersonalDataExport.class).values().stream()
                .filter(export -> export.name().equals("labMarking"))
                .map(export -> String.valueOf(export.dataOf(account)))
                .findFirst()
                .orElseThrow();
    }

    private void decide(UUID id, AccountId learner, Decision decision) {
        CaseParty party = party(id, learner);
        assertThat(cases.decide(texts.run, id, party.id(), party.version(), decision))
                .isEqualTo(PartyState.PROPOSED);
    }

    private void agree(UUID id) {
        CaseParty proposed = party(id, texts.ada);
        cases.agree(texts.run, id, proposed.id(), proposed.version());
    }

    /** Gives the essay one point. */
    private void mark(AttemptId attempt) {
        jdbc.sql("""
                        insert into quiz_mark (id, marking_id, part, points, levels, comment, reason, given_at)
                        select uuid(), id, 'FIRST', 1, '{}', '', '', now(6) from quiz_marking where attempt_id = ?
                        """).param(attempt.value()).update();
        jdbc.sql("update quiz_marking set state = 'MARKED', points = 1 where attempt_id = ?")
                .param(attempt.value())
                .update();
        transaction.executeWithoutResult(status -> grading.grade(attempt));
    }

    private double score(AttemptId attempt) {
        return jdbc.sql("select score from quiz_attempt where id = ?")
                .param(attempt.value())
                .query(Double.class)
                .single();
    }

    @Test
    void aSecondPersonMustAgreeAndUntilThenTheLearnerHearsNothing() {
        UUID id = open(true);
        assertThat(decide(id, party(id, texts.ben), Verdict.NO_MISCONDUCT, "It was his text."))
                .isEqualTo(PartyState.PROPOSED);
        CaseParty proposed = party(id, texts.ben);
        refused("integrity.verdict.own", () -> cases.agree(texts.run, id, proposed.id(), proposed.version()));
        assertThat(texts.mails(texts.ben)).hasSize(1);
        fixtures.signIn(texts.ben);
        assertThat(own.look(texts.ben, id).orElseThrow().verdict()).isNull();

        AccountId ole = texts.signInStaff("Ole Other");
        refused(
                "integrity.verdict.reason.missing",
                () -> cases.disagree(texts.run, id, proposed.id(), proposed.version(), ""));
        cases.disagree(texts.run, id, proposed.id(), proposed.version(), "Who was first is not known.");
        refused("integrity.verdict.changed", () -> cases.agree(texts.run, id, proposed.id(), proposed.version()));
        texts.signIn(ira);
        decide(id, party(id, texts.ben), Verdict.NO_MISCONDUCT, "Ada says that it was his.");
        texts.signIn(ole);
        CaseParty again = party(id, texts.ben);
        cases.agree(texts.run, id, again.id(), again.version());

        assertThat(party(id, texts.ben).state()).isEqualTo(PartyState.DECIDED);
        assertThat(texts.mails(texts.ben)).hasSize(2);
        assertThat(cases.acts(texts.run, id, FIRST))
                .extracting(CaseAct::kind)
                .contains(CaseAct.Kind.PROPOSED, CaseAct.Kind.DISAGREED, CaseAct.Kind.AGREED, CaseAct.Kind.DECIDED);
    }

    @Test
    void whatALearnerSaysAfterAProposalOpensTheCaseAgain() {
        UUID id = open(true);
        decide(id, party(id, texts.ben), Verdict.NO_MISCONDUCT, "It was his text.");
        CaseParty proposed = party(id, texts.ben);
        fixtures.signIn(texts.ben);
        own.state(texts.ben, id, "We wrote it together.");

        AccountId unused = texts.signInStaff("Ole Other");
        assertThat(party(id, texts.ben).state()).isEqualTo(PartyState.OPEN);
        refused("integrity.verdict.changed", () -> cases.agree(texts.run, id, proposed.id(), proposed.version()));
    }

    @Test
    void aProposalIsTakenBackByWhoMadeItAndNobodyDecidesAboutThemselves() {
        UUID id = open(true);
        decide(id, texts.ben, Decision.of(Verdict.NO_MISCONDUCT, "It was his text."));
        CaseParty proposed = party(id, texts.ben);
        AccountId ole = texts.signInStaff("Ole Other");
        refused("integrity.verdict.changed", () -> cases.takeBack(texts.run, id, proposed.id(), proposed.version()));
        texts.signIn(texts.ada);
        refused("integrity.verdict.concerned", () -> cases.agree(texts.run, id, proposed.id(), proposed.version()));

        texts.signIn(ira);
        cases.takeBack(texts.run, id, proposed.id(), proposed.version());

        assertThat(party(id, texts.ben).state()).isEqualTo(PartyState.OPEN);
        assertThat(cases.acts(texts.run, id, FIRST))
                .extracting(CaseAct::kind)
                .contains(CaseAct.Kind.PROPOSED, CaseAct.Kind.TAKEN_BACK);
        texts.signIn(ole);
        refused("integrity.verdict.changed", () -> cases.agree(texts.run, id, proposed.id(), proposed.version()));
    }

    @Test
    void aCaseFromATraceKeepsItWhenTheTraceIsDeleted() {
        fixtures.signIn(texts.cleo);
        String unused = traces.opened(texts.cleo, texts.attempt(texts.cleo).id(), "192.0.2.1");
        texts.signIn(ira);
        UUID id = opening.ofTrace(texts.run, texts.attempt(texts.cleo).id(), said(false));
        jdbc.sql("update course_run set closes_at = now(6) - interval 181 day where id = ?")
                .param(texts.run.value())
                .update();

        ForgettingForTests.forget(beans);

        assertThat(jdbc.sql("select count(*) from integrity_event where run_id = ?")
                        .param(texts.run.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from integrity_comparison where run_id = ?")
                        .param(texts.run.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(party(id, texts.cleo).evidence().moments()).isNotEmpty();
        decide(id, party(id, texts.cleo), Verdict.NO_MISCONDUCT, "She was called away.");
        jdbc.sql("update integrity_party set decided_at = now(6) - interval 1096 day where case_id = ?")
                .param(id)
                .update();
        ForgettingForTests.forget(beans);
        assertThat(cases.look(texts.run, id)).isEmpty();
    }

    @Test
    void onlyStaffOfThePartnerAndTheLearnerConcernedSeeIt() {
        UUID id = open(false);
        fixtures.signIn(texts.cleo);
        assertThat(own.look(texts.cleo, id)).isEmpty();
        assertThat(own.concerns(texts.cleo, id)).isFalse();
        refused("integrity.statement.decided", () -> own.state(texts.cleo, id, "Me too"));
        assertThatThrownBy(() -> own.look(texts.ada, id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> cases.look(texts.run, id)).isInstanceOf(AccessDeniedException.class);
        fixtures.signInAsStaff(IntegrityPermissions.CASES + "@" + UUID.randomUUID());
        assertThatThrownBy(() -> cases.look(texts.run, id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> opening.ofPair(texts.run, pair, said(false)))
                .isInstanceOf(AccessDeniedException.class);
        AlikeTexts elsewhere = new AlikeTexts(beans, fixtures);
        AccountId unused = elsewhere.signInStaff("Una Elsewhere");
        assertThat(cases.look(elsewhere.run, id))
                .as("through a run of their own")
                .isEmpty();
        assertThat(cases.acts(elsewhere.run, id, FIRST)).isEmpty();
    }

    @Test
    void whatIsSaidWhenOpeningIsChecked() {
        refused(
                "integrity.case.concern.missing",
                () -> opening.ofPair(texts.run, pair, new NewCase(" ", due(), false)));
        refused(
                "integrity.case.concern.long",
                () -> opening.ofPair(texts.run, pair, new NewCase("x".repeat(2_001), due(), false)));
        refused("integrity.case.due", () -> opening.ofPair(texts.run, pair, new NewCase("Why?", Instant.now(), false)));
        refused("integrity.case.nothing", () -> opening.ofPair(texts.run, UUID.randomUUID(), said(false)));
        assertThat(cases.count(texts.run, false)).isZero();
    }

    @Test
    void itIsInTheExportWithoutTheOtherAndGoesWithTheAccount() {
        UUID id = open(false);
        fixtures.signIn(texts.ada);
        own.state(texts.ada, id, "We learned together.");

        assertThat(persons.dataOf(texts.ada).toString())
                .contains("We learned together.", "I think so")
                .doesNotContain("Ben", "More data would");
        assertThat(persons.dataOf(ira).toString()).contains("OPENED");

        for (AccountId one : List.of(texts.ada, ira)) {
            transaction.executeWithoutResult(status -> publisher.publishEvent(new AccountErased(one, Instant.now())));
        }
        texts.signInStaff("Ole Other");
        assertThat(cases.look(texts.run, id).orElseThrow().parties())
                .extracting(CaseParty::learner)
                .containsExactly(texts.ben);
        transaction.executeWithoutResult(status -> publisher.publishEvent(new AccountErased(texts.ben, Instant.now())));
        assertThat(cases.look(texts.run, id)).isEmpty();
        assertThat(jdbc.sql("select count(*) from integrity_act where case_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aPageOfCasesTakesOneQueryAndOneToSeeWhoseRunItIs() {
        UUID id = open(false);

        assertThat(texts.queries(() -> cases.list(texts.run, true, FIRST))).isEqualTo(2);
        assertThat(texts.queries(() -> cases.count(texts.run, true))).isEqualTo(2);
        assertThat(texts.queries(() -> cases.acts(texts.run, id, FIRST))).isEqualTo(4);
        assertThat(texts.queries(() -> comparisons.pairs(texts.run, "", FIRST))).isEqualTo(2);
        assertThat(texts.queries(() -> comparisons.units(texts.run))).isLessThanOrEqualTo(4);
        assertThat(texts.queries(() -> reading.list(texts.run, "", FIRST))).isEqualTo(2);
        fixtures.signIn(texts.ada);
        assertThat(texts.queries(() -> own.waiting(texts.ada))).isEqualTo(1);
    }

    private UUID open(boolean second) {
        return opening.ofPair(texts.run, pair, said(second));
    }

    private static NewCase said(boolean second) {
        return new NewCase(" How did this passage come about? ", due(), second);
    }

    private static Instant due() {
        return Instant.now().plus(Duration.ofDays(7));
    }

    private PartyState decide(UUID id, CaseParty party, Verdict verdict, String reason) {
        return cases.decide(texts.run, id, party.id(), party.version(), Decision.of(verdict, reason));
    }

    private CaseParty party(UUID id, AccountId learner) {
        return cases.look(texts.run, id).orElseThrow().parties().stream()
                .filter(party -> party.learner().equals(learner))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        violation -> assertThat(violation.code()).isEqualTo(code));
    }
}
