package org.collegium.learning.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import jakarta.persistence.EntityManagerFactory;
import org.collegium.CountedQueries;
import org.collegium.FullApplicationTest;
import org.collegium.enrolment.Enrolments;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.enrolment.StudyFixtures.Offered;
import org.collegium.enrolment.StudyFixtures.Terms;
import org.collegium.enrolment.WaitingLists;
import org.collegium.identity.AccountId;
import org.collegium.learning.MyLearning;
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
class MyLearningViewTests extends SpringBrowserlessTest {

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private WaitingLists waiting;

    @Autowired
    private Studying studying;

    @Autowired
    private MyLearning learning;

    @Autowired
    private EntityManagerFactory entities;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    private StudyFixtures fixtures;
    private AccountId ada;

    @BeforeEach
    void adaIsSignedIn() {
        fixtures = new StudyFixtures(jdbc, people);
        ada = fixtures.learner("Ada");
        fixtures.signIn(ada);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void withoutCoursesOneIsLedToTheCatalogue() {
        navigate(MyLearningView.class);

        assertThat(find(H2.class).single().getText()).isEqualTo("You have not joined a course yet");
        assertThat(find(Anchor.class).all()).extracting(Anchor::getText).contains("Find a course");
    }

    @Test
    void aPlaceForWhichOneWaitsIsShownWithWhereOneStands() {
        Offered offered = fixtures.offer(StudyFixtures.smallCourse(), new Terms(null, null, true, 1));
        AccountId ben = fixtures.learner("Ben");
        fixtures.as(ben, () -> enrolments.join(ben, offered.run()));
        fixtures.as(ada, () -> waiting.join(ada, offered.run()));
        fixtures.signIn(ada);
        navigate(MyLearningView.class);
        assertThat(find(ListItem.class).all())
                .anyMatch(line -> line.getElement().getTextRecursively().contains("You are first in the line"));

        fixtures.as(ben, () -> enrolments.withdraw(ben, offered.run()));
        fixtures.signIn(ada);
        UI.getCurrent().navigate("join/" + offered.run());
        navigate(MyLearningView.class);
        assertThat(find(ListItem.class).all())
                .anyMatch(line -> line.getElement().getTextRecursively().contains("A place is kept for you"));
        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).contains("/join/" + offered.run());
    }

    @Test
    void oneClickGoesOnWhereOneStopped() {
        Offered offered = fixtures.offer();
        enrolments.join(ada, offered.run());
        studying.seenToEnd(ada, offered.run(), "first-lesson");
        studying.open(ada, offered.run(), "first-exercise");

        navigate(MyLearningView.class);

        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .contains("You stopped at “Title of first-exercise”.");
        assertThat(find(ContinueCard.class).single().getChildren())
                .anySatisfy(words -> assertThat(words.getElement().getOuterHTML())
                        .contains("/learn/" + offered.slug() + "/" + offered.key() + "/first-exercise"));
    }

    @Test
    void theCourseOneGoesOnWithStandsOnThePageOnce() {
        join(1);
        navigate(MyLearningView.class);
        assertThat(find(ContinueCard.class).all()).hasSize(1);
        assertThat(find(CourseCard.class).exists()).isFalse();
        assertThat(find(H2.class).all()).extracting(H2::getText).containsExactly("Fixture course");

        join(1);
        navigate(MyLearningView.class);
        assertThat(find(ContinueCard.class).all()).hasSize(1);
        assertThat(find(CourseCard.class).all()).hasSize(1);
        assertThat(find(Anchor.class).all().stream()
                        .map(Anchor::getHref)
                        .filter(address -> address.contains("/learn/"))
                        .map(address -> address.split("/learn/")[1].split("/")[0]))
                .as("the partners, of which each offers one of the courses")
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void whatIsNextIsTheFirstOpenUnitBehindACompletedOne() {
        Offered offered = fixtures.offer();
        enrolments.join(ada, offered.run());
        studying.open(ada, offered.run(), "first-lesson");
        studying.seenToEnd(ada, offered.run(), "first-lesson");

        assertThat(learning.of(ada).getFirst().next().orElseThrow().key()).isEqualTo("first-exercise");
    }

    @Test
    void aCourseCanBeLeftAndTheLeavingUndone() {
        Offered offered = fixtures.offer();
        enrolments.join(ada, offered.run());
        navigate(MyLearningView.class);

        test(find(Button.class).withText("Leave the course").single()).click();
        assertThat(enrolments.isEnrolled(ada, offered.run())).isFalse();
        assertThat(find(ContinueCard.class).exists()).isFalse();

        test(find(Button.class).withText("Undo").single()).click();
        assertThat(enrolments.isEnrolled(ada, offered.run())).isTrue();
    }

    @Test
    void tenCoursesTakeNoMoreQueriesThanOne() {
        join(1);
        long one = queries();
        join(9);

        assertThat(queries()).isEqualTo(one).isLessThanOrEqualTo(6);
        navigate(MyLearningView.class);
        assertThat(find(H3.class).all()).hasSize(9);
    }

    private void join(int courses) {
        for (int course = 0; course < courses; course++) {
            Offered offered = fixtures.offer();
            enrolments.join(ada, offered.run());
            studying.open(ada, offered.run(), "first-lesson");
        }
    }

    private long queries() {
        return CountedQueries.during(
                entities, () -> assertThat(learning.of(ada)).isNotEmpty());
    }
}
