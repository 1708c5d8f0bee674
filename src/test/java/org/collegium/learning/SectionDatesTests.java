package org.collegium.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.collegium.activity.ActivityCourse;
import org.collegium.activity.ActivityPlace;
import org.collegium.content.LinkResolver;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunData;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.RunSchedule;
import org.collegium.courses.RunSchedules;
import org.collegium.courses.SectionDates;
import org.collegium.courses.SectionTime;
import org.collegium.courses.SectionTime.AfterJoining;
import org.collegium.courses.SectionTime.AfterStart;
import org.collegium.courses.SectionTime.On;
import org.collegium.enrolment.Enrolments;
import org.collegium.enrolment.OpenPlaces;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.enrolment.StudyFixtures.Offered;
import org.collegium.enrolment.StudyFixtures.Terms;
import org.collegium.enrolment.StudyTest;
import org.collegium.identity.AccountId;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Slug;
import org.collegium.source.SourceFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Sections open and are due when their run says so. */
@Tag("module")
class SectionDatesTests extends StudyTest {

    private static final ActivityCourse NO_TEXTS = new ActivityCourse() {
        @Override
        public Locale language() {
            return Locale.ENGLISH;
        }

        @Override
        public SourceFile own() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<SourceFile> file(String path) {
            return Optional.empty();
        }

        @Override
        public LinkResolver links() {
            return LinkResolver.none();
        }
    };

    @Autowired
    private RunSchedules schedules;

    @Autowired
    private CourseRuns runs;

    @Autowired
    private Studying studying;

    @Autowired
    private OpenPlaces places;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private Clock clock;

    private Offered offered;
    private AccountId ada;
    private Instant start;

    @BeforeEach
    void adaIsInARunThatBeganTenDaysAgo() {
        start = clock.instant().minus(Duration.ofDays(10)).truncatedTo(ChronoUnit.MILLIS);
        offered = fixtures.offer(StudyFixtures.smallCourse(), new Terms(start, null, true, null));
        ada = fixtures.learner("Ada");
        fixtures.as(ada, () -> enrolments.join(ada, offered.run()));
    }

    @Test
    void aSectionThatHasNotOpenedSaysWhenAndTakesNothing() {
        dates("end", new AfterStart(12), null);
        fixtures.signIn(ada);

        assertThat(studying.open(ada, offered.run(), "further-reading"))
                .isInstanceOfSatisfying(
                        UnitOpening.SectionNotOpenYet.class,
                        closed -> assertThat(closed.opens()).isEqualTo(start.plus(Duration.ofDays(12))));
        assertThat(studying.seenToEnd(ada, offered.run(), "further-reading")).isFalse();
        assertThat(quizIsOpen()).isFalse();
        assertThat(studying.open(ada, offered.run(), "first-lesson")).isInstanceOf(UnitOpening.Open.class);

        dates("end", new AfterStart(9), null);
        fixtures.signIn(ada);

        assertThat(studying.open(ada, offered.run(), "further-reading")).isInstanceOf(UnitOpening.Open.class);
        assertThat(studying.seenToEnd(ada, offered.run(), "further-reading")).isTrue();
        assertThat(quizIsOpen()).isTrue();
    }

    @Test
    void daysAfterJoiningAreEverybodysOwn() {
        dates("end", new AfterJoining(3), new AfterJoining(5));
        fixtures.signIn(ada);
        assertThat(studying.open(ada, offered.run(), "last-quiz")).isInstanceOf(UnitOpening.SectionNotOpenYet.class);

        jdbc.sql("update enrolment set joined_at = ? where learner_id = ?")
                .params(start, ada.value())
                .update();

        assertThat(studying.open(ada, offered.run(), "last-quiz")).isInstanceOf(UnitOpening.Open.class);
        assertThat(studying.enter(ada, new Slug(offered.slug()), offered.key()))
                .isInstanceOfSatisfying(
                        CourseEntry.In.class,
                        in -> assertThat(in.dates().due()).containsEntry("end", start.plus(Duration.ofDays(5))));
    }

    @Test
    void aCopyForAnotherTermHasItsDatesMoved() {
        Instant due = start.plus(Duration.ofDays(20));
        dates("end", new AfterStart(3), new On(due));
        asInstructor();

        CourseRunId copy = schedules.copy(
                offered.run(), new CourseRunData("Next term", start.plus(Duration.ofDays(100)), null, true, 30));

        CourseRun run = runs.find(copy).orElseThrow();
        assertThat(run.version()).isEqualTo(offered.version());
        assertThat(run.capacity()).isEqualTo(30);
        assertThat(schedules.of(copy).sections())
                .isEqualTo(Map.of("end", new SectionDates(new AfterStart(3), new On(due.plus(Duration.ofDays(100))))));
        assertThat(schedules.of(offered.run()).sections())
                .isEqualTo(Map.of("end", new SectionDates(new AfterStart(3), new On(due))));
    }

    @Test
    void datesThatCannotBeAreRefused() {
        asInstructor();
        Instant now = clock.instant();
        assertThatThrownBy(() -> new AfterStart(-1)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> new AfterJoining(1_001)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> schedules.change(offered.run(), schedule("end", new On(now), new On(now))))
                .isInstanceOf(RuleViolation.class);
        Offered always = fixtures.offer();
        fixtures.signInAsStaff(CoursesPermissions.RUNS + "@" + always.partner());
        assertThatThrownBy(() -> schedules.change(always.run(), schedule("end", new AfterStart(1), null)))
                .isInstanceOf(RuleViolation.class);
        assertThat(schedules.of(always.run()).isOwnPace()).isTrue();
    }

    @Test
    void othersMayNotSayWhenSectionsOpen() {
        fixtures.signInAsStaff(CoursesPermissions.RUNS + "@" + fixtures.offer().partner());

        assertThatThrownBy(() -> schedules.change(offered.run(), RunSchedule.OWN_PACE))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> schedules.copy(offered.run(), CourseRunData.open("Mine")))
                .isInstanceOf(AccessDeniedException.class);
    }

    private void asInstructor() {
        fixtures.signInAsStaff(CoursesPermissions.RUNS + "@" + offered.partner());
    }

    private void dates(String section, @Nullable SectionTime opens, @Nullable SectionTime due) {
        asInstructor();
        schedules.change(offered.run(), schedule(section, opens, due));
    }

    private static RunSchedule schedule(String section, @Nullable SectionTime opens, @Nullable SectionTime due) {
        return new RunSchedule(Map.of(section, new SectionDates(opens, due)));
    }

    private boolean quizIsOpen() {
        ActivityPlace quiz = new ActivityPlace(
                ada,
                offered.run().value(),
                offered.version().value(),
                "last-quiz",
                "Title of last-quiz",
                "0".repeat(64),
                NO_TEXTS);
        return places.isOpen(ada, quiz, "quiz");
    }
}
