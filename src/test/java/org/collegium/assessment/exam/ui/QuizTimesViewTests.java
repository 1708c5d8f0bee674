package org.collegium.assessment.exam.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.LocalDateTime;
import org.collegium.FullApplicationTest;
import org.collegium.ViewTest;
import org.collegium.assessment.exam.AccommodationData;
import org.collegium.assessment.exam.Accommodations;
import org.collegium.assessment.exam.ExamPermissions;
import org.collegium.assessment.exam.QuizTimes;
import org.collegium.assessment.exam.TimedQuiz;
import org.collegium.courses.CoursesPermissions;
import org.collegium.enrolment.Enrolments;
import org.collegium.enrolment.RunPerson;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.enrolment.StudyFixtures.Offered;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;

@Tag("view")
@FullApplicationTest
class QuizTimesViewTests extends ViewTest {

    private static final PageRequest FIRST = new PageRequest(0, 50);

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private QuizTimes times;

    @Autowired
    private Accommodations accommodations;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    private StudyFixtures fixtures;
    private Offered offered;
    private AccountId ada;

    @BeforeEach
    void anInstructorOpensTheTimesOfACourse() {
        fixtures = new StudyFixtures(jdbc, people);
        offered = fixtures.offer();
        ada = fixtures.learner("Ada Lind");
        fixtures.as(ada, () -> enrolments.join(ada, offered.run()));
        fixtures.signInAsStaff(
                ExamPermissions.SET_TIMES + "@" + offered.partner(),
                ExamPermissions.ACCOMMODATE + "@" + offered.partner(),
                CoursesPermissions.VIEW_DRAFT + "@" + offered.partner());
        open("");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theQuizzesOfTheRunStandThereAsTheyAre() {
        assertThat(find(H1.class).single().getText()).isEqualTo("Times of quizzes");
        assertThat(page())
                .contains("Title of last-quiz", "As the quiz says", "With the run", "Nobody is given anything yet");
        assertThat(page()).doesNotContain("first-lesson");
    }

    @Test
    void datesLimitAttemptsAndPasswordAreSet() {
        press("Change");
        field(DateTimePicker.class, "Opens").setValue(LocalDateTime.parse("2026-12-01T09:00"));
        field(DateTimePicker.class, "Closes").setValue(LocalDateTime.parse("2026-12-01T11:00"));
        test(field(IntegerField.class, "Time limit in minutes")).setValue(45);
        test(field(IntegerField.class, "Attempts")).setValue(1);
        test(field(TextField.class, "Password")).setValue("opensesame");
        press("Save");

        TimedQuiz quiz = times.of(offered.run()).getFirst();
        assertThat(quiz.setting().opens()).isEqualTo(Instant.parse("2026-12-01T09:00:00Z"));
        assertThat(quiz.setting().closes()).isEqualTo(Instant.parse("2026-12-01T11:00:00Z"));
        assertThat(quiz.setting().minutes()).isEqualTo(45);
        assertThat(quiz.setting().attempts()).isEqualTo(1);
        assertThat(quiz.password()).isTrue();
        assertThat(page()).contains("45 min", "Asked for").doesNotContain("opensesame");
    }

    @Test
    void whatIsWrongIsToldAtItsFieldAndNothingIsSet() {
        press("Change");
        field(DateTimePicker.class, "Opens").setValue(LocalDateTime.parse("2026-12-01T09:00"));
        field(DateTimePicker.class, "Closes").setValue(LocalDateTime.parse("2026-12-01T08:00"));
        test(field(IntegerField.class, "Time limit in minutes")).setValue(100_000);
        press("Save");

        assertThat(field(DateTimePicker.class, "Closes").getErrorMessage()).isEqualTo("It must close after it opens.");
        assertThat(field(IntegerField.class, "Time limit in minutes").isInvalid())
                .isTrue();
        assertThat(times.of(offered.run()).getFirst().setting().minutes()).isNull();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aLearnerIsGivenExtraTimeWithAReason() {
        press("Give an accommodation");
        press("Give");
        ComboBox<RunPerson> learner = find(ComboBox.class).single();
        assertThat(learner.getErrorMessage()).isEqualTo("Choose a learner.");
        learner.setValue(accommodations.learners(offered.run(), "ada", FIRST).getFirst());
        press("Give");
        assertThat(field(TextArea.class, "Reason").isInvalid()).isTrue();
        assertThat(field(IntegerField.class, "Extra time in percent").getErrorMessage())
                .isEqualTo("Give extra time, attempts or a date.");
        test(field(IntegerField.class, "Extra time in percent")).setValue(100);
        test(field(TextArea.class, "Reason")).setValue("Reads with a screen reader");
        press("Give");

        assertThat(page())
                .contains("Ada Lind", "All quizzes of the run", "100% more time", "Reads with a screen reader")
                .contains("One accommodation", "Staff");
        assertThat(accommodations.list(offered.run(), "", FIRST)).hasSize(1);
    }

    @Test
    void whatWasGivenIsFoundAndTakenBackAndThatUndone() {
        accommodations.give(offered.run(), new AccommodationData(ada, "last-quiz", 0, 10, null, null, 2, "Fire alarm"));
        open("?q=lind");
        assertThat(page()).contains("10 min more", "2 attempts more", "Title of last-quiz");

        test(button("Take back what Ada Lind is given")).click();
        assertThat(accommodations.count(offered.run(), "")).isZero();
        assertThat(page()).contains("Nothing found");
        press("Undo");
        assertThat(accommodations.list(offered.run(), "", FIRST))
                .singleElement()
                .satisfies(given -> assertThat(given.data().reason()).isEqualTo("Fire alarm"));

        open("?q=nobody");
        assertThat(page()).contains("Nothing found");
    }

    @Test
    void aLongListComesInPages() {
        for (int i = 0; i < 26; i++) {
            AccountId learner = fixtures.learner("Learner %02d".formatted(i));
            jdbc.sql("""
                            insert into quiz_accommodation (id, run_id, unit_key, learner_id, extra_percent, extra_minutes,
                                extra_attempts, reason, given_at)
                            values (uuid(), ?, '', ?, 10, 0, 0, 'Many', now(6))
                            """).params(offered.run().value(), learner.value()).update();
        }

        open("?page=2");

        assertThat(page()).contains("26 accommodations", "Learner 25").doesNotContain("Learner 24");
    }

    private void open(String query) {
        UI.getCurrent().navigate("my-learning");
        UI.getCurrent()
                .navigate(
                        "studio/courses/" + offered.course() + "/quiz-times",
                        query.isEmpty() ? QueryParameters.empty() : QueryParameters.fromString(query.substring(1)));
    }
}
