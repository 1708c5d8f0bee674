package org.collegium.labs.marking;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.collegium.CountedQueries;
import org.collegium.activity.ActivityPlace;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Publishing;
import org.collegium.enrolment.StudyTest;
import org.collegium.identity.AccountId;
import org.collegium.identity.SystemActor;
import org.collegium.labs.LabsPermissions;
import org.collegium.labs.work.HandedIn;
import org.collegium.labs.work.LabCourse;
import org.collegium.partners.Partner;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A run with a lab at which learners have handed in work, and somebody of the partner's staff. */
abstract class MarkingTest extends StudyTest {

    @Autowired
    ApplicationContext beans;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SystemActor system;

    HandedIn work;
    Partner partner;
    CourseVersion course;
    CourseRunId run;
    AccountId staff;

    @BeforeEach
    void aRunWithALab() {
        work = new HandedIn(beans);
        partner = CoursesFixtures.partner(beans);
        course = CoursesFixtures.publish(beans, CoursesFixtures.draft(beans, partner, LabCourse.accepted(notebook())));
        run = new CourseRunId(Objects.requireNonNull(
                LabCourse.place(beans, fixtures.learner("Nobody"), course).run()));
        staff = fixtures.learner("Ira Instructor");
        signInStaff();
    }

    /** The notebook of the lab. */
    abstract String notebook();

    void signInStaff() {
        fixtures.signIn(
                staff, at(LabsPermissions.RESULTS), at(LabsPermissions.REGRADE), at(LabsPermissions.GIVE_POINTS));
    }

    String at(String permission) {
        return permission + "@" + partner.id();
    }

    /** Where a learner of this name meets the lab. */
    ActivityPlace learner(String name) {
        return LabCourse.place(beans, fixtures.learner(name), course);
    }

    /** Publishes the course with another notebook and gives it to the run. */
    void publishAgain(String notebook) {
        CoursesFixtures.draft(beans, partner, LabCourse.accepted(notebook));
        system.call(
                Set.of(CoursesPermissions.PUBLISH, CoursesPermissions.PUBLISH_UNTRIED),
                () -> beans.getBean(Publishing.class).publish(course.course()));
    }

    /** How many queries the work sends to the database, as that counts them. */
    long queries(Supplier<?> work) {
        return CountedQueries.read(transaction, jdbc, work);
    }

    /** What was written to a learner, each beginning with its subject. */
    List<String> mails(AccountId learner) {
        return jdbc.sql("select concat(subject, '\n', text) from mail where account_id = ?")
                .param(learner.toString())
                .query(String.class)
                .list();
    }
}
