package org.collegium.assessment.regrading;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import org.collegium.FullApplicationTest;
import org.collegium.JobsRest;
import org.collegium.ViewTest;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.Attempts;
import org.collegium.assessment.Award;
import org.collegium.assessment.OpenAttempt;
import org.collegium.assessment.SaveResult;
import org.collegium.assessment.StartResult;
import org.collegium.assessment.appeals.Appeal;
import org.collegium.assessment.appeals.AppealFilter;
import org.collegium.assessment.appeals.AppealState;
import org.collegium.assessment.appeals.Appeals;
import org.collegium.assessment.appeals.AppealsPermissions;
import org.collegium.assessment.appeals.OwnAppeals;
import org.collegium.assessment.exam.Accommodations;
import org.collegium.assessment.exam.ExamPermissions;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CoursesPermissions;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;

/** Grades that change afterwards, as instructors have them on their screens. */
@Tag("view")
@JobsRest
@FullApplicationTest
class ChangedKeysViewsTests extends ViewTest {

    private static final PageRequest FIRST = new PageRequest(0, 10);

    @Autowired
    private QuizRegrades regrades;

    @Autowired
    private QuizRegradingJob job;

    @Autowired
    private Appeals appeals;

    @Autowired
    private OwnAppeals own;

    @Autowired
    private Accommodations accommodations;

    @Autowired
    private Attempts attempts;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    private StudyFixtures fixtures;
    private CourseVersion course;
    private CourseRunId run;
    private AccountId ada;
    private AttemptId attempt;

