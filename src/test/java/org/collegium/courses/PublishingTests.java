package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.collegium.FullApplicationTest;
import org.collegium.courses.DraftCheck.Details;
import org.collegium.courses.DraftCheck.Missing;
import org.collegium.courses.PublishResult.Blocked;
import org.collegium.courses.PublishResult.NothingNew;
import org.collegium.courses.PublishResult.Published;
import org.collegium.courses.RunChoice.MoveRun;
import org.collegium.courses.RunChoice.NewRun;
import org.collegium.identity.SystemActor;
import org.collegium.partners.Partner;
import org.collegium.shared.RuleViolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;

@Tag("module")
@FullApplicationTest
@RecordApplicationEvents
@Transactional
class PublishingTests {

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private Publishing publishing;

    @Autowired
    private Retirements retirements;

    @Autowired
    private CourseVersions versions;

    @Autowired
    private CourseRuns runs;

    @Autowired
    private SystemActor system;

    @Autowired
    private ApplicationEvents events;

    private Partner partner;
    private CourseId course;

    @BeforeEach
    void thereIsADraft() {
        partner = CoursesFixtures.partner(beans);
        course = CoursesFixtures.draft(beans, partner, CoursesFixtures.accepted("first-course"));
    }

    @Test
    void aFirstVersionOpensARunThatEverybodyMayJoin() {
        Published published = (Published) asPublisher(() -> publishing.publish(course));

        CourseVersion version = versions.find(published.version()).orElseThrow();
        assertThat(version.number()).isEqualTo(1);
        assertThat(version.partner()).isEqualTo(partner.id());
        assertThat(version.manifest().units()).hasSize(2);
        assertThat(runs.openRuns(course)).singleElement().satisfies(run -> {
            assertThat(run.id()).isEqualTo(published.run());
            assertThat(run.version()).isEqualTo(version.id());
            assertThat(run.selfEnrolment()).isTrue();
            assertThat(run.capacity()).isNull();
        });
        assertThat(runs.runOf(partner.data().slug(), "first-course"))
                .map(CourseRun::id)
                .contains(published.run());
        assertThat(events.stream(CoursePublished.class))
                .containsExactly(new CoursePublished(course, version.id(), published.run()));
    }

    @Test
    void anUnchangedDraftIsNotPublishedTwice() {
        Published first = (Published) asPublisher(() -> publishing.publish(course));

        assertThat(asPublisher(() -> publishing.publish(course))).isEqualTo(new NothingNew(first.version()));
        assertThat(events.stream(CoursePublished.class)).hasSize(1);
    }

