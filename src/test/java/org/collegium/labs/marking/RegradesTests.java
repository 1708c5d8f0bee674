package org.collegium.labs.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.collegium.JobsRest;
import org.collegium.activity.ActivityCompleted;
import org.collegium.activity.ActivityPlace;
import org.collegium.credentials.CertificateCode;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.labs.GradeReport;
import org.collegium.labs.LabsPermissions;
import org.collegium.labs.work.GradingHalts;
import org.collegium.labs.work.HandedIn;
import org.collegium.labs.work.LabCourse;
import org.collegium.labs.work.LabWork;
import org.collegium.labs.work.SubmissionId;
import org.collegium.labs.work.WorkJson;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Grading again: first seen, then decided, and the old grade is kept. */
@Tag("module")
@JobsRest
@RecordApplicationEvents
class RegradesTests extends MarkingTest {

    private static final String EASIER =
            LabCourse.NOTEBOOK.replace("assert squares(5) == [1, 4, 9, 16, 25]", "assert len(squares(5)) == 2");
    private static final PageRequest FIRST = new PageRequest(0, 10);

    @Autowired
    private Regrades regrades;

    @Autowired
    private RegradingJob job;

    @Autowired
    private TellingLearners telling;

    @Autowired
    private GradingHalts halts;

    @Autowired
    private LabWork labWork;

    @Autowired
    private PersonsMarking persons;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private ApplicationEvents events;

    private ActivityPlace ada;
    private ActivityPlace ben;
    private SubmissionId right;
    private SubmissionId seemsRight;

    @Override
    String notebook() {
        return LabCourse.NOTEBOOK;
    }

    @BeforeEach
    void twoLearnersAreGradedAndTheHiddenTestsBecomeOthers() {
        ada = learner("Ada");
        ben = learner("Ben");
        right = work.handIn(ada, HandedIn.RIGHT);
        seemsRight = work.handIn(ben, HandedIn.SEEMS_RIGHT);
        work.gradeAll();
        publishAgain(EASIER);
        signInStaff();
    }

    @Test
    void thePreviewTellsWhoChangesAndNothingCountsBeforeSomebodySaysSo() {
        UUID id = begin(RegradeScope.ALL);

        Regrade preview = find(id);
        assertThat(preview.state()).isEqualTo(RegradeState.PREVIEWED);
        assertThat(List.of(preview.total(), preview.changed(), preview.better(), preview.worse()))
                .isEqualTo(List.of(2, 2, 1, 1));
        assertThat(List.of(preview.newlyPassed(), preview.noLongerPassed())).isEqualTo(List.of(1, 1));
        assertThat(regrades.changes(run, id, FIRST))
                .extracting(RegradeChange::learner, RegradeChange::beforePoints, RegradeChange::afterPoints)
                .as("who loses most comes first")
                .containsExactly(Tuple.tuple(ada.learner(), 2.0, 0.0), Tuple.tuple(ben.learner(), 0.0, 2.0));
        assertThat(points(right)).isEqualTo(2);
        assertThat(points(seemsRight)).isZero();
    }

    @Test
    void appliedTheNewGradeCountsTheOldOneIsKeptAndProgressIsTold() {
        UUID id = begin(RegradeScope.ALL);
        String before = report(seemsRight);

        regrades.apply(run, id);
        work(id);

        assertThat(find(id).state()).isEqualTo(RegradeState.APPLIED);
        assertThat(find(id).appliedBy()).isEqualTo(staff);
        assertThat(points(seemsRight)).isEqualTo(2);
        assertThat(WorkJson.report(report(seemsRight)))
                .extracting(GradeReport.Graded::evidence)
                .isNotNull();
        assertThat(jdbc.sql("select report from lab_grade_history where submission_id = ? and replaced_by = ? and"
                                + " reason = ?")
                        .params(seemsRight.value(), staff.value(), "The hidden tests were wrong")
                        .query(String.class)
                        .single())
                .isEqualTo(before);
        assertThat(events.stream(ActivityCompleted.class)
                        .filter(told -> told.learner().equals(ben.learner())))
                .last()
                .satisfies(told -> {
                    assertThat(told.score()).isEqualTo(1.0);
                    assertThat(told.passed()).isTrue();
                });
    }

    @Test
    void whoHoldsACertificateIsToldInThePreview() {
        certificate(ada.learner());
        UUID id = begin(RegradeScope.ALL);

        assertThat(regrades.changes(run, id, FIRST)).first().satisfies(change -> {
            assertThat(change.learner()).isEqualTo(ada.learner());
            assertThat(change.keeps()).isTrue();
        });
    }

