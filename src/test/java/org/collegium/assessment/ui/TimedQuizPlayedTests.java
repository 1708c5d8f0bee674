package org.collegium.assessment.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.collegium.assessment.ui.QuizPage.element;
import static org.collegium.assessment.ui.QuizPage.elements;
import static org.collegium.assessment.ui.QuizPage.fire;
import static org.collegium.assessment.ui.QuizPage.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.journal.WorkClosed;
import org.collegium.activity.journal.WorkJournal;
import org.collegium.activity.journal.WorkSave;
import org.collegium.activity.journal.WorkTicket;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.ResultNotes;
import org.collegium.assessment.exam.AccommodationData;
import org.collegium.assessment.exam.Accommodations;
import org.collegium.assessment.exam.ExamPermissions;
import org.collegium.assessment.exam.Outages;
import org.collegium.assessment.exam.QuizSetting;
import org.collegium.assessment.exam.QuizTimes;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.json.JsonMapper;

/** A quiz with a clock as learners meet it. */
class TimedQuizPlayedTests extends QuizPlayedTest {

    @Autowired
    private QuizTimes times;

    @Autowired
    private Accommodations accommodations;

    @Autowired
    private Outages outages;

    @Autowired
    private WorkJournal journal;

    @Autowired
    private ResultNotes notes;

    @Autowired
    private List<PersonalDataExport> exports;

    private CourseRunId run;

    @BeforeEach
    void adaIsInACourseWithATimedQuiz() {
        joined(AssessmentFixtures.QUIZ.replace("passMark: 0.6", "passMark: 0.6\ntimeLimit: 30"));
        run = new CourseRunId(AssessmentFixtures.run(place));
    }

    @Test
    void whoHasExtraTimeReadsSoWithTheReasonBeforeTheyStart() {
        asStaff(() -> accommodations.give(
                run, new AccommodationData(ada, "", 100, 0, null, null, 0, "Reads with a screen reader")));

        open();

        assertThat(text())
                .contains("Time: 60 min (30 + 30 extra)", "Reads with a screen reader", "more than 15 seconds");
        press("Start the quiz");
        assertThat(text()).contains("60 min (30 + 30 extra), until ");
    }

    @Test
    void theClockIsInThePageAndNoClockWhereThereIsNoEnd() {
        open();
        assertThat(text()).contains("Time: 30 min").doesNotContain("extra)");
        press("Start the quiz");

        assertThat(timeLeft()).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
        assertThat(elements(element("c-clock")))
                .anySatisfy(part -> assertThat(part.getAttribute("role")).isEqualTo("timer"))
                .anySatisfy(part -> assertThat(part.getAttribute("role")).isEqualTo("status"));
        set(new QuizSetting(null, null, 0, null), null);
        open();
        assertThat(elements()).noneMatch(part -> part.getTag().equals("c-clock"));
    }

    @Test
    void theClockEndsWithTheRunWhereThatIsSooner() {
        runCloses("10 minute");
        open();
        assertThat(text()).contains("Time: 30 min", "Closes ");
        press("Start the quiz");
        assertThat(timeLeft()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
        assertThat(text()).contains("30 min, but the quiz closes before that is over: until ");

        runCloses("5 minute");
        fire("quiz-clock", "{}");
        assertThat(timeLeft()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));

        runCloses("-2 second");
        fire("quiz-over", "{}");
        assertThat(text())
                .contains("Not passed", "The course run closed ", "This quiz closed ")
                .doesNotContain("Not passed yet", "Try again");
    }

    @Test
    void whereOnlyTheRunEndsThereIsAClockOnItsLastDay() {
        set(new QuizSetting(null, null, 0, null), null);
        runCloses("2 day");
        open();
        press("Start the quiz");
        assertThat(elements()).noneMatch(part -> part.getTag().equals("c-clock"));

        runCloses("2 hour");
        open();
        assertThat(timeLeft()).isBetween(Duration.ofMinutes(119), Duration.ofMinutes(120));
        assertThat(text()).contains(", when the quiz closes");
    }

    @Test
    void whenTheTimeIsUpTheResultSaysSo() {
        open();
        press("Start the quiz");
        past(Duration.ofMinutes(30).plusSeconds(1));

        fire("quiz-over", "{}");

        assertThat(text()).contains("Not passed yet", "The time was up ", "Time: 30 min");
    }

