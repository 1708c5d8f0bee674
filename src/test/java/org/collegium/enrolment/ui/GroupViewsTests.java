package org.collegium.enrolment.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.collegium.FullApplicationTest;
import org.collegium.ViewTest;
import org.collegium.assessment.exam.Accommodations;
import org.collegium.assessment.exam.ExamPermissions;
import org.collegium.courses.CoursesPermissions;
import org.collegium.enrolment.EnrolmentPermissions;
import org.collegium.enrolment.Enrolments;
import org.collegium.enrolment.RunGroup;
import org.collegium.enrolment.RunGroupId;
import org.collegium.enrolment.RunGroups;
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
class GroupViewsTests extends ViewTest {

    private static final PageRequest FIRST = new PageRequest(0, 10);

    @Autowired
    private RunGroups groups;

    @Autowired
    private Accommodations accommodations;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    private Offered offered;
    private AccountId ada;

    @BeforeEach
    void anInstructorTeachesAda() {
        StudyFixtures fixtures = new StudyFixtures(jdbc, people);
        offered = fixtures.offer();
        ada = fixtures.learner("Ada Lind");
        fixtures.as(ada, () -> enrolments.join(ada, offered.run()));
        fixtures.signInAsStaff(
                EnrolmentPermissions.GROUPS + "@" + offered.partner(),
                ExamPermissions.SET_TIMES + "@" + offered.partner(),
                ExamPermissions.ACCOMMODATE + "@" + offered.partner(),
                CoursesPermissions.VIEW_DRAFT + "@" + offered.partner());
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aGroupIsMadeFilledAndEmptied() {
        open("groups");
        assertThat(page()).contains("No groups yet");
        press("Add a group");
        press("Save");
        assertThat(field(TextField.class, "Name").getErrorMessage())
                .isEqualTo("A name has 1 to 80 characters; this one has 0.");
        test(field(TextField.class, "Name")).setValue("Night shift");
        press("Save");

        assertThat(find(H1.class).single().getText()).isEqualTo("Night shift");
        assertThat(page()).contains("Nobody is in the group yet");
        press("Add learners");
        test(field(TextArea.class, "E-mail addresses"))
                .setValue("nobody@example.org\n" + ada + "@example.org\nno address");
        press("See who comes in");
        assertThat(page())
                .contains(
                        "1 learner comes in. 2 lines are left out.", "Line 1: nobody in this run", "Line 3: no address")
                .contains("Line 2: comes into the group");
        press("Add 1 learner");
        assertThat(page()).contains("1 learner is in the group now.", "Ada Lind");

        press("Take Ada Lind out of the group");
        assertThat(groups.list(offered.run(), "", FIRST))
                .extracting(RunGroup::members)
                .containsExactly(0);
        press("Undo");
        assertThat(groups.list(offered.run(), "", FIRST))
                .extracting(RunGroup::members)
                .containsExactly(1);
    }

    @Test
    void aGroupIsRenamedAndDeletedAfterAQuestion() {
        RunGroupId group = groups.create(offered.run(), "Night shift");
        open("groups");
        assertThat(find(Anchor.class).all().stream().map(Anchor::getHref))
                .contains("/studio/courses/" + offered.course() + "/groups/" + offered.run() + "/" + group);
        press("Rename Night shift");
        test(field(TextField.class, "Name")).setValue("Evening");
        press("Save");
        assertThat(page()).contains("Evening").doesNotContain("Night shift");

        press("Delete Evening");
        assertThat(groups.count(offered.run())).as("it is asked first").isEqualTo(1);
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(page()).contains("The group Evening is gone.", "No groups yet");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aGroupIsGivenExtraTimeAndItsLearnersShowByWhich() {
        RunGroupId group = groups.create(offered.run(), "Night shift");
        groups.add(offered.run(), group, List.of(ada));
        open("quiz-times");
        press("Give to a group");
        press("Give");
        ComboBox<RunGroup> choose = find(ComboBox.class).single();
        assertThat(choose.getErrorMessage()).isEqualTo("Choose a group.");
        choose.setValue(groups.find(offered.run(), group).orElseThrow());
        test(field(IntegerField.class, "Extra minutes")).setValue(20);
        test(field(TextArea.class, "Reason")).setValue("Works at night");
        press("Give");

        assertThat(page()).contains("Night shift", "1 learner", "20 min more", "By the group Night shift");
        assertThat(find(Button.class).all().stream()
                        .filter(one -> one.isVisible()
                                && one.getAriaLabel()
                                        .filter("Take back what Ada Lind is given"::equals)
                                        .isPresent()))
                .as("what is the group's")
                .isEmpty();
        press("Take back what Night shift is given");
        assertThat(accommodations.count(offered.run(), "")).isZero();
        press("Undo");
        assertThat(accommodations.count(offered.run(), "")).isEqualTo(1);
    }

    private void open(String page) {
        UI.getCurrent().navigate("my-learning");
        UI.getCurrent().navigate("studio/courses/" + offered.course() + "/" + page);
    }
}
