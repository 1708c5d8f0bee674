package org.collegium.enrolment.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinRequest;
import java.util.List;
import org.collegium.FullApplicationTest;
import org.collegium.courses.CourseSection;
import org.collegium.enrolment.Enrolments;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.enrolment.StudyFixtures.Offered;
import org.collegium.enrolment.StudyFixtures.Terms;
import org.collegium.identity.AccountId;
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
class JoinViewTests extends SpringBrowserlessTest {

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    private StudyFixtures fixtures;

    @BeforeEach
    void fixtures() {
        fixtures = new StudyFixtures(jdbc, people);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void oneClickJoinsAndOpensTheFirstUnit() {
        Offered offered = fixtures.offer(
                StudyFixtures.course(List.of(new CourseSection(
                        "only", "Only", null, List.of(StudyFixtures.unit("only-unit", "survey", true, false, null))))),
                Terms.OPEN);
        AccountId ada = fixtures.learner("Ada");
        fixtures.signIn(ada);

        UI.getCurrent().navigate("join/" + offered.slug() + "/" + offered.key());
        assertThat(find(H1.class).single().getText()).isEqualTo("Join Fixture course");
        test(find(Button.class).withText("Join and begin").single()).click();

        assertThat(enrolments.isEnrolled(ada, offered.run())).isTrue();
        assertThat(UI.getCurrent().getActiveViewLocation().getPath())
                .isEqualTo("learn/" + offered.slug() + "/" + offered.key() + "/only-unit");
    }

    @Test
    void aRunCanBeJoinedByItsOwnAddress() {
        Offered offered = fixtures.offer();
        fixtures.signIn(fixtures.learner("Ada"));

        UI.getCurrent().navigate("join/" + offered.run());

        assertThat(find(Button.class).withText("Join and begin").single().isEnabled())
                .isTrue();
    }

    @Test
    void aFullRunSaysSoAndOneWaitsSeesWhereOneStandsAndTakesThePlace() {
        Offered offered = fixtures.offer(StudyFixtures.smallCourse(), new Terms(null, null, true, 1));
        AccountId ben = fixtures.learner("Ben");
        fixtures.as(ben, () -> enrolments.join(ben, offered.run()));
        AccountId ada = fixtures.learner("Ada");
        fixtures.signIn(ada);

        UI.getCurrent().navigate("join/" + offered.slug() + "/" + offered.key());
        test(find(Button.class).withText("Join and begin").single()).click();

        assertThat(find(H2.class).single().getText()).isEqualTo("You cannot join right now");
        assertThat(paragraphs()).anyMatch(text -> text.startsWith("The only place is taken. You may wait"));

        test(find(Button.class).withText("Join the waiting list").single()).click();
        assertThat(find(H2.class).single().getText()).isEqualTo("You are first in the line");
        assertThat(paragraphs()).anyMatch(text -> text.contains("We write to you then"));
        SecurityContextHolder.clearContext();
        fixtures.as(ben, () -> enrolments.withdraw(ben, offered.run()));
        fixtures.signIn(ada);
        UI.getCurrent().navigate("join/" + offered.run());
        assertThat(find(H2.class).single().getText()).isEqualTo("A place is kept for you");
        test(find(Button.class).withText("Join and begin").single()).click();
        assertThat(enrolments.isEnrolled(ada, offered.run())).isTrue();
    }

    @Test
    void whoeverNoMailReachesIsNotPromisedOneWhileTheyWait() {
        Offered offered = fixtures.offer(StudyFixtures.smallCourse(), new Terms(null, null, true, 1));
        AccountId ben = fixtures.learner("Ben");
        fixtures.as(ben, () -> enrolments.join(ben, offered.run()));
        AccountId ada = fixtures.learner("Ada");
        jdbc.sql("update account set confirmed_at = null where id = ?")
                .params(ada.value())
                .update();
        fixtures.signIn(ada);
        UI.getCurrent().navigate("join/" + offered.slug() + "/" + offered.key());
        test(find(Button.class).withText("Join and begin").single()).click();
        test(find(Button.class).withText("Join the waiting list").single()).click();

        assertThat(paragraphs())
                .anyMatch(text -> text.contains("your e-mail address is not confirmed"))
                .noneMatch(text -> text.contains("We write to you then"));
    }

    private List<String> paragraphs() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }

    @Test
    void anIntentCountsOnlyFromOurOwnPages() {
        Location wanted = new Location("join/a/b", QueryParameters.of("begin", ""));
        VaadinRequest own = mock(VaadinRequest.class);
        when(own.getHeader("Sec-Fetch-Site")).thenReturn("same-origin");
        VaadinRequest foreign = mock(VaadinRequest.class);
        when(foreign.getHeader("Sec-Fetch-Site")).thenReturn("cross-site");

        assertThat(JoinIntent.isClear(wanted, own)).isTrue();
        assertThat(JoinIntent.isClear(wanted, foreign)).isFalse();
        assertThat(JoinIntent.isClear(wanted, mock(VaadinRequest.class))).isFalse();
        assertThat(JoinIntent.isClear(new Location("join/a/b"), own)).isFalse();
        assertThat(JoinIntent.signUp(wanted)).isEqualTo("/sign-up?continue=%2Fjoin%2Fa%2Fb%3Fbegin");
    }
}