    @Test
    void aLaterVersionMovesTheRunThatWasChosen() {
        Published first = (Published) asPublisher(() -> publishing.publish(course));
        changeTheLesson();

        Published second = (Published) asPublisher(
                () -> publishing.publish(course, plan().revision(), new MoveRun(first.run()), VersionNotes.NONE));

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.run()).isEqualTo(first.run());
        assertThat(runs.find(first.run()).orElseThrow().version()).isEqualTo(second.version());
        assertThat(versions.latest(course)).map(CourseVersion::id).contains(second.version());
    }

    @Test
    void aLaterVersionForANewRunLeavesTheOldRunAlone() {
        Published first = (Published) asPublisher(() -> publishing.publish(course));
        changeTheLesson();

        Published second = (Published) asPublisher(() -> publishing.publish(
                course, plan().revision(), new NewRun(CourseRunData.open("Autumn")), VersionNotes.NONE));

        assertThat(second.run()).isNotEqualTo(first.run());
        assertThat(runs.find(first.run()).orElseThrow().version()).isEqualTo(first.version());
        assertThat(runs.find(second.run()).orElseThrow().version()).isEqualTo(second.version());
    }

    @Test
    void thePlanTellsWhatChangesForThoseWhoLearn() {
        asPublisher(() -> publishing.publish(course));
        changeTheLesson();

        PublishingPlan plan = plan();

        assertThat(plan.number()).isEqualTo(2);
        assertThat(plan.nothingNew()).isFalse();
        assertThat(plan.blocks()).isEmpty();
        assertThat(plan.runs()).hasSize(1);
        VersionDifference difference = plan.difference().orElseThrow();
        assertThat(difference.changed()).extracting(CourseUnit::key).containsExactly("what-is-a-model");
        assertThat(difference.added()).isEmpty();
        assertThat(difference.removed()).isEmpty();
        assertThat(difference.details()).isFalse();
    }

    @Test
    void withoutALicenceNothingIsPublished() {
        CourseId unlicensed = CoursesFixtures.draft(
                beans,
                partner,
                CoursesFixtures.accepted(
                        CoursesFixtures.metadata("unlicensed", "Unlicensed", ""),
                        CoursesFixtures.LESSON,
                        CoursesFixtures.QUIZ));

        assertThat(asPublisher(() -> publishing.publish(unlicensed)))
                .isEqualTo(new Blocked(List.of(new Details(Missing.LICENCE))));
        assertThat(versions.latest(unlicensed)).isEmpty();
        assertThat(events.stream(CoursePublished.class)).isEmpty();
    }

    @Test
    void aDraftThatSomebodyChangedMeanwhileIsNotPublished() {
        assertThatThrownBy(() -> asPublisher(() ->
                        publishing.publish(course, 99, new NewRun(CourseRunData.open("Autumn")), VersionNotes.NONE)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("changed-meanwhile");
    }

    @Test
    void aRunOfAnotherCourseIsNotMoved() {
        CourseVersion other = CoursesFixtures.publishedCourse(beans);
        CourseRunId foreign = runs.openRuns(other.course()).getFirst().id();

        assertThatThrownBy(() -> asPublisher(
                        () -> publishing.publish(course, plan().revision(), new MoveRun(foreign), VersionNotes.NONE)))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void aRetiredCourseCannotBeJoinedUntilItIsBroughtBack() {
        Published published = (Published) asPublisher(() -> publishing.publish(course));

        asPublisher(() -> {
            retirements.atOnce(course, "", null);
            return true;
        });

        assertThat(runs.openRuns(course)).isEmpty();
        assertThat(runs.runOf(partner.data().slug(), "first-course")).isEmpty();
        assertThat(runs.find(published.run())).isPresent();
        assertThat(events.stream(CourseRetired.class)).containsExactly(new CourseRetired(course));

        asPublisher(() -> {
            publishing.reopen(course);
            return true;
        });

        assertThat(runs.openRuns(course)).hasSize(1);
        assertThat(events.stream(CoursePublished.class)).hasSize(2);
    }

    @Test
    void onlyThoseWhoMayPublishForThePartnerDoSo() {
        for (Set<String> held : List.of(
                Set.<String>of(),
                Set.of(CoursesPermissions.EDIT),
                Set.of(CoursesPermissions.PUBLISH + "@"
                        + CoursesFixtures.partner(beans).id()))) {
            assertRefused(held, () -> publishing.publish(course));
            assertRefused(held, () -> publishing.plan(course));
            assertRefused(
                    held,
                    () -> publishing.publish(course, 0, new NewRun(CourseRunData.open("Autumn")), VersionNotes.NONE));
            assertRefused(held, () -> {
                publishing.reopen(course);
                return true;
            });
        }
        assertThat(system.call(
                        Set.of(CoursesPermissions.PUBLISH + "@" + partner.id()), () -> publishing.publish(course)))
                .isInstanceOf(Published.class);
    }

    private void assertRefused(Set<String> held, Supplier<?> act) {
        assertThatThrownBy(() -> system.call(held, act::get)).isInstanceOf(AccessDeniedException.class);
    }

    private void changeTheLesson() {
        CoursesFixtures.draft(
                beans,
                partner,
                CoursesFixtures.accepted(
                        CoursesFixtures.metadata("first-course"),
                        "# What a model is\n\nBetter said.\n",
                        CoursesFixtures.QUIZ));
    }

    private PublishingPlan plan() {
        return asPublisher(() -> publishing.plan(course));
    }

    private <T> T asPublisher(Supplier<T> work) {
        return system.call(Set.of(CoursesPermissions.PUBLISH), work);
    }
}