    @Test
    void aKilledNodeLeavesTheRestToAnother() {
        UUID id = regrades.begin(run, LabCourse.UNIT, RegradeScope.ALL, "The hidden tests were wrong");
        work(id);
        jdbc.sql("update lab_regrade set state = 'GRADING' where id = ?")
                .param(id)
                .update();
        jdbc.sql("update lab_regrade_item set after_points = null where regrade_id = ? and submission_id = ?")
                .params(id, right.value())
                .update();

        assertThat(find(id).graded()).isEqualTo(1);
        assertThat(work(id)).isEmpty();

        assertThat(find(id).state()).isEqualTo(RegradeState.PREVIEWED);
        assertThat(find(id).graded()).isEqualTo(2);
    }

    @Test
    void onlyWhatTheScopeNamesIsGradedAgain() {
        work.handIn(ada, HandedIn.RIGHT);
        work.gradeAll();
        signInStaff();

        assertThat(find(begin(RegradeScope.LATEST)).total()).isEqualTo(2);
        assertThat(find(begin(RegradeScope.ALL)).total()).isEqualTo(3);
        assertThat(find(begin(RegradeScope.NOT_FULL)).total())
                .as("what lacks points, which is Ben's alone")
                .isEqualTo(1);
    }

    @Test
    void thoseThatSomebodyChoseAreGradedAgainAndNoOthers() {
        SubmissionId elsewhere = elsewhere();

        UUID id = regrades.begin(run, LabCourse.UNIT, Set.of(seemsRight, elsewhere), "Ben's was judged unfairly");
        work(id);

        assertThat(find(id).scope()).isEqualTo(RegradeScope.CHOSEN);
        assertThat(find(id).total()).as("work of another run is left out").isEqualTo(1);
        assertThat(regrades.changes(run, id, FIRST))
                .singleElement()
                .satisfies(change -> assertThat(change.learner()).isEqualTo(ben.learner()));
        assertThatThrownBy(() -> regrades.begin(run, LabCourse.UNIT, Set.of(), "None"))
                .hasMessageContaining("labs.regrade.none-chosen");
        assertThatThrownBy(() -> regrades.begin(run, LabCourse.UNIT, RegradeScope.CHOSEN, "None"))
                .hasMessageContaining("labs.regrade.none-chosen");
    }

    @Test
    void whatMayBeChosenIsListedByLearnerTheLatestFirstAndByTheTestThatFails() {
        SubmissionId unused = work.handIn(ada, HandedIn.RIGHT);
        work.gradeAll();
        signInStaff();

        assertThat(regrades.choices(run, LabCourse.UNIT, "", FIRST))
                .extracting(GradedWork::name, GradedWork::number, GradedWork::latest, GradedWork::points)
                .containsExactly(
                        Tuple.tuple("Ada", 2, true, 2.0),
                        Tuple.tuple("Ada", 1, false, 2.0),
                        Tuple.tuple("Ben", 1, true, 0.0));
        assertThat(regrades.countChoices(run, LabCourse.UNIT, "")).isEqualTo(3);
        assertThat(regrades.choices(run, LabCourse.UNIT, "test-squares", FIRST))
                .extracting(GradedWork::name)
                .containsExactly("Ben");
        assertThat(regrades.countChoices(run, LabCourse.UNIT, "test-squares")).isEqualTo(1);
        assertThat(regrades.choices(run, LabCourse.UNIT, "", new PageRequest(2, 10)))
                .hasSize(1);
    }

    @Test
    void whoDoesNotGivePointsChoosesWithoutNamesAndKnowsLearnersAgainInThePreview() {
        UUID id = begin(RegradeScope.ALL);
        Map<UUID, Integer> named = regrades.changes(run, id, FIRST).stream()
                .collect(Collectors.toMap(
                        change -> Objects.requireNonNull(change.learner()).value(), RegradeChange::place));
        fixtures.signInAsStaff(at(LabsPermissions.REGRADE));

        assertThat(regrades.choices(run, LabCourse.UNIT, "", FIRST))
                .extracting(GradedWork::name)
                .containsOnlyNulls();
        assertThat(regrades.choices(run, LabCourse.UNIT, "", FIRST))
                .extracting(GradedWork::id, GradedWork::place)
                .containsExactlyInAnyOrder(
                        Tuple.tuple(right, named.get(ada.learner().value())),
                        Tuple.tuple(seemsRight, named.get(ben.learner().value())));
    }

