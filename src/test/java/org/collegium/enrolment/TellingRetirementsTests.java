package org.collegium.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.collegium.JobsRest;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Publishing;
import org.collegium.courses.RetirementData;
import org.collegium.courses.Retirements;
import org.collegium.courses.VersionRetirements;
import org.collegium.enrolment.StudyFixtures.Offered;
import org.collegium.enrolment.StudyFixtures.Terms;
import org.collegium.identity.AccountId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Learners of a course or version that is retired get a mail that says what it means for them. */
@Tag("module")
@JobsRest
class TellingRetirementsTests extends StudyTest {

    private static final Duration MONTH = Duration.ofDays(30);

    @Autowired
    private TellingRetirements job;

    @Autowired
    private Retirements retirements;

    @Autowired
    private Publishing publishing;

    @Autowired
    private VersionRetirements versionRetirements;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private Clock clock;

    @BeforeEach
    void nobodyIsToBeToldOfAnything() {
        jdbc.sql("delete from retirement_telling").update();
    }

    @Test
    void everybodyInARunThatIsNotOverIsToldOnceWhatARetiredVersionMeansForThem() {
        Instant closes = clock.instant().plus(MONTH.multipliedBy(3));
        Offered offered = fixtures.offer(StudyFixtures.smallCourse(), new Terms(null, closes, true, null));
        List<AccountId> learners = IntStream.range(0, 3)
                .mapToObj(number -> joined(fixtures.learner("Learner"), offered))
                .toList();
        AccountId left = joined(fixtures.learner("Left"), offered);
        assertThat(fixtures.as(left, () -> enrolments.withdraw(left, offered.run())))
                .isTrue();
        newest(offered, fixtures.publish(offered, 2, StudyFixtures.smallCourse()));

        announceVersion(offered, offered.version(), "A key was wrong.");

        assertThat(job.sweep()).isEqualTo(3);
        assertThat(job.sweep()).isZero();
        assertThat(learners).allSatisfy(learner -> assertThat(mails(learner)).hasSize(1));
        assertThat(mails(learners.getFirst()).getFirst())
                .contains("with version 1 of it", "Nothing of yours is lost", "is open until", "A key was wrong.")
                .doesNotContain("has no end", "In its place", "{", "}");
        assertThat(mails(left)).isEmpty();
    }