    @BeforeEach
    void adaHasAResultAndAnInstructorLooksAtIt() {
        fixtures = new StudyFixtures(jdbc, people);
        course = AssessmentFixtures.published(
                beans, AssessmentFixtures.QUIZ.replace("passMark: 0.6", "passMark: 0.6\ntimeLimit: 30"));
        ada = fixtures.learner("Ada Lind");
        ActivityPlace place = AssessmentFixtures.joined(beans, fixtures, ada, course);
        run = new CourseRunId(AssessmentFixtures.run(place));
        OpenAttempt open = switch (attempts.start(ada, place)) {
            case StartResult.Going(OpenAttempt going) -> going;
            case StartResult other -> throw new AssertionError(other.toString());
        };
        assertThat(attempts.save(
                        ada, open.id(), Map.of("q-single", Answer.of("b"), "q-text", Answer.of("over-fitting"))))
                .isInstanceOf(SaveResult.Saved.class);
        attempts.submit(ada, open.id());
        attempt = open.id();
        own.appeal(ada, attempt, "q-text", "It is spelled so, too.");
        fixtures.signInAsStaff(
                RegradingPermissions.REGRADE,
                AppealsPermissions.REPLY,
                ExamPermissions.SET_TIMES,
                ExamPermissions.ACCOMMODATE,
                CoursesPermissions.VIEW_DRAFT);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aKeyIsCorrectedSeenAndApplied() {
        open("quizzes/quiz-models/keys", "run=" + run);
        press("See who would change");
        assertThat(field(TextField.class, "Why").getErrorMessage()).contains("Say why");
        test(field(TextField.class, "Why")).setValue("The last question was unclear");
        press("See who would change");
        assertThat(page()).contains("Nothing is changed yet.");
        field(NumberField.class, "Points").setValue(0.0);
        press("See who would change");
        assertThat(page()).contains("Question 1 needs points above 0.");
        field(NumberField.class, "Points").setValue(1.0);
        List<RadioButtonGroup<Award>> awards = find(RadioButtonGroup.class).all().stream()
                .filter(group -> "Who gets the points".equals(group.getLabel()))
                .map(group -> (RadioButtonGroup<Award>) group)
                .toList();
        assertThat(awards).hasSize(5);
        awards.getLast().setValue(Award.EVERYONE);
        press("See who would change");

        Regrade begun = regrades.list(run, "quiz-models", FIRST).getFirst();
        assertThat(begun.reason()).isEqualTo("The last question was unclear");
        assertThat(job.work(begun.id())).isEmpty();
        open("quizzes/quiz-models/keys/" + run + "/" + begun.id(), "");
        assertThat(page())
                .contains("1 of 1 attempt would be worth something else", "0 of 5 → 1 of 5", "Ada Lind", "Attempt 1");
        press("Have the corrected key hold");
        test(find(ConfirmDialog.class).single()).confirm();
        RegradeState now = regrades.find(run, begun.id()).orElseThrow().state();
        assertThat(now).isIn(RegradeState.APPLYING, RegradeState.APPLIED);
        assertThat(job.work(begun.id())).isPresent();
        open("quizzes/quiz-models/keys/" + run + "/" + begun.id(), "");
        assertThat(page()).contains("1 attempt is graded by the corrected key.", "In force");
        press("Grade by the earlier key again");
        assertThat(field(TextField.class, "Why the earlier key is right").getErrorMessage())
                .contains("Say why");
        open("quizzes/quiz-models/keys", "run=" + run);
        assertThat(page()).contains("A corrected key holds already", "The last question was unclear", "Holds now");
    }

    @Test
    void aQuizThatOnlyARunHasStillIsFoundWithItsKeys() {
        jdbc.sql("update course set published_version = ? where id = ?")
                .params(fixtures.offer().version().value(), course.course().value())
                .update();

        open("quizzes", "");
        assertThat(page()).contains("Results of Check yourself");
        open("quizzes/quiz-models/keys", "run=" + run);
        assertThat(page()).contains("What is right");
    }

    @Test
    @SuppressWarnings("unchecked")
    void appealsAreLookedForAmongTheQuizzesOfTheRunAndReadWhenTheRunWentOnWithoutTheirs() {
        jdbc.sql("""
                        insert into course_run (id, version, course_id, partner_id, version_id, title, self_enrolment, created_at)
                        select ?, 0, course_id, partner_id, ?, 'Another run', self_enrolment, now(6) from course_run where id = ?
                        """)
                .params(CourseRunId.next().value(), fixtures.offer().version().value(), run.value())
                .update();
        open("appeals", "run=" + run + "&quiz=quiz-models");
        assertThat(page()).contains("1 appeal");
        Select<String> quiz = (Select<String>) field(Select.class, "Quiz");
        test((Select<CourseRun>) field(Select.class, "Course run")).selectItem("Another run");
        assertThat(quiz.getValue()).isEmpty();
        assertThat(quiz.getListDataView().getItems()).doesNotContain("quiz-models");
        assertThat(page()).contains("No appeal waits");

        Appeal appeal = appeals.list(run, AppealFilter.WAITING, FIRST).getFirst();
        jdbc.sql("update course_run set version_id = ? where id = ?")
                .params(fixtures.offer().version().value(), run.value())
                .update();
        open("appeals", "run=" + run);
        assertThat(page()).contains("Check yourself");
        open("appeals/" + run + "/" + appeal.id(), "");
        assertThat(page()).contains("Check yourself, attempt 1", "over-fitting");
    }

    @Test
    void anAppealIsFoundReadAndGranted() {
        open("appeals", "");
        assertThat(page())
                .contains(
                        "1 appeal", "Ada Lind", "The opposite of underfitting", "It is spelled so, too.", "Reply due");
        Appeal appeal = appeals.list(run, AppealFilter.WAITING, FIRST).getFirst();
        open("appeals/" + run + "/" + appeal.id(), "");
        assertThat(page()).contains("It is spelled so, too.", "over-fitting", "Correct the key");
        press("Grant");
        assertThat(field(TextArea.class, "Your reply").getErrorMessage()).contains("Write 1 to");
        test(field(TextArea.class, "Your reply")).setValue("Both spellings are fine.");
        field(NumberField.class, "Points if granted").setValue(3.0);
        press("Grant");
        assertThat(field(NumberField.class, "Points if granted").getErrorMessage())
                .contains("more than 0 and at most 1");
        field(NumberField.class, "Points if granted").setValue(1.0);
        press("Grant");

        assertThat(appeals.find(run, appeal.id()).orElseThrow().state()).isEqualTo(AppealState.GRANTED);
        assertThat(page()).contains("Granted", "Both spellings are fine.").doesNotContain("Your reply");
        open("appeals", "show=ANSWERED&q=lind");
        assertThat(page()).contains("1 appeal", "Replied");
        open("appeals", "");
        assertThat(page()).contains("No appeal waits");
    }

    @Test
    void theTimeForAppealsIsSet() {
        open("appeals", "");
        assertThat(page()).contains("until 14 days after the result");
        press("Change the time");
        field(IntegerField.class, "Days to appeal").setValue(900);
        press("Save the time");
        assertThat(field(IntegerField.class, "Days to appeal").getErrorMessage())
                .isEqualTo("Choose 0 to 365 days, not 900.");
        field(IntegerField.class, "Days to appeal").setValue(7);
        press("Save the time");
        assertThat(page()).contains("until 7 days after the result");
    }

    @Test
    void severalAreGivenTheSameAfterSeeingWhoIsMeant() {
        open("quiz-times", "");
        assertThat(page()).contains("30 min (as the quiz says)");
        press("Give several the same");
        test(field(TextArea.class, "E-mail addresses")).setValue("nobody@example.org\n" + ada + "@example.org");
        press("See who is given it");
        assertThat(page()).contains("Line 1: nobody in this run", "Line 2: is given it");
        assertThat(button("Give it to 1 learner").isEnabled())
                .as("nothing is given yet")
                .isFalse();
        test(field(IntegerField.class, "Extra minutes")).setValue(15);
        test(field(TextArea.class, "Reason")).setValue("Came late by train");
        press("See who is given it");
        press("Give it to 1 learner");

        assertThat(accommodations.list(run, "", FIRST))
                .singleElement()
                .satisfies(given -> assertThat(given.data().extraMinutes()).isEqualTo(15));
        assertThat(page()).contains("Came late by train");
    }

    private void open(String address, String query) {
        UI.getCurrent().navigate("my-learning");
        UI.getCurrent()
                .navigate(
                        "studio/courses/" + course.course() + "/" + address,
                        query.isEmpty() ? QueryParameters.empty() : QueryParameters.fromString(query));
    }
}
