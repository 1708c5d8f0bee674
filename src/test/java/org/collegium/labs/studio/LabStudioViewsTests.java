package org.collegium.labs.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.collegium.FullApplicationTest;
import org.collegium.ViewTest;
import org.collegium.activity.ActivityPlace;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.identity.AccountId;
import org.collegium.labs.CellGrade;
import org.collegium.labs.CellGrade.Outcome;
import org.collegium.labs.LabsNavigation;
import org.collegium.labs.LabsPermissions;
import org.collegium.labs.work.GradingHalts;
import org.collegium.labs.work.HandedIn;
import org.collegium.labs.work.LabCourse;
import org.collegium.labs.work.SubmissionId;
import org.collegium.partners.Partner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;

/** The pages of labs in Studio; nothing here needs a sandbox. */
@Tag("view")
@FullApplicationTest
class LabStudioViewsTests extends ViewTest {

    private static final String RESULT = """
        {"passed": %s, "solution": [{"gradeId": "test-squares", "points": %s, "maxPoints": 2.0, "outcome": "%s", "message": "%s"}],
         "untouched": [{"gradeId": "test-squares", "points": 0.0, "maxPoints": 2.0, "outcome": "FAILED", "message": ""}],
         "broken": null, "pointsByTests": 2.0, "tookMillis": 1234, "peakKilobytes": 40960,
         "limits": {"cellSeconds": 10, "totalSeconds": 60, "cpuSeconds": 30, "memoryMegabytes": 1024, "calls": 5000, "frameBytes": 1, "outputBytes": 1},
         "missing": [], "runtime": "r", "at": "2026-01-01T00:00:00Z"}
        """;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    private StudyFixtures fixtures;
    private HandedIn work;
    private Partner partner;
    private CourseVersion course;
    private UUID run;
    private ActivityPlace ada;

