package org.collegium.courses.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.collegium.FullApplicationTest;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.RunSchedules;
import org.collegium.courses.RunTeacher;
import org.collegium.courses.RunTeachers;
import org.collegium.courses.SectionTime;
import org.collegium.identity.AccountId;
import org.collegium.identity.IdentityFixtures;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** The screens by which runs get versions, dates and teachers. */
@Tag("view")
@FullApplicationTest
class ReleaseViewsTests extends StudioViewTest {

    @Autowired
    private CourseRuns runs;

    @Autowired
    private RunSchedules schedules;

    @Autowired
    private RunTeachers teachers;

    @Autowired
    private JdbcClient jdbc;

    private CourseId course;
    private CourseRun run;

    @BeforeEach
    void aCourseHasARun() {
        course = draft("first-course", "MIT", CoursesFixtures.QUIZ);
        CoursesFixtures.publish(beans, course);
        run = runs.openRuns(course).getFirst();
    }

    @Test
    void aRollOutIsSeenBeforeItBegins() {
        go("studio/courses/" + course + "/roll-out");
        assertThat(page()).contains("Nothing to roll out");
        CoursesFixtures.draft(
                beans,
                partner,
                CoursesFixtures.accepted(
                        CoursesFixtures.metadata("first-course", "A first course", "MIT"),
                        "# Changed\n\nBetter said.\n",
                        CoursesFixtures.QUIZ));
        CoursesFixtures.publish(beans, course);

        go("studio/courses/" + course + "/versions");
        press("Retire with notice");
        find(DateTimePicker.class)
                .single()
                .setValue(LocalDateTime.now(ZoneOffset.UTC).plusDays(30));
        field(TextArea.class, "What learners are told").setValue("A key was wrong.");
        press("Announce it");
        assertThat(page()).contains("Will be retired", "A key was wrong.", "Change the notice");
        jdbc.sql("update course_version_retirement set retires_at = now(6) where course_id = ?")
                .param(course.value())
                .update();
        go("studio/courses/" + course + "/roll-out?version=1&run=" + run.id());
        assertThat(page())
                .contains("Version 1 is retired: runs get it no more.")
                .doesNotContain("What changes");
        go("studio/courses/" + course + "/versions");
        assertThat(page()).contains("Retired");
        press("Bring it back");
        assertThat(page()).doesNotContain("A key was wrong.");

        go("studio/courses/" + course + "/roll-out?version=1&run=" + run.id());

        assertThat(page())
                .contains("What changes", "version 2 becomes version 1", "What is a model?")
                .contains("Give version 1 to 1 run");
        press("Give version 1 to 1 run");
        assertThat(jdbc.sql("select count(*) from roll_out where course_id = ?")
                        .param(course.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aCourseIsRetiredAtOnceWithWhatItsLearnersAreTold() {
        go("studio/courses/" + course);
        press("Retire the course");
        assertThat(page()).contains("those who teach its runs");
        assertThat(find(DateTimePicker.class).all()).noneMatch(DateTimePicker::isVisible);
        field(TextArea.class, "What learners are told").setValue("x".repeat(2_001));
        press("Retire it now");
        assertThat(field(TextArea.class, "What learners are told").isInvalid()).isTrue();
        field(TextArea.class, "What learners are told").setValue("It is out of date.");
        press("Retire it now");

        assertThat(page()).contains("Bring the course back");
        assertThat(jdbc.sql("select message from course_retirement where course_id = ? and done_at is not null")
                        .param(course.value())
                        .query(String.class)
                        .list())
                .containsExactly("It is out of date.");
    }

    @Test
    void aSectionOpensAndIsDueByDaysAfterJoining() {
        go("studio/courses/" + course + "/runs/" + run.id() + "/schedule");
        assertThat(page()).contains("Its due date holds for them in the grade book");
        @SuppressWarnings("unchecked")
        Select<Enum<?>> due = find(Select.class).all().get(1);
        due.setValue(due.getListDataView()
                .getItems()
                .filter(way -> way.name().equals("JOINING"))
                .findFirst()
                .orElseThrow());
        List<IntegerField> days = find(IntegerField.class).all();
        days.getLast().setValue(7);
        press("Save the dates");

        assertThat(schedules.of(run.id()).sections().values())
                .singleElement()
                .satisfies(dates -> assertThat(dates.due()).isEqualTo(new SectionTime.AfterJoining(7)));
    }

    @Test
    void teachersOfARunAreStaffOfItsPartnerAndLearnersSeeThem() {
        AccountId ada = staff("Ada Lind");
        assertThat(teachers.candidates(run.id(), "lind", new PageRequest(0, 10)))
                .containsExactly(new RunTeacher(ada, "Ada Lind"));
        go("studio/courses/" + course + "/runs");
        press("Teachers");
        @SuppressWarnings("unchecked")
        ComboBox<RunTeacher> person = find(ComboBox.class).single();
        person.setValue(new RunTeacher(ada, "Ada Lind"));
        press("Save the teachers");

        assertThat(page()).contains("Taught by Ada Lind");
        assertThat(teachers.of(List.of(run.id())).get(run.id())).containsExactly(new RunTeacher(ada, "Ada Lind"));
        assertThatThrownBy(() -> teachers.state(run.id(), Set.of(AccountId.next())))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refused -> assertThat(refused.code()).isEqualTo("courses.run.teachers.staff"));
        jdbc.sql("delete from partner_staff where account_id = ?")
                .param(ada.value())
                .update();
        assertThat(teachers.of(List.of(run.id()))).isEmpty();
        signIn(CoursesFixtures.partner(beans), AUTHOR);
        assertThatThrownBy(() -> teachers.state(run.id(), Set.of())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> teachers.candidates(run.id(), "", new PageRequest(0, 1)))
                .isInstanceOf(AccessDeniedException.class);
        IdentityFixtures.signIn(null);
    }

    @Test
    void othersDoNotSeeRollOutsAndDates() {
        signIn(CoursesFixtures.partner(beans), CoursesPermissions.RUNS, CoursesPermissions.VIEW_DRAFT);
        for (String place : new String[] {"/roll-out", "/runs/" + run.id() + "/schedule"}) {
            go("studio/courses/" + course + place);
            assertThat(heading()).as(place).isEqualTo("Not open to you");
        }
    }

    private AccountId staff(String name) {
        AccountId account = AccountId.next();
        jdbc.sql("""
                insert into account (id, version, email, name, locale, created_at, confirmed_at, session_epoch)
                values (?, 0, ?, ?, 'en', now(6), now(6), 0)
                """).params(account.value(), account + "@example.org", name).update();
        jdbc.sql("insert into partner_staff (partner_id, account_id, role) values (?, ?, 'INSTRUCTOR')")
                .params(partner.id().value(), account.value())
                .update();
        return account;
    }
}