    @Test
    void theLearnersOfACourseAreToldAndThoseWhoseRunIsOverAreNot() {
        Offered offered = fixtures.offer();
        Offered over = fixtures.offer();
        jdbc.sql("update course_run set course_id = ?, closes_at = ? where id = ?")
                .params(
                        offered.course().value(),
                        clock.instant().plusSeconds(60),
                        over.run().value())
                .update();
        AccountId ada = joined(fixtures.learner("Ada"), offered);
        AccountId ben = joined(fixtures.learner("Ben"), over);
        jdbc.sql("update course_run set closes_at = ? where id = ?")
                .params(clock.instant().minusSeconds(60), over.run().value())
                .update();

        announce(offered, "");

        assertThat(job.sweep()).isEqualTo(1);
        assertThat(mails(ada))
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains("from then on nobody can join", "has no end")
                        .doesNotContain("with version", "Those who teach it say", "{", "}"));
        assertThat(mails(ben)).isEmpty();
    }

    @Test
    void whatIsTakenBackBeforeItWasSentIsNotSentAndWhatIsSaidAnewIsToldAgain() {
        Offered offered = fixtures.offer();
        AccountId ada = joined(fixtures.learner("Ada"), offered);
        announce(offered, "");
        asPublisher(offered);
        assertThat(retirements.takeBack(offered.course())).isTrue();

        assertThat(job.sweep()).isZero();
        assertThat(jdbc.sql("select count(*) from retirement_telling")
                        .query(Integer.class)
                        .single())
                .isZero();

        announce(offered, "");
        assertThat(job.sweep()).isEqualTo(1);
        announce(offered, "The next one is better.");
        assertThat(job.sweep()).isEqualTo(1);

        assertThat(mails(ada)).hasSize(2);
        assertThat(mails(ada).getLast()).contains("The next one is better.");
    }

    @Test
    void aCourseThatIsRetiredAtOnceTellsItsLearnersAndThoseWhoTeachIt() {
        Offered offered = fixtures.offer();
        AccountId ada = joined(fixtures.learner("Ada"), offered);
        AccountId named = staff("Named", "AUTHOR", offered);
        AccountId instructor = staff("Instructor", "INSTRUCTOR", offered);
        AccountId author = staff("Author", "AUTHOR", offered);
        jdbc.sql("insert into course_run_teacher (run_id, account_id) values (?, ?)")
                .params(offered.run().value(), named.value())
                .update();

        atOnce(offered, "It is out of date.");
        assertThat(job.sweep()).isEqualTo(1);
        assertThat(job.sweep()).isZero();

        assertThat(mails(ada))
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains("nobody can join any more", "Nothing of yours is lost", "It is out of date.")
                        .doesNotContain("from then on", "{", "}"));
        assertThat(mails(named, "retirement-staff"))
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains(
                                "nobody can join any more", "It is out of date.", "/studio/courses/" + offered.course())
                        .doesNotContain("from then on", "{", "}"));
        assertThat(mails(instructor, "retirement-staff"))
                .as("another one is named")
                .isEmpty();
        assertThat(mails(author, "retirement-staff")).isEmpty();
    }

    @Test
    void whereNobodyIsNamedInstructorsAreToldOfTheNoticeAndNobodyWhenItIsUndone() {
        Offered offered = fixtures.offer();
        AccountId instructor = staff("Instructor", "INSTRUCTOR", offered);
        AccountId ada = joined(fixtures.learner("Ada"), offered);
        atOnce(offered, "");
        publishing.reopen(offered.course());

        assertThat(job.sweep()).isZero();
        assertThat(mails(instructor, "retirement-staff")).isEmpty();
        assertThat(mails(ada)).isEmpty();

        announce(offered, "");
        assertThat(job.sweep()).isEqualTo(1);

        assertThat(mails(instructor, "retirement-staff"))
                .singleElement()
                .satisfies(mail -> assertThat(mail).contains("from then on nobody can join"));
    }

    @Test
    void aLargeRunIsToldInSeveralTransactionsAndGoesOnWhereOneEnded() {
        Offered offered = fixtures.offer();
        List<UUID> learners = IntStream.range(0, 230)
                .mapToObj(number -> enrolled(fixtures.learner("One of many"), offered))
                .toList();
        announce(offered, "");
        jdbc.sql(
                        "update retirement_telling set after_id = (select max(id) from (select id from enrolment where run_id = ?"
                                + " order by id limit 30) told)")
                .param(offered.run().value())
                .update();

        assertThat(job.sweep()).isEqualTo(200);
        assertThat(jdbc.sql(
                                "select count(distinct account_id) from mail where account_id in (:all) and template = 'retirement'")
                        .param("all", learners)
                        .query(Integer.class)
                        .single())
                .isEqualTo(200);
    }

    @Test
    void aRetirementThatFailsKeepsNobodyFromHearingOfTheOthers() {
        UUID broken = UUID.randomUUID();
        UUID large = UUID.randomUUID();
        int[] left = {2};

        int told = TellingRetirements.sweep(List.of(broken, large), about -> {
            if (about.equals(broken)) {
                throw new IllegalStateException("This retirement cannot be read");
            }
            return left[0]-- > 0 ? 100 : 0;
        });

        assertThat(told).isEqualTo(200);
    }

    private AccountId joined(AccountId learner, Offered offered) {
        assertThat(fixtures.as(learner, () -> enrolments.join(learner, offered.run())))
                .isInstanceOf(JoinResult.Joined.class);
        return learner;
    }

    private UUID enrolled(AccountId learner, Offered offered) {
        jdbc.sql("""
                insert into enrolment (id, version, learner_id, run_id, course_id, state, source, joined_at)
                values (?, 0, ?, ?, ?, 'ACTIVE', 'SELF', now(6))
                """)
                .params(
                        UUID.randomUUID(),
                        learner.value(),
                        offered.run().value(),
                        offered.course().value())
                .update();
        return learner.value();
    }

    private void announce(Offered offered, String message) {
        asPublisher(offered);
        retirements.announce(
                offered.course(), new RetirementData(clock.instant().plus(MONTH), message, null));
    }

    private void atOnce(Offered offered, String message) {
        asPublisher(offered);
        retirements.atOnce(offered.course(), message, null);
    }

    private AccountId staff(String name, String role, Offered offered) {
        AccountId account = fixtures.learner(name);
        jdbc.sql("insert into partner_staff (partner_id, account_id, role) values (?, ?, ?)")
                .params(offered.partner(), account.value(), role)
                .update();
        return account;
    }

    private void announceVersion(Offered offered, CourseVersionId version, String message) {
        asPublisher(offered);
        versionRetirements.announce(
                offered.course(), version, new RetirementData(clock.instant().plus(MONTH), message, null));
    }

    private void newest(Offered offered, CourseVersionId version) {
        CourseId course = offered.course();
        jdbc.sql("update course set published_version = ?, published_number = 2 where id = ?")
                .params(version.value(), course.value())
                .update();
    }

    private void asPublisher(Offered offered) {
        fixtures.signInAsStaff(CoursesPermissions.PUBLISH + "@" + offered.partner());
    }

    private List<String> mails(AccountId learner) {
        return mails(learner, "retirement");
    }

    private List<String> mails(AccountId person, String template) {
        return jdbc.sql("select text from mail where account_id = ? and template = ? order by id")
                .params(person.value(), template)
                .query(String.class)
                .list();
    }
}