    @Test
    void theTrialOfAnAuthorHasTheClockIsMarkedAndIsGradedWhenItsTimeIsUp() {
        open(new ActivityPlace(ada, null, null, "quiz-models", "Check yourself", place.sha256(), place.course()));
        assertThat(text()).contains("The clock runs as it does for learners");

        press("Start the quiz");

        assertThat(text()).contains("Trial: 30 min, until ");
        assertThat(timeLeft()).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
        assertThat(element("c-sitting").getAttribute("data-texts"))
                .contains("What you answered is being graded")
                .doesNotContain("Your last answers are being saved");
        fire("quiz-over", "{\"q-true\": \"[\\\"false\\\"]\"}");
        assertThat(text())
                .contains("Trial", "1 of 5 points", "The time was up. What was answered until then is graded", "30 min")
                .doesNotContain("Attempt 1", "attempts left");
        press("Try again");
        QuizPage.submit("{}");
        assertThat(text()).contains("Time: 30 min").doesNotContain("The time was up");
    }

    @Test
    void aRehearsalTakesAsLongAsTheAttemptWill() {
        joined(AssessmentFixtures.QUIZ.replace("passMark: 0.6", "passMark: 0.6\ntimeLimit: 30\nrehearsal: true"));
        run = new CourseRunId(AssessmentFixtures.run(place));
        asStaff(() -> accommodations.give(run, new AccommodationData(ada, "", 100, 0, null, null, 0, "Needs it")));
        open();

        press("Rehearse first");

        assertThat(text()).contains("Rehearsal: 60 min (30 + 30 extra), until ");
        assertThat(timeLeft()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
        fire("quiz-over", "{}");
        assertThat(text()).contains("0 of 5 points", "The time was up. ", "Time: 60 min (30 + 30 extra)");
    }

    private static Duration timeLeft() {
        Element clock = element("c-clock");
        return Duration.between(
                Instant.parse(clock.getAttribute("data-now")), Instant.parse(clock.getAttribute("data-due")));
    }

    @Test
    void whatCameAfterTheEndIsNamedBesideTheResultOnEveryDevice() {
        open();
        press("Start the quiz");
        answer(Map.of("q-true", Answer.of("false")));
        WorkTicket ticket = attempts.goOn(ada, place).orElseThrow().ticket();
        past(Duration.ofMinutes(31));
        open();
        assertThat(text()).contains("The time was up ").doesNotContain("did not reach", "came at");

        comesLate(
                ticket, "q-true", journal.latest(ada, ticket.work()).getFirst().content());
        comesLate(ticket, "flag:q-single", "true");
        comesLate(ticket, "q-multiple", "[\"0\"]");
        fire("c-late", "late-told", "{}");

        assertThat(text())
                .contains("What you typed last in question 2 did not reach", "Question 2: came at ")
                .doesNotContain("Question 3: came at");
        String now = text();
        comesLate(ticket, "q-multiple", "[\"0\"]");
        open();
        assertThat(text()).as("elsewhere, with the time at which it came first").isEqualTo(now);
        comesLate(ticket, "q-number", "[\"7\"]");
        open();
        assertThat(text()).contains("in questions 2, 4 did not reach", "Question 4: came at ");
        assertThat(exported()).contains("q-multiple", "q-number").doesNotContain("flag:");
        AttemptId attempt = attempt();
        AccountId ben = fixtures.learner("Ben");
        assertThatThrownBy(() -> fixtures.as(ben, () -> notes.late(ada, attempt)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> fixtures.as(ben, () -> notes.late(ben, attempt)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> fixtures.as(ben, () -> journal.ended(ada, "quiz", attempt.value())))
                .isInstanceOf(AccessDeniedException.class);
    }

    private String exported() {
        return exports.stream()
                .filter(export -> export.name().equals("quizAttempts"))
                .map(export -> export.dataOf(ada).toString())
                .findFirst()
                .orElseThrow();
    }

    private void comesLate(WorkTicket ticket, String field, String content) {
        assertThatThrownBy(() -> journal.save(
                        ada, ticket, List.of(new WorkSave(UUID.randomUUID(), field, UUID.randomUUID(), 1, 0, content))))
                .isInstanceOf(WorkClosed.class);
    }

    @Test
    void aBrowserThatThinksItIsOverTooSoonIsToldToGoOnAndWhenTheEndHasMoved() {
        open();
        press("Start the quiz");
        past(Duration.ofMinutes(10));

        fire("quiz-over", "{}");
        UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();

        assertThat(UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations())
                .anySatisfy(
                        call -> assertThat(call.getInvocation().getExpression()).contains("goOn"));
        Instant due = Instant.parse(element("c-clock").getAttribute("data-due"));
        assertThat(Duration.between(Instant.now(), due)).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(20));
    }

    @Test
    void anOutageIsToldWithTheTimeThatItGaveBackThereAndInTheResult() {
        open();
        press("Start the quiz");
        past(Duration.ofMinutes(5));
        jdbc.sql("update platform_pulse set beat_at = now(6) - interval 115 second")
                .update();

        outages.beat();

        fire("quiz-clock", "{}");
        assertThat(text())
                .containsPattern("The platform was down for 11\\d seconds; your time was extended by 11\\d seconds");

        QuizPage.submit("{}");
        assertThat(text())
                .containsPattern("your time was extended by 11\\d seconds")
                .contains("You submitted it ");
    }

    @Test
    void aResultOfAQuizThatHasClosedSaysSoInsteadOfAttemptsThatAreLeft() {
        set(new QuizSetting(null, null, null, 3), null);
        open();
        press("Start the quiz");
        QuizPage.submit("{}");
        assertThat(text()).contains("2 attempts left");

        set(new QuizSetting(null, Instant.now().minusSeconds(60), null, 3), null);
        open();

        assertThat(text()).contains("This quiz closed ").doesNotContain("attempts left");
        assertThat(find(Button.class).all())
                .noneMatch(button -> button.getText().equals("Try again"));
    }

    @Test
    void aQuizThatIsNotOpenYetSaysWhenAndCannotBeStarted() {
        Instant opens = Instant.now().plus(2, ChronoUnit.DAYS);
        set(new QuizSetting(opens, null, null, null), null);

        open();

        assertThat(text())
                .contains("This quiz opens on " + new Scores(UI.getCurrent().getLocale()).day(opens));
        assertThat(find(Button.class).all())
                .noneMatch(button -> button.getText().equals("Start the quiz"));
        set(new QuizSetting(null, Instant.now().minusSeconds(60), null, null), null);
        open();
        assertThat(text()).contains("This quiz closed ");
        assertThat(find(Button.class).all())
                .noneMatch(button -> button.getText().equals("Start the quiz"));
    }

    @Test
    void whoWaitsForTheOpeningIsLetInWithoutLoadingThePageAgain() {
        set(new QuizSetting(Instant.now().plus(1, ChronoUnit.HOURS), null, null, null), null);
        open();
        UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
        assertThat(UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations())
                .filteredOn(call -> call.getInvocation().getExpression().contains("quiz-opens"))
                .singleElement()
                .satisfies(call -> assertThat(
                                (double) call.getInvocation().getParameters().getFirst())
                        .isBetween(3_590_000.0, 3_600_000.0));

        assertThat(text()).contains("Until the quiz opens");
        assertThat(timeLeft()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
        assertThat(element("c-clock").getAttribute("data-texts")).doesNotContain("is left", "are left", "is up");

        opens();
        assertThat(text()).as("it was moved").contains("This quiz opens ").doesNotContain("You can start it now");
        set(new QuizSetting(Instant.now().minusSeconds(1), null, null, null), null);
        opens();

        assertThat(find(Notification.class).single()).isNotNull();
        press("Start the quiz");
        assertThat(text()).contains("Question 1 of 5");
    }

    private static void opens() {
        Element intro = elements()
                .filter(part -> part.getClassList().contains("quiz-intro"))
                .findFirst()
                .orElseThrow();
        intro.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(intro, "quiz-opens", JsonMapper.shared().createObjectNode()));
    }

    @Test
    void thePasswordIsAskedForAndAWrongOneIsToldAtItsField() {
        set(QuizSetting.USUAL, "opensesame");
        open();
        TextField password = find(TextField.class).single();
        test(password).setValue("something");

        press("Start the quiz");

        assertThat(password.isInvalid()).isTrue();
        assertThat(password.getErrorMessage()).isEqualTo("This is not the password of the quiz.");
        test(password).setValue("opensesame");
        press("Start the quiz");
        assertThat(text()).contains("Question 1 of 5");
    }

    @Test
    void whoTriesAgainReadsTheTermsFirst() {
        open();
        press("Start the quiz");
        QuizPage.submit("{}");

        press("Try again");

        assertThat(text()).contains("Time: 30 min");
        press("Start the quiz");
        assertThat(text()).contains("Question 1 of 5");
    }

    private void past(Duration time) {
        jdbc.sql("""
                        update quiz_attempt set started_at = started_at - interval ? second,
                            due_at = due_at - interval ? second, version = version + 1
                        where learner_id = ?
                        """).params(time.toSeconds(), time.toSeconds(), ada.value()).update();
    }

    private void runCloses(String from) {
        jdbc.sql("update course_run set closes_at = now(6) + interval " + from + ", version = version + 1 where id = ?")
                .param(run.value())
                .update();
    }

    private void set(QuizSetting setting, @Nullable String password) {
        asStaff(() -> times.set(run, "quiz-models", setting, password));
    }

    private void asStaff(Runnable work) {
        fixtures.signInAsStaff(ExamPermissions.SET_TIMES, ExamPermissions.ACCOMMODATE);
        try {
            work.run();
        } finally {
            fixtures.signIn(ada);
        }
    }
}