    @BeforeEach
    void aCourseWithALabIsPublished() {
        jdbc.sql("delete from lab_check").update();
        fixtures = new StudyFixtures(jdbc, people);
        work = new HandedIn(beans);
        partner = CoursesFixtures.partner(beans);
        course = CoursesFixtures.publish(
                beans, CoursesFixtures.draft(beans, partner, LabCourse.accepted(LabCourse.WITH_QUESTION)));
        ada = LabCourse.place(beans, fixtures.learner("Ada Lind"), course);
        run = Objects.requireNonNull(ada.run());
        signIn(LabsPermissions.TRY, LabsPermissions.RESULTS, LabsPermissions.REGRADE, LabsPermissions.GIVE_POINTS);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theLabsOfACourseStandInAListWithTheirChecksAndRuns() {
        go(LabsNavigation.labs(course()));

        assertThat(heading()).isEqualTo("Labs");
        assertThat(page()).contains("Squares", "Being checked");
        assertThat(links())
                .contains(
                        LabsNavigation.lab(course(), LabCourse.UNIT),
                        LabsNavigation.results(course(), LabCourse.UNIT, run));
    }

    @Test
    void aCourseWithoutLabsSaysHowOneComesIn() {
        CourseId plain = CoursesFixtures.draft(beans, partner, CoursesFixtures.accepted("without-labs"));

        go(LabsNavigation.labs(plain.value()));

        assertThat(page()).contains("No labs here");
    }

    @Test
    void aLabThatPassedShowsWhatItEarnedAndTook() {
        checked(RESULT.formatted("true", "2.0", "PASSED", ""));

        go(LabsNavigation.lab(course(), LabCourse.UNIT));

        assertThat(page()).contains("Checked", "2 of 2 points", "1.2 of 60 s", "40 of 1,024 MB", "all there");
        assertThat(page()).contains("What would this work get?");
    }

    @Test
    void aLabThatFailedSaysWhichTestAndWhy() {
        checked(RESULT.formatted("false", "0.0", "FAILED", "expected 4, got 2"));

        go(LabsNavigation.lab(course(), LabCourse.UNIT));

        assertThat(page())
                .contains("Not ready")
                .contains("test-squares: your own solution earns 0 of 2 points. The test says: expected 4, got 2");
    }

    @Test
    void whereThereIsNoSandboxThePageSaysSoWithTheRemedy() {
        jdbc.sql("update lab_check set obstacle = 'bubblewrap is missing: apt-get install bubblewrap'")
                .update();

        go(LabsNavigation.lab(course(), LabCourse.UNIT));

        assertThat(page()).contains("Waits for its check", "apt-get install bubblewrap", "An operator can mend this.");
    }

    @Test
    void theDraftSaysOfEachLabHowItStands() {
        String draft = "/studio/courses/" + course();
        go(draft);
        assertThat(page()).contains("Squares is being checked.", "Being checked");

        jdbc.sql("update lab_check set obstacle = 'bubblewrap is missing: apt-get install bubblewrap'")
                .update();
        again(draft);
        assertThat(page()).contains("Squares cannot be checked yet.", "apt-get install bubblewrap");

        checked(RESULT.formatted("false", "0.0", "FAILED", "expected 4, got 2"));
        again(draft);
        assertThat(page())
                .contains("Squares does not do what it promises.", "expected 4, got 2")
                .doesNotContain("Nothing stands in the way.");
        assertThat(links()).contains(LabsNavigation.lab(course(), LabCourse.UNIT));

        checked(RESULT.formatted("true", "2.0", "PASSED", ""));
        again(draft);
        assertThat(page()).contains("Nothing stands in the way.", "Checked");
    }

    private static void again(String address) {
        go("/my-learning");
        go(address);
    }

    @Test
    void theResultsOfARunNameTheTestsThatFail() {
        work.graded(ada, HandedIn.WRONG, "Because.", false, failed("expected 4, got 2"), byHand(Outcome.BY_HAND));

        go(LabsNavigation.results(course(), LabCourse.UNIT, run));

        assertThat(page()).contains("Where learners fail", "test-squares", "1 of 1", "expected 4, got 2", "1 learner");
        assertThat(links())
                .contains(
                        LabsNavigation.regrades(course(), LabCourse.UNIT, run),
                        LabsNavigation.byHand(course(), LabCourse.UNIT, run));
    }

    @Test
    void beforeAnybodyHandedInTheResultsSayWhatWillBeHere() {
        go(LabsNavigation.results(course(), LabCourse.UNIT, run));

        assertThat(page()).contains("Nobody has handed in work yet");
    }

    @Test
    void authorsSeeResultsButNoAnswersAndNoNames() {
        work.graded(ada, HandedIn.WRONG, "Because.", false, failed("no"), byHand(Outcome.BY_HAND));
        signIn(LabsPermissions.TRY, LabsPermissions.RESULTS, LabsPermissions.REGRADE);

        go(LabsNavigation.results(course(), LabCourse.UNIT, run));

        assertThat(links()).doesNotContain(LabsNavigation.byHand(course(), LabCourse.UNIT, run));
        assertThat(page()).doesNotContain("Ada Lind");
    }

    @Test
    void gradingAgainIsBegunFollowedDecidedAndConfirmed() {
        SubmissionId submission = work.graded(ada, HandedIn.WRONG, "", true, passed(), byHand(Outcome.UNANSWERED));
        go(LabsNavigation.regrades(course(), LabCourse.UNIT, run));
        assertThat(page()).contains("Nothing was graded again so far.");

        press("See who would change");
        assertThat(page()).contains("Say why");
        test(field(TextField.class, "Why")).setValue("The hidden tests were wrong");
        press("See who would change");

        assertThat(heading()).isEqualTo("Grade again");
        assertThat(page()).contains("The hidden tests were wrong", "0 of 1 are graded again.");
        assertThat(find(ProgressBar.class).all()).hasSize(1);

        jdbc.sql("""
            update lab_regrade_item set after_points = 0, after_max = 5, after_passed = false, changed = true,
                report = '{}' where submission_id = ?
            """).param(submission.value()).update();
        jdbc.sql("update lab_regrade set state = 'PREVIEWED' where run_id = ?")
                .param(run)
                .update();
        again(UI.getCurrent().getInternals().getActiveViewLocation().getPath());
        assertThat(page())
                .contains("1 of 1 would be graded otherwise. Nothing has changed yet.")
                .contains("Ada Lind", "2 of 5 → 0 of 5", "No longer passed", "The lab stays completed.");

        press("Apply 1 new grade");
        ConfirmDialog dialog = find(ConfirmDialog.class).single();
        assertThat(page()).contains("Nobody earns more; 1 earns less.");
        test(dialog).confirm();

        assertThat(jdbc.sql("select state from lab_regrade where run_id = ?")
                        .param(run)
                        .query(String.class)
                        .single())
                .isEqualTo("APPLYING");
        press("End it");
        assertThat(page()).contains("This was ended. No grade was changed.");
    }

    @Test
    void singleSubmissionsAreChosenToBeGradedAgain() {
        SubmissionId first = work.graded(ada, HandedIn.WRONG, "", false, failed("no"), byHand(Outcome.UNANSWERED));
        SubmissionId second = work.graded(ada, HandedIn.RIGHT, "", true, passed(), byHand(Outcome.UNANSWERED));
        go(LabsNavigation.results(course(), LabCourse.UNIT, run));
        String again = links().stream()
                .filter(link -> link.contains("?test="))
                .findFirst()
                .orElseThrow();

        go(again);
        assertThat(page()).contains("Ada Lind", "Submission 1", "None chosen").doesNotContain("Submission 2");
        press("See who would change");
        test(field(TextField.class, "Why")).setValue("It was judged unfairly");
        press("See who would change");
        assertThat(page()).contains("Choose at least one submission.");

        press("Choose those shown");
        assertThat(page()).contains("1 chosen");
        press("See who would change");

        assertThat(heading()).isEqualTo("Grade again");
        assertThat(jdbc.sql("select submission_id from lab_regrade_item item join lab_regrade regrade"
                                + " on regrade.id = item.regrade_id where regrade.run_id = ?")
                        .param(run)
                        .query(UUID.class)
                        .list())
                .containsExactly(first.value())
                .doesNotContain(second.value());
    }

    @Test
    void pausedLabsAreSaidToWhoeverWaitsForAGradingOfTheirs() {
        work.graded(ada, HandedIn.WRONG, "", false, failed("no"), byHand(Outcome.UNANSWERED));
        go(LabsNavigation.regrades(course(), LabCourse.UNIT, run));
        test(field(TextField.class, "Why")).setValue("The hidden tests were wrong");
        press("See who would change");
        String regrade = UI.getCurrent().getInternals().getActiveViewLocation().getPath();
        GradingHalts halts = beans.getBean(GradingHalts.class);
        halts.halt(Optional.empty(), "Until nine.", null);
        try {
            again(regrade);
            assertThat(page()).contains("Labs are paused", "The operators say: Until nine.");

            go(LabsNavigation.lab(course(), LabCourse.UNIT));
            assertThat(page()).contains("Waits for its check", "Labs are paused", "Until nine.");
        } finally {
            halts.end(Optional.empty());
        }
    }

    @Test
    void anotherSubmissionOfALearnerIsChosenForPoints() {
        SubmissionId first =
                work.graded(ada, HandedIn.WRONG, "The better one.", false, failed("no"), byHand(Outcome.BY_HAND));
        SubmissionId unused =
                work.graded(ada, HandedIn.WRONG, "The later one.", false, failed("no"), byHand(Outcome.BY_HAND));
        go(LabsNavigation.byHand(course(), LabCourse.UNIT, run));
        assertThat(page()).contains("The later one.", "1 other submission").doesNotContain("The better one.");

        press("1 other submission");
        Select<?> which = find(Select.class).all().stream()
                .filter(select -> "Submission".equals(select.getLabel()))
                .findFirst()
                .orElseThrow();
        selectLast(which);
        assertThat(page()).contains("The better one.").doesNotContain("The later one.");

        test(find(NumberField.class).single()).setValue(2.0);
        press("Give points");

        assertThat(page()).contains("Every answer has its points", "Points given");
        assertThat(jdbc.sql("select submission_id from lab_hand_points where submission_id = ?")
                        .param(first.value())
                        .query(UUID.class)
                        .list())
                .hasSize(1);
    }

    @Test
    void pointsAreGivenByHandAndTheNextOneIsReady() {
        work.graded(ada, HandedIn.WRONG, "Each step adds two more.", false, failed("no"), byHand(Outcome.BY_HAND));
        work.graded(
                LabCourse.place(beans, fixtures.learner("Ben Moss"), course),
                HandedIn.WRONG,
                "No idea.",
                false,
                failed("no"),
                byHand(Outcome.BY_HAND));

        go(LabsNavigation.byHand(course(), LabCourse.UNIT, run));
        assertThat(page())
                .contains("2 answers wait for points", "Ada Lind", "Each step adds two more.", "Ben Moss", "No idea.");

        List<NumberField> fields = find(NumberField.class).all();
        fields.getFirst().setValue(7.0);
        press("Give points");
        assertThat(fields.getFirst().getErrorMessage()).isEqualTo("Give 0 to 3 points.");

        test(fields.getFirst()).setValue(2.5);
        test(find(TextArea.class).all().getFirst()).setValue("Well seen.");
        press("Give points");

        assertThat(page()).contains("1 answer waits for points", "Points given");
        assertThat(jdbc.sql("select comment from lab_hand_points")
                        .query(String.class)
                        .list())
                .contains("Well seen.");
    }

    @Test
    void aLabWithoutSuchCellsSaysSo() {
        CourseVersion plain = CoursesFixtures.publish(
                beans,
                CoursesFixtures.draft(beans, CoursesFixtures.partner(beans), LabCourse.accepted(LabCourse.NOTEBOOK)));
        fixtures.signInAsStaff(Stream.of(CoursesPermissions.VIEW_DRAFT, LabsPermissions.GIVE_POINTS)
                .map(permission -> permission + "@" + plain.partner())
                .toArray(String[]::new));
        UUID itsRun = Objects.requireNonNull(
                LabCourse.place(beans, fixtures.learner("Nobody"), plain).run());

        go(LabsNavigation.byHand(plain.course().value(), LabCourse.UNIT, itsRun));

        assertThat(page()).contains("No points by hand here");
    }

    private <T> void selectLast(Select<T> select) {
        T last = select.getListDataView().getItems().toList().getLast();
        test(select).selectItem(select.getItemLabelGenerator().apply(last));
    }

    private static CellGrade passed() {
        return new CellGrade("test-squares", 2, 2, Outcome.PASSED, "");
    }

    private static CellGrade failed(String message) {
        return new CellGrade("test-squares", 0, 2, Outcome.FAILED, message);
    }

    private static CellGrade byHand(Outcome outcome) {
        return new CellGrade("why", 0, 3, outcome, "");
    }

    private void checked(String result) {
        jdbc.sql("update lab_check set result = ?, checked_at = now(6), passed = true")
                .param(result)
                .update();
    }

    private UUID course() {
        return course.course().value();
    }

    private void signIn(String... permissions) {
        AccountId staff = fixtures.learner("Ira Instructor");
        fixtures.signIn(
                staff,
                Stream.concat(Stream.of(CoursesPermissions.VIEW_DRAFT), Stream.of(permissions))
                        .map(permission -> permission + "@" + partner.id())
                        .toArray(String[]::new));
    }
}
