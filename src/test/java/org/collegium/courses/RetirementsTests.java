package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.collegium.JobsRest;
import org.collegium.enrolment.EnrolmentPermissions;
import org.collegium.enrolment.Enrolments;
import org.collegium.enrolment.JoinRefusal;
import org.collegium.enrolment.JoinResult;
import org.collegium.enrolment.StudyFixtures.Offered;
import org.collegium.enrolment.StudyTest;
import org.collegium.identity.AccountId;
import org.collegium.shared.RuleViolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** A course leaves the catalogue with notice; those who are in it go on. */
@Tag("module")
@JobsRest
class RetirementsTests extends StudyTest {

    private static final Duration MONTH = Duration.ofDays(30);

    @Autowired
    private Retirements retirements;

    @Autowired
    private RetiringOnTime job;

    @Autowired
    private Publishing publishing;

    @Autowired
    private CourseRuns runs;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private Clock clock;

    private Offered offered;
    private Instant end;

    @BeforeEach
    void aCourseWillBeRetired() {
        offered = fixtures.offer();
        end = clock.instant().plus(MONTH);
        asPublisher();
        retirements.announce(offered.course(), new RetirementData(end, "  The next one is better.  ", null));
    }

    @Test
    void everybodyIsToldAndUntilThenNothingChanges() {
        Retirement said = retirements.of(offered.course()).orElseThrow();
        assertThat(said.message()).isEqualTo("The next one is better.");
        assertThat(said.done()).isFalse();

        assertThat(job.sweep(clock.instant())).isZero();

        assertThat(join(fixtures.learner("Ada"))).isInstanceOf(JoinResult.Joined.class);
        assertThat(runs.openRuns(offered.course())).hasSize(1);
    }

    @Test
    void fromThatTimeNobodyJoinsAndThoseWhoAreInGoOn() {
        AccountId ada = fixtures.learner("Ada");
        join(ada);

        assertThat(job.sweep(end)).isPositive();
        assertThat(job.sweep(end)).isZero();

        assertThat(retirements.of(offered.course()).orElseThrow().done()).isTrue();
        assertThat(join(fixtures.learner("Ben"))).isEqualTo(new JoinResult.Refused(new JoinRefusal.Retired()));
        AccountId cleo = fixtures.learner("Cleo");
        fixtures.signInAsStaff(EnrolmentPermissions.ENROL + "@" + offered.partner());
        assertThat(enrolments.enrol(cleo, offered.run())).isEqualTo(new JoinResult.Refused(new JoinRefusal.Retired()));
        fixtures.signIn(ada);
        assertThat(enrolments.isEnrolled(ada, offered.run())).isTrue();
        asPublisher();
        assertThat(retirements.takeBack(offered.course()))
                .as("too late; it is brought back instead")
                .isFalse();
    }

    @Test
    void theNoticeIsTakenBackBeforeItsTime() {
        assertThat(retirements.takeBack(offered.course())).isTrue();
        assertThat(retirements.takeBack(offered.course())).isFalse();

        int unused = job.sweep(end);

        assertThat(retirements.of(offered.course())).isEmpty();
        assertThat(runs.openRuns(offered.course())).hasSize(1);
    }

    @Test
    void anotherPublishedCourseOfThePartnerTakesItsPlace() {
        Offered foreign = fixtures.offer();
        for (CourseId wrong : new CourseId[] {offered.course(), foreign.course(), CourseId.next()}) {
            assertThatThrownBy(() -> retirements.announce(offered.course(), new RetirementData(end, "", wrong)))
                    .isInstanceOf(RuleViolation.class);
        }
        jdbc.sql("update course set partner_id = ?, course_key = 'next-course' where id = ?")
                .params(offered.partner(), foreign.course().value())
                .update();

        retirements.announce(offered.course(), new RetirementData(end, "", foreign.course()));

        assertThat(retirements.of(offered.course()).orElseThrow().successor())
                .contains(new Retirement.Successor(
                        foreign.course(), "Fixture course", "/courses/" + offered.slug() + "/next-course"));
    }

    @Test
    void aTimeThatIsPastAndATextWithoutEndAreRefused() {
        assertThatThrownBy(() -> retirements.announce(offered.course(), new RetirementData(clock.instant(), "", null)))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> new RetirementData(end, "x".repeat(2_001), null))
                .isInstanceOf(RuleViolation.class);
        retirements.atOnce(offered.course(), "", null);
        assertThatThrownBy(() -> retirements.announce(offered.course(), new RetirementData(end, "", null)))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void atOnceTakesThePlaceOfTheNoticeAndIsGoneWhenTheCourseComesBack() {
        retirements.atOnce(offered.course(), " It is out of date. ", null);

        assertThat(retirements.of(offered.course()).orElseThrow())
                .returns(true, Retirement::done)
                .returns("It is out of date.", Retirement::message)
                .satisfies(said -> assertThat(said.at()).isBefore(end));
        assertThat(join(fixtures.learner("Ben"))).isEqualTo(new JoinResult.Refused(new JoinRefusal.Retired()));
        asPublisher();
        assertThatThrownBy(() -> retirements.atOnce(offered.course(), "", null)).isInstanceOf(RuleViolation.class);

        publishing.reopen(offered.course());

        assertThat(retirements.of(offered.course())).isEmpty();
        assertThat(join(fixtures.learner("Cleo"))).isInstanceOf(JoinResult.Joined.class);
    }

    @Test
    void othersMayNotAnnounceNorTakeBack() {
        fixtures.signInAsStaff(
                CoursesPermissions.PUBLISH + "@" + fixtures.offer().partner());

        assertThatThrownBy(() -> retirements.announce(offered.course(), new RetirementData(end, "", null)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> retirements.takeBack(offered.course())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> retirements.atOnce(offered.course(), "", null))
                .isInstanceOf(AccessDeniedException.class);
    }

    private void asPublisher() {
        fixtures.signInAsStaff(CoursesPermissions.PUBLISH + "@" + offered.partner());
    }

    private JoinResult join(AccountId learner) {
        return fixtures.as(learner, () -> enrolments.join(learner, offered.run()));
    }
}