    @Test
    void whosePointsChangedIsToldOnceWithAllOfTheirSubmissionsAndTheReason() {
        SubmissionId second = work.handIn(ben, HandedIn.SEEMS_RIGHT);
        jdbc.sql("update lab_submission set state = 'GRADED', points = 0, max_points = 2, passed = false,"
                        + " report = (select report from lab_submission where id = ?) where id = ?")
                .params(seemsRight.value(), second.value())
                .update();
        UUID id = begin(RegradeScope.ALL);
        assertThat(mails(ben.learner())).as("before it counts").isEmpty();

        regrades.apply(run, id);
        work(id);
        work(id);

        assertThat(mails(ben.learner()))
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains("Squares")
                        .contains("Submission 1: before 0 of 2 points, now 2 of 2.")
                        .contains("Submission 2: before 0 of 2 points, now 2 of 2.")
                        .contains("It is passed now.")
                        .contains("The hidden tests were wrong")
                        .contains("/learn/")
                        .contains("/" + LabCourse.UNIT));
        assertThat(mails(ada.learner()))
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains("before 2 of 2 points, now 0 of 2.")
                        .contains("What you have completed stays completed."));
        fixtures.signIn(ben.learner());
        assertThat(labWork.submissions(ben.learner(), run.value(), LabCourse.UNIT, FIRST))
                .as("the page of the lab says so too")
                .allSatisfy(seen -> assertThat(seen.again()).hasValueSatisfying(again -> {
                    assertThat(again.points()).isZero();
                    assertThat(again.reason()).isEqualTo("The hidden tests were wrong");
                }));
    }

    @Test
    void manyAreToldWithAsManyQueriesAsOne() {
        UUID id = begin(RegradeScope.ALL);
        regrades.apply(run, id);
        work(id);
        Regrade regrade = find(id);
        jdbc.sql("update lab_regrade_item set told_at = null where regrade_id = ? and submission_id = ?")
                .params(id, right.value())
                .update();
        long one = queries(() -> told(regrade));
        jdbc.sql("update lab_regrade_item set told_at = null where regrade_id = ?")
                .param(id)
                .update();
        long two = queries(() -> told(regrade));

        assertThat(mails(ada.learner())).hasSize(3);
        assertThat(mails(ben.learner())).hasSize(2);
        assertThat(two).isEqualTo(one);
    }

    private UUID told(Regrade regrade) {
        telling.tell(regrade);
        return regrade.id();
    }

    @Test
    void whatWasWrittenBeforeItWasEndedIsToldAndNothingElse() {
        UUID id = begin(RegradeScope.ALL);
        regrades.apply(run, id);
        jdbc.sql("update lab_regrade_item set outcome = 'APPLIED' where regrade_id = ? and submission_id = ?")
                .params(id, seemsRight.value())
                .update();

        regrades.cancel(run, id);
        work(id);

        assertThat(mails(ben.learner())).hasSize(1);
        assertThat(mails(ada.learner())).isEmpty();
    }

    @Test
    void whileGradingIsPausedNothingIsGradedAgainAndWhatIsDecidedIsWritten() {
        UUID id = regrades.begin(run, LabCourse.UNIT, RegradeScope.ALL, "The hidden tests were wrong");
        Optional<String> everywhere = Optional.empty();
        halts.halt(everywhere, "Until nine.", null);
        try {
            assertThat(work(id)).as("it comes again").isPresent();
            assertThat(find(id).graded()).isZero();
            assertThat(find(id).obstacle()).as("nothing is broken").isEmpty();
        } finally {
            halts.end(everywhere);
        }
        assertThat(work(id)).isEmpty();
        assertThat(find(id).state()).isEqualTo(RegradeState.PREVIEWED);

        regrades.apply(run, id);
        halts.halt(everywhere, "", null);
        try {
            work(id);
        } finally {
            halts.end(everywhere);
        }
        assertThat(find(id).state()).isEqualTo(RegradeState.APPLIED);
    }

    @Test
    void endedNothingChanges() {
        UUID id = begin(RegradeScope.ALL);

        regrades.cancel(run, id);
        work(id);

        assertThat(find(id).state()).isEqualTo(RegradeState.CANCELLED);
        assertThat(points(right)).isEqualTo(2);
        assertThatThrownBy(() -> regrades.apply(run, id)).isInstanceOf(RuleViolation.class);
    }

    @Test
    void aGradeThatBecameAnotherOneMeanwhileIsLeftAsItIs() {
        UUID id = begin(RegradeScope.ALL);
        jdbc.sql("update lab_submission set points = 1 where id = ?")
                .param(right.value())
                .update();

        regrades.apply(run, id);
        work(id);

        assertThat(points(right)).isEqualTo(1);
        assertThat(find(id).skipped()).isEqualTo(1);
        assertThat(find(id).applied()).isEqualTo(1);
    }

    @Test
    void anotherOneCannotBeginBeforeThisOneIsDecidedAndReasonsAreAskedFor() {
        UUID unused = regrades.begin(run, LabCourse.UNIT, RegradeScope.ALL, "The hidden tests were wrong");

        assertThatThrownBy(() -> regrades.begin(run, LabCourse.UNIT, RegradeScope.ALL, "Again"))
                .hasMessageContaining("labs.regrade.under-way");
        assertThatThrownBy(() -> regrades.begin(run, LabCourse.UNIT, RegradeScope.ALL, " "))
                .hasMessageContaining("labs.regrade.reason");
    }

    @Test
    void whoDoesNotGivePointsSeesNoNames() {
        UUID id = begin(RegradeScope.ALL);
        fixtures.signInAsStaff(at(LabsPermissions.REGRADE));

        assertThat(regrades.changes(run, id, FIRST))
                .extracting(RegradeChange::learner)
                .containsOnlyNulls();
        assertThat(regrades.changes(run, id, FIRST))
                .extracting(RegradeChange::place)
                .doesNotHaveDuplicates();
    }

    @Test
    void onlyThePartnersStaffGradesAgain() {
        fixtures.signInAsStaff(LabsPermissions.REGRADE + "@" + fixtures.offer().partner());

        assertThatThrownBy(() -> regrades.begin(run, LabCourse.UNIT, RegradeScope.ALL, "Because"))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theListAndTheChangesTakeAsManyQueriesAsTheySay() {
        UUID id = begin(RegradeScope.ALL);

        assertThat(queries(() -> regrades.list(run, LabCourse.UNIT, FIRST))).isEqualTo(2);
        assertThat(queries(() -> regrades.changes(run, id, FIRST))).isEqualTo(4);
        assertThat(queries(() -> regrades.choices(run, LabCourse.UNIT, "", FIRST)))
                .isEqualTo(2);
        assertThat(queries(() -> regrades.countChoices(run, LabCourse.UNIT, "")))
                .isEqualTo(2);
    }

    @Test
    void decisionsAreInTheExportOfWhoMadeThemAndLoseTheNameWithTheAccount() {
        UUID id = begin(RegradeScope.ALL);
        regrades.apply(run, id);
        work(id);
        assertThat(persons.dataOf(staff).toString()).contains("The hidden tests were wrong");
        assertThat(persons.dataOf(ben.learner()).toString()).contains("The hidden tests were wrong");

        transaction.executeWithoutResult(status -> publisher.publishEvent(new AccountErased(staff, Instant.now())));

        signInStaff();
        assertThat(find(id).begunBy()).isNull();
        assertThat(find(id).appliedBy()).isNull();
        assertThat(persons.dataOf(staff).toString()).doesNotContain("The hidden tests were wrong");
        transaction.executeWithoutResult(
                status -> publisher.publishEvent(new AccountErased(ben.learner(), Instant.now())));
        assertThat(jdbc.sql("select count(*) from lab_regrade_item where submission_id = ?")
                        .param(seemsRight.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private UUID begin(RegradeScope scope) {
        jdbc.sql("update lab_regrade set state = 'CANCELLED' where run_id = ?")
                .param(run.value())
                .update();
        UUID id = regrades.begin(run, LabCourse.UNIT, scope, "The hidden tests were wrong");
        assertThat(work(id)).isEmpty();
        return id;
    }

    /** As the scheduler does, with nobody signed in. */
    private Optional<Duration> work(UUID id) {
        SecurityContextHolder.clearContext();
        try {
            return job.work(id);
        } finally {
            signInStaff();
        }
    }

    /** A submission at the same lab in a run of another course. */
    private SubmissionId elsewhere() {
        SubmissionId id = work.handIn(
                LabCourse.place(beans, fixtures.learner("Eve"), LabCourse.published(beans)), HandedIn.SEEMS_RIGHT);
        work.gradeAll();
        signInStaff();
        return id;
    }

    private Regrade find(UUID id) {
        return regrades.find(run, id).orElseThrow();
    }

    private double points(SubmissionId submission) {
        return jdbc.sql("select points from lab_submission where id = ?")
                .param(submission.value())
                .query(Double.class)
                .single();
    }

    private String report(SubmissionId submission) {
        return jdbc.sql("select report from lab_submission where id = ?")
                .param(submission.value())
                .query(String.class)
                .single();
    }

    private void certificate(AccountId learner) {
        jdbc.sql("""
            insert into certificate (id, version, code, learner_id, learner_name, run_id, course_id, course_title,
                course_version, partner_id, partner_name, partner_colour, language, evidence, issued_at, live)
            values (:id, 0, :code, :learner, 'Ada', :run, :course, 'Squares', 1, :partner, 'Fixture', '#225577',
                'en', '{}', now(6), 1)
            """)
                .param("id", UUID.randomUUID())
                .param("code", CertificateCode.next().value())
                .param("learner", learner.value())
                .param("run", run.value())
                .param("course", course.course().value())
                .param("partner", partner.id().value())
                .update();
    }
}
