package org.collegium.credentials;

import java.time.Instant;
import org.collegium.activity.ActivityCompleted;
import org.collegium.courses.CourseMetadata.CertificateRule.Requirement;
import org.collegium.enrolment.Enrolments;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.enrolment.StudyFixtures.Offered;
import org.collegium.enrolment.StudyFixtures.Terms;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.learning.Studying;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.transaction.support.TransactionOperations;

/** A course with a lesson and a quiz, and people who learn in it. */
final class RuledCourse {

    private final StudyFixtures fixtures;
    private final Offered offered;
    private final Enrolments enrolments;
    private final Studying studying;
    private final ApplicationEventPublisher publisher;
    private final TransactionOperations transaction;

    RuledCourse(ApplicationContext beans) {
        this.fixtures = new StudyFixtures(beans.getBean(JdbcClient.class), beans.getBean(UserDetailsService.class));
        this.offered = fixtures.offer(CredentialsFixtures.smallCourse(Requirement.ALL), Terms.OPEN);
        this.enrolments = beans.getBean(Enrolments.class);
        this.studying = beans.getBean(Studying.class);
        this.publisher = beans;
        this.transaction = beans.getBean(TransactionOperations.class);
    }

    Offered offered() {
        return offered;
    }

    StudyFixtures fixtures() {
        return fixtures;
    }

    AccountId learner(String name) {
        AccountId learner = fixtures.learner(name);
        join(learner);
        return learner;
    }

    void join(AccountId learner) {
        fixtures.as(learner, () -> enrolments.join(learner, offered.run()));
    }

    void readLesson(AccountId learner) {
        fixtures.as(learner, () -> studying.open(learner, offered.run(), "lesson"));
        fixtures.as(learner, () -> studying.seenToEnd(learner, offered.run(), "lesson"));
    }

    void passQuiz(AccountId learner, double score) {
        transaction.executeWithoutResult(status -> publisher.publishEvent(
                new ActivityCompleted(learner, offered.run().value(), "quiz", "quiz", score, true, Instant.now())));
    }

    /** Their account is erased, and everybody is told. */
    void erase(AccountId person) {
        transaction.executeWithoutResult(status -> publisher.publishEvent(new AccountErased(person, Instant.now())));
    }

    AccountId graduate(String name) {
        AccountId learner = learner(name);
        complete(learner);
        return learner;
    }

    void complete(AccountId learner) {
        readLesson(learner);
        passQuiz(learner, 0.9);
    }
}
