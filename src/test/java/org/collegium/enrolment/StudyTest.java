package org.collegium.enrolment;

import org.collegium.FullApplicationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;

/** A test over the one application that makes courses and people of its own; nobody stays signed in after it. */
@FullApplicationTest
public abstract class StudyTest {

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    protected StudyFixtures fixtures;

    @BeforeEach
    void fixturesAreAtHand() {
        fixtures = new StudyFixtures(jdbc, people);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }
}
