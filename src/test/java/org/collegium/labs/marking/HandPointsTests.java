package org.collegium.labs.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.groups.Tuple;
import org.collegium.AtOnce;
import org.collegium.JobsRest;
import org.collegium.activity.ActivityCompleted;
import org.collegium.activity.ActivityPlace;
import org.collegium.labs.CellGrade;
import org.collegium.labs.GradeReport;
import org.collegium.labs.LabsPermissions;
import org.collegium.labs.work.HandedIn;
import org.collegium.labs.work.LabCourse;
import org.collegium.labs.work.LabSubmission;
import org.collegium.labs.work.LabWork;
import org.collegium.labs.work.SubmissionId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Points that a person gives for what no test can judge. */
@Tag("module")
@JobsRest
@RecordApplicationEvents
class HandPointsTests extends MarkingTest {

    private static final PageRequest FIRST = new PageRequest(0, 10);
    private static final String ANSWER = "Each step adds two more than the last.";

    @Autowired
    private HandPoints points;

    @Autowired
    private LabResults results;

    @Autowired
    private Regrades regrades;

    @Autowired
    private RegradingJob job;

    @Autowired
    private PersonsMarking persons;

    @Autowired
    private LabWork labWork;

    @Autowired
    private LabDeductions deductions;

    @Autowired
    private RetriedTransactions transactions;

    @Autowired
    private ApplicationEvents events;

    private ActivityPlace ada;
    private SubmissionId adas;

    @Override
    String notebook() {
        return LabCourse.WITH_QUESTION;
    }

    @BeforeEach
    void adaHasAnsweredAndBenHasNot() {
        ada = learner("Ada");
        adas = work.handIn(ada, HandedIn.WRONG, ANSWER);
        SubmissionId unused = work.handIn(learner("Ben"), HandedIn.RIGHT);
        work.gradeAll();
        signInStaff();
    }

    @Test
    void anAnswerWaitsForAPersonAndOneThatIsNotThereDoesNot() {
        assertThat(points.cells(run, LabCourse.UNIT)).singleElement().satisfies(cell -> {
            assertThat(cell.gradeId()).isEqualTo("why");
            assertThat(cell.question()).isEqualTo("Why are the differences odd?");
            assertThat(cell.maxPoints()).isEqualTo(3);
            assertThat(cell.waiting()).isEqualTo(1);
        });
        assertThat(answers()).singleElement().satisfies(answer -> {
            assertThat(answer.learner()).isEqualTo(ada.learner());
            assertThat(answer.text()).isEqualTo(ANSWER);
            assertThat(answer.points()).isNull();
        });
        assertThat(seen(ada).waitsForPerson()).isTrue();
    }

