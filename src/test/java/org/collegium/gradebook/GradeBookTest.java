package org.collegium.gradebook;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.collegium.activity.ActivityCompleted;
import org.collegium.courses.CourseSection;
import org.collegium.enrolment.Enrolments;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.enrolment.StudyFixtures.Offered;
import org.collegium.enrolment.StudyFixtures.Terms;
import org.collegium.enrolment.StudyTest;
import org.collegium.gradebook.rules.Book;
import org.collegium.gradebook.rules.Book.Missing;
import org.collegium.gradebook.rules.Category;
import org.collegium.gradebook.rules.Entry;
import org.collegium.gradebook.rules.LateRule;
import org.collegium.gradebook.rules.Release;
import org.collegium.identity.AccountId;
import org.collegium.learning.LearningPermissions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** A run with a quiz, two labs and what is graded by hand, in which Ada and Ben learn. */
abstract class GradeBookTest extends StudyTest {

    static final Instant DUE = Instant.parse("2026-03-01T12:00:00Z");

    @Autowired
    protected SettingUpGrades settingUp;

    @Autowired
    protected GradeBooks books;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private ApplicationEventPublisher publisher;

    protected Offered offered;
    protected AccountId ada;
    protected AccountId ben;

    @BeforeEach
    void twoPeopleLearn() {
        offered = fixtures.offer(
                StudyFixtures.course(List.of(new CourseSection(
                        "only",
                        "Only",
                        null,
                        List.of(
                                StudyFixtures.unit("reading", "lesson", true, false, null),
                                StudyFixtures.unit("quiz", "quiz", true, false, null),
                                StudyFixtures.unit("lab-one", "lab", true, false, null),
                                StudyFixtures.unit("lab-two", "lab", true, false, null))))),
                Terms.OPEN);
        ada = learner("Ada Lind");
        ben = learner("Ben Moss");
        signInAsInstructor();
    }

    protected AccountId learner(String name) {
        AccountId learner = fixtures.learner(name);
        Object unused = fixtures.as(learner, () -> enrolments.join(learner, offered.run()));
        return learner;
    }

    protected void signInAsInstructor() {
        fixtures.signInAsStaff(
                GradebookPermissions.VIEW + "@" + offered.partner(),
                GradebookPermissions.GRADE + "@" + offered.partner(),
                GradebookPermissions.SET_UP + "@" + offered.partner(),
                LearningPermissions.VIEW_LEARNERS + "@" + offered.partner());
    }

    /** As an activity tells it. */
    protected void earns(AccountId learner, String unit, double score, Instant at) {
        publisher.publishEvent(new ActivityCompleted(
                learner, offered.run().value(), unit, unit.equals("quiz") ? "quiz" : "lab", score, score >= 0.5, at));
    }

    /** As the labs keep it. */
    protected void submits(AccountId learner, String unit, int number, double points, Instant at) {
        jdbc.sql("""
                        insert into lab_submission (id, learner_id, run_id, version_id, unit_key, number, state, submitted_at,
                            not_before, tries, graded_at, points, max_points, passed, work)
                        values (uuid(), ?, ?, ?, ?, ?, 'GRADED', ?, ?, 1, ?, ?, 10, true, '[]')
                        """)
                .params(
                        learner.value(),
                        offered.run().value(),
                        offered.version().value(),
                        unit,
                        number)
                .params(at, at, at.plus(3, ChronoUnit.DAYS), points)
                .update();
    }

    /** Quizzes 40, labs 60 with the lowest dropped, and an oral exam of 20 points that is in no category. */
    protected void setUp(Missing missing, LateRule late, @Nullable Instant due) {
        Book book = new Book(
                List.of(new Category("quizzes", "Quizzes", 40, 0), new Category("labs", "Labs", 60, 1)),
                List.of(
                        entry("quiz", "quiz", "quizzes", due),
                        entry("lab-one", "lab", "labs", due),
                        entry("lab-two", "lab", "labs", due),
                        new Entry(Entry.BY_HAND, "", "Oral exam", "quizzes", 20, false, null, null, Release.AT_ONCE)),
                late,
                missing);
        settingUp.set(
                offered.run(),
                book,
                "letters",
                books.book(offered.run()).orElseThrow().version());
    }

    private static Entry entry(String key, String kind, String category, @Nullable Instant due) {
        return new Entry(key, kind, key, category, 100, false, due, null, Release.AT_ONCE);
    }

    protected String oral() {
        return books.book(offered.run()).orElseThrow().book().entries().stream()
                .filter(Entry::byHand)
                .map(Entry::key)
                .findFirst()
                .orElseThrow();
    }
}
