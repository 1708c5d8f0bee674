package org.collegium.learning.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.courses.CoursesPermissions;
import org.collegium.enrolment.EnrolmentPermissions;
import org.collegium.enrolment.Enrolments;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.enrolment.StudyFixtures.Offered;
import org.collegium.enrolment.WaitingLists;
import org.collegium.identity.AccountId;
import org.collegium.learning.LearningPermissions;
import org.collegium.learning.Studying;
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
class LearnersViewTests extends SpringBrowserlessTest {

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private WaitingLists waiting;

    @Autowired
    private Studying studying;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    private StudyFixtures fixtures;
    private Offered offered;

    @BeforeEach
    void twoLearners() {
        fixtures = new StudyFixtures(jdbc, people);
        offered = fixtures.offer();
        for (String name : new String[] {"Ada Lind", "Ben Aro"}) {
            AccountId learner = fixtures.learner(name);
            fixtures.as(learner, () -> enrolments.join(learner, offered.run()));
        }
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anInstructorSeesTheLearnersAndTheRuleAndFindsOne() {
        fixtures.signInAsStaff(
                LearningPermissions.VIEW_LEARNERS + "@" + offered.partner(),
                CoursesPermissions.VIEW_DRAFT + "@" + offered.partner());

        UI.getCurrent().navigate("studio/courses/" + offered.course() + "/learners");

        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .contains("2 learners")
                .anyMatch(text -> text.contains("did nothing for 7 days"));
        assertThat(rows()).isEqualTo(2);
        test(find(TextField.class).single()).setValue("ben");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void whoWaitsForAPlaceStandsBelowForThoseWhoMaySeeThem() {
        jdbc.sql("update course_run set capacity = 2 where id = ?")
                .param(offered.run().value())
                .update();
        AccountId cem = fixtures.learner("Cem Ott");
        fixtures.as(cem, () -> waiting.join(cem, offered.run()));
        String address = "studio/courses/" + offered.course() + "/learners";
        String[] may = {
            LearningPermissions.VIEW_LEARNERS + "@" + offered.partner(),
            CoursesPermissions.VIEW_DRAFT + "@" + offered.partner(),
            EnrolmentPermissions.VIEW + "@" + offered.partner()
        };
        fixtures.signInAsStaff(may);
        UI.getCurrent().navigate(address);
        assertThat(find(WaitingSection.class).single().getElement().getTextRecursively())
                .contains("1 person waits for a place", "Cem Ott", "since");

        fixtures.signInAsStaff(may[0], may[1]);
        UI.getCurrent().navigate("my-learning");
        UI.getCurrent().navigate(address);
        assertThat(find(WaitingSection.class).exists()).isFalse();
    }

    @Test
    void anInstructorComesThereFromTheListOfRuns() {
        fixtures.signInAsStaff(
                LearningPermissions.VIEW_LEARNERS + "@" + offered.partner(),
                CoursesPermissions.VIEW_DRAFT + "@" + offered.partner());

        navigate(RunsView.class);

        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("/studio/courses/" + offered.course() + "/learners?run=" + offered.run());
        assertThat(find(Span.class).all()).extracting(Span::getText).contains("2 learners");
    }

    @Test
    void anInstructorSeesPartByPartHowALearnerGetsOn() {
        AccountId ben = fixtures.learner("Ben Oja");
        fixtures.as(ben, () -> enrolments.join(ben, offered.run()));
        fixtures.as(ben, () -> studying.seenToEnd(ben, offered.run(), "first-lesson"));
        String address = "studio/courses/" + offered.course() + "/learners/" + offered.run() + "/" + ben;
        fixtures.signInAsStaff(
                LearningPermissions.VIEW_LEARNERS + "@" + offered.partner(),
                CoursesPermissions.VIEW_DRAFT + "@" + offered.partner());

        UI.getCurrent().navigate(address);

        assertThat(find(H1.class).single().getText()).isEqualTo("Ben Oja");
        assertThat(find(Div.class)
                        .withCondition(div -> div.hasClassName("lrn-explanation"))
                        .single()
                        .getElement()
                        .getProperty("innerHTML"))
                .contains("Title of first-lesson", "Read to the end on", "It is passed");
    }

    @Test
    void anotherPartnersInstructorDoesNotSeeALearner() {
        AccountId ben = fixtures.learner("Ben Oja");
        fixtures.as(ben, () -> enrolments.join(ben, offered.run()));
        fixtures.signInAsStaff(LearningPermissions.VIEW_LEARNERS + "@" + UUID.randomUUID());

        UI.getCurrent().navigate("studio/courses/" + offered.course() + "/learners/" + offered.run() + "/" + ben);

        assertThat(find(Div.class)
                        .withCondition(div -> div.hasClassName("lrn-explanation"))
                        .exists())
                .isFalse();
    }

    @Test
    void learnersAreNotLetIn() {
        fixtures.signIn(fixtures.learner("Eve"));

        UI.getCurrent().navigate("studio/courses/" + offered.course() + "/learners");

        assertThat(find(LearnersView.class).exists()).isFalse();
    }

    private int rows() {
        Grid<?> grid = find(Grid.class).single();
        return grid.getDataCommunicator().getItemCount();
    }
}