    @Test
    void whatAVerdictTakesIsSaidWithWhatWasGiven() {
        jdbc.sql("""
                        insert into lab_deduction (source_id, grade_id, learner_id, run_id, unit_key, keeps, pass_mark, reason, given_at)
                        values (uuid(), '', ?, ?, ?, 0.5, 0.5, 'Not all of it is yours', now(6))
                        """).params(ada.learner().value(), run.value(), LabCourse.UNIT).update();

        points.give(run, adas, "why", 3, "");

        assertThat(mails(ada.learner()))
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains("3 of 5 points", "1.5 of them count")
                        .doesNotContain("is passed"));
        assertThat(seen(ada).points()).as("as it was earned").isEqualTo(3);
    }

    @Test
    void pointsCountLikeThoseOfTestsAndTheLearnerReadsTheComment() {
        points.give(run, adas, "why", 2.5, " Well seen. ");

        GradeReport.Graded graded = seen(ada);
        assertThat(graded.points()).isEqualTo(2.5);
        assertThat(graded.waitsForPerson()).isFalse();
        assertThat(graded.cells()).anySatisfy(cell -> {
            assertThat(cell.outcome()).isEqualTo(CellGrade.Outcome.GIVEN);
            assertThat(cell.message()).isEqualTo("Well seen.");
        });
        assertThat(events.stream(ActivityCompleted.class)
                        .filter(told -> told.learner().equals(ada.learner())))
                .last()
                .satisfies(told -> {
                    assertThat(told.score()).isEqualTo(0.5);
                    assertThat(told.passed()).isTrue();
                });
        assertThat(answers())
                .singleElement()
                .satisfies(answer -> assertThat(answer.points()).isEqualTo(2.5));
        assertThat(points.answers(run, LabCourse.UNIT, "why", true, FIRST)).isEmpty();
    }

    @Test
    void pointsOfTwoSubmissionsThatAreGivenAtOnceCountTogether() throws Exception {
        SubmissionId second = work.handIn(ada, HandedIn.WRONG, "No idea.");
        work.gradeAll();
        signInStaff();

        Future<?> other = transaction.execute(status -> {
            points.give(run, adas, "why", 3, "");
            return AtOnce.beside(jdbc, Executors.callable(() -> points.give(run, second, "why", 1, "")));
        });
        other.get(60, TimeUnit.SECONDS);

        assertThat(events.stream(ActivityCompleted.class)
                        .filter(told -> told.learner().equals(ada.learner())))
                .last()
                .satisfies(told ->
                        assertThat(told.score()).as("the better of both").isEqualTo(0.6));
    }

    @Test
    void aVerdictThatComesWhileASubmissionIsGradedTakesOfThatToo() throws Exception {
        SubmissionId second = work.handIn(ada, HandedIn.WRONG, "Two more each time.");
        work.gradeAll();
        signInStaff();
        LabDeductions.Place at = new LabDeductions.Place(ada.learner(), run.value(), LabCourse.UNIT);
        LabDeductions.Deduction half =
                new LabDeductions.Deduction(new LabDeductions.Part.All(), 0.5, "Not all of it is yours");

        Future<?> verdict = transaction.execute(status -> {
            points.give(run, second, "why", 3, "");
            return AtOnce.beside(
                    jdbc, () -> transactions.run(() -> deductions.take(UUID.randomUUID(), at, half, null)));
        });
        verdict.get(60, TimeUnit.SECONDS);

        assertThat(events.stream(ActivityCompleted.class)
                        .filter(told -> told.learner().equals(ada.learner())))
                .last()
                .satisfies(told ->
                        assertThat(told.score()).as("half of what was earned").isEqualTo(0.3));
    }

    @Test
    void whoseWorkNeedsNobodyAnyMoreGetsAMailWithWhatTeachersWrote() {
        points.give(run, adas, "why", 2.5, " Well seen. ");

        assertThat(mails(ada.learner()))
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .startsWith("Your points for Squares")
                        .contains("submission 1 of Squares")
                        .contains("2.5 of 5 points")
                        .contains("The lab is passed.")
                        .contains("Well seen.")
                        .contains("/" + LabCourse.UNIT));

        points.give(run, adas, "why", 2.5, "Well seen, if in other words.");
        assertThat(mails(ada.learner())).as("the points are the same").hasSize(1);

        points.give(run, adas, "why", 3, "I read it again.");
        assertThat(mails(ada.learner()))
                .hasSize(2)
                .last()
                .satisfies(mail -> assertThat(mail)
                        .contains("looked again at what you wrote in submission 1 of Squares")
                        .contains("3 of 5 points")
                        .contains("I read it again."));
    }

    @Test
    void pointsCanBeGivenAnewAndWhatWasBeforeIsInTheHistory() {
        points.give(run, adas, "why", 1, "");
        points.give(run, adas, "why", 3, "I read it again.");

        assertThat(seen(ada).points()).isEqualTo(3);
        assertThat(jdbc.sql("select points from lab_grade_history where submission_id = ? order by replaced_at")
                        .param(adas.value())
                        .query(Double.class)
                        .list())
                .containsExactly(0.0, 1.0);
    }

    @Test
    void anEarlierSubmissionCanGetThePointsAndTheLearnerWaitsAgainWhenTheyHandInAgain() {
        SubmissionId later = work.handIn(ada, HandedIn.WRONG, "No idea.");
        work.gradeAll();
        signInStaff();
        assertThat(answers()).singleElement().satisfies(answer -> {
            assertThat(answer.submission()).as("the latest comes first").isEqualTo(later);
            assertThat(answer.submissions()).isEqualTo(2);
        });
        assertThat(points.answersOf(run, LabCourse.UNIT, "why", ada.learner(), FIRST))
                .extracting(HandAnswer::number, HandAnswer::text)
                .containsExactly(Tuple.tuple(2, "No idea."), Tuple.tuple(1, ANSWER));

        points.give(run, adas, "why", 3, "This is the better one.");

        assertThat(waiting()).isZero();
        assertThat(results.summary(run, LabCourse.UNIT).byHand()).isZero();
        assertThat(points.answers(run, LabCourse.UNIT, "why", true, FIRST)).isEmpty();
        assertThat(answers()).singleElement().satisfies(answer -> {
            assertThat(answer.submission()).as("the one that has points").isEqualTo(adas);
            assertThat(answer.points()).isEqualTo(3);
        });

        SubmissionId unused = work.handIn(ada, HandedIn.WRONG, "Now I see: it is 2n + 1.");
        work.gradeAll();
        signInStaff();

        assertThat(waiting()).isEqualTo(1);
        assertThat(results.summary(run, LabCourse.UNIT).byHand()).isEqualTo(1);
        assertThat(answers())
                .singleElement()
                .satisfies(answer -> assertThat(answer.number()).isEqualTo(3));
    }

    @Test
    void whatWasAnsweredEarlierIsStillReadWhenTheLatestLeavesItOpen() {
        SubmissionId unused = work.handIn(ada, HandedIn.RIGHT);
        work.gradeAll();
        signInStaff();

        assertThat(answers())
                .singleElement()
                .satisfies(answer -> assertThat(answer.submission()).isEqualTo(adas));
        assertThat(waiting()).isEqualTo(1);
    }

    private int waiting() {
        return points.cells(run, LabCourse.UNIT).getFirst().waiting();
    }

    @Test
    void gradingAgainKeepsWhatAPersonHasGiven() {
        points.give(run, adas, "why", 3, "Good.");
        UUID id = regrades.begin(run, LabCourse.UNIT, RegradeScope.ALL, "To be sure");
        job.work(id);

        assertThat(regrades.find(run, id)).hasValueSatisfying(found -> {
            assertThat(found.state()).isEqualTo(RegradeState.PREVIEWED);
            assertThat(found.changed()).isZero();
        });
    }

    @Test
    void moreThanTheCellIsWorthIsRefusedAndSoIsWhatIsNotThere() {
        assertThatThrownBy(() -> points.give(run, adas, "why", 3.5, ""))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        violation -> assertThat(violation.code()).isEqualTo("labs.by-hand.points"));
        assertThatThrownBy(() -> points.give(run, adas, "why", Double.NaN, "")).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> points.give(run, adas, "test-squares", 1, "")).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> points.give(run, adas, "why", 1, "x".repeat(2_001)))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void nobodyGivesPointsToTheirOwnWorkWhereSomebodyElseMay() {
        fixtures.signIn(ada.learner(), at(LabsPermissions.GIVE_POINTS));
        jdbc.sql("insert into partner_staff (partner_id, account_id, role) values (?, ?, 'INSTRUCTOR')")
                .params(partner.id().value(), staff.value())
                .update();

        assertThatThrownBy(() -> points.give(run, adas, "why", 3, ""))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        violation -> assertThat(violation.code()).isEqualTo("labs.by-hand.own"));

        jdbc.sql("delete from partner_staff where account_id = ?")
                .param(staff.value())
                .update();
        points.give(run, adas, "why", 3, "Nobody else may.");
        signInStaff();
        assertThat(waiting()).isZero();
    }

    @Test
    void authorsAndOthersGiveNoPoints() {
        fixtures.signInAsStaff(at(LabsPermissions.REGRADE), at(LabsPermissions.RESULTS));

        assertThatThrownBy(() -> points.give(run, adas, "why", 1, "")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(this::answers).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whatWasGivenIsInTheExportOfBoth() {
        points.give(run, adas, "why", 2, "Well seen.");

        assertThat(persons.dataOf(staff).toString()).contains("Well seen.");
        assertThat(persons.dataOf(ada.learner()).toString()).contains("Well seen.");
    }

    @Test
    void aPageOfAnswersTakesOneQueryAndOneToSeeWhoseRunItIs() {
        assertThat(queries(this::answers)).isEqualTo(2);
        assertThat(queries(() -> points.answersOf(run, LabCourse.UNIT, "why", ada.learner(), FIRST)))
                .isEqualTo(2);
    }

    private List<HandAnswer> answers() {
        return points.answers(run, LabCourse.UNIT, "why", false, FIRST);
    }

    private GradeReport.Graded seen(ActivityPlace place) {
        fixtures.signIn(place.learner());
        LabSubmission latest = labWork.submissions(
                        place.learner(), Objects.requireNonNull(place.run()), LabCourse.UNIT, FIRST)
                .getFirst();
        signInStaff();
        return Objects.requireNonNull(latest.result());
    }
}
