package org.collegium.enrolment.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.collegium.FullApplicationTest;
import org.collegium.enrolment.Enrolments;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.enrolment.StudyFixtures.Offered;
import org.collegium.identity.AccountId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;

@Tag("module")
@FullApplicationTest
class JoinActionTests {

    @Autowired
    private JoinAction action;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void strangersAreOfferedToJoinAndLearnersToGoOn() {
        StudyFixtures fixtures = new StudyFixtures(jdbc, people);
        Offered offered = fixtures.offer();
        AccountId ada = fixtures.learner("Ada");

        assertThat(action.of(offered.run()).orElseThrow().href()).isEqualTo("/join/" + offered.run() + "?begin");
        fixtures.signIn(ada);
        enrolments.join(ada, offered.run());
        assertThat(action.of(offered.run()).orElseThrow().label()).isEqualTo("enrolment.page.continue");
    }
}
