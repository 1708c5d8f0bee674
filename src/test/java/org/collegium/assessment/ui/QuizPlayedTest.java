package org.collegium.assessment.ui;

import com.vaadin.flow.component.UI;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.collegium.FullApplicationTest;
import org.collegium.ViewTest;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.Attempts;
import org.collegium.assessment.SaveResult;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.identity.AccountId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;

/** Ada, a learner, before a quiz. */
@Tag("view")
@FullApplicationTest
abstract class QuizPlayedTest extends ViewTest {

    @Autowired
    QuizPlayer player;

    @Autowired
    Attempts attempts;

    @Autowired
    ApplicationContext beans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    StudyFixtures fixtures;
    AccountId ada;

    /** Where {@link #joined} has put the quiz of the test. */
    @SuppressWarnings("NullAway.Init")
    ActivityPlace place;

    @BeforeEach
    void adaHasAnAccount() {
        fixtures = new StudyFixtures(jdbc, people);
        ada = fixtures.learner("Ada");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    /** A quiz is published, and Ada joins the run that has it. */
    void joined(String quiz) {
        place = AssessmentFixtures.joined(beans, fixtures, ada, AssessmentFixtures.published(beans, quiz));
    }

    /** Ada comes to the quiz, or back to it. */
    void open() {
        open(place);
    }

    void open(ActivityPlace at) {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(player.open(at));
    }

    /** Ada's latest attempt. */
    AttemptId attempt() {
        return attempts.history(ada, AssessmentFixtures.run(place), "quiz-models")
                .getFirst()
                .id();
    }

    /** The journal keeps answers of Ada's latest attempt. */
    void answer(Map<String, Answer> answers) {
        Assertions.assertThat(attempts.save(ada, attempt(), answers)).isInstanceOf(SaveResult.Saved.class);
    }
}
