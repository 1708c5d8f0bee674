package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.collegium.AtOnce;
import org.collegium.FullApplicationTest;
import org.collegium.courses.authoring.Lessons;
import org.collegium.identity.AccountId;
import org.collegium.identity.IdentityFixtures;
import org.collegium.identity.SystemActor;
import org.collegium.shared.RuleViolation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** People who press the same button in the same moment: one is first, and the others hear what to do. */
@Tag("module")
@FullApplicationTest
class CoursesAtOnceTests {

    private static final int PEOPLE = 4;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private Publishing publishing;

    @Autowired
    private Drafts drafts;

    @Autowired
    private CourseVersions versions;

    @Autowired
    private Lessons lessons;

    @Autowired
    private SystemActor system;

    @Test
    void aDraftThatIsPublishedByManyBecomesOneVersionAndTheOthersHearThatItIsPublished() throws Exception {
        CourseId course = CoursesFixtures.draft(
                beans, CoursesFixtures.partner(beans), CoursesFixtures.accepted("published-at-once"));
        int revision = system.call(
                Set.of(CoursesPermissions.PUBLISH),
                () -> publishing.plan(course).revision());

        List<PublishResult> results = AtOnce.run(
                PEOPLE,
                () -> system.call(
                        Set.of(CoursesPermissions.PUBLISH),
                        () -> publishing.publish(
                                course,
                                revision,
                                new RunChoice.NewRun(CourseRunData.open("A run")),
                                VersionNotes.NONE)));

        assertThat(results)
                .filteredOn(PublishResult.Published.class::isInstance)
                .singleElement()
                .satisfies(published -> assertThat(results)
                        .filteredOn(other -> other != published)
                        .hasSize(PEOPLE - 1)
                        .allMatch(PublishResult.NothingNew.class::isInstance));
        assertThat(versions.latest(course)).map(CourseVersion::number).contains(1);
    }

    @Test
    void ofManyWhoKeepTheSameLessonOneDoesAndTheOthersHearThatSomebodyChangedIt() throws Exception {
        CourseId course = CoursesFixtures.draft(
                beans, CoursesFixtures.partner(beans), CoursesFixtures.accepted("written-at-once"));
        int revision = draft(course).revision();
        String unit = draft(course).manifest().units().getFirst().key();

        List<String> results = AtOnce.run(
                PEOPLE,
                () -> system.call(Set.of(CoursesPermissions.EDIT), () -> {
                    try {
                        drafts.replaceFile(
                                course,
                                revision,
                                unit,
                                ("# By " + UUID.randomUUID() + "\n\nText.\n").getBytes(StandardCharsets.UTF_8));
                        return "kept";
                    } catch (RuleViolation told) {
                        return told.code();
                    }
                }));

        assertThat(results)
                .containsOnlyOnce("kept")
                .filteredOn(result -> !result.equals("kept"))
                .hasSize(PEOPLE - 1)
                .containsOnly("courses.draft.changed-meanwhile");
        assertThat(draft(course).revision()).isEqualTo(revision + 1);
    }

    @Test
    void aLessonThatManyOpenForTheFirstTimeIsNotedOnce() throws Exception {
        CourseId course = CoursesFixtures.draft(
                beans, CoursesFixtures.partner(beans), CoursesFixtures.accepted("opened-at-once"));
        String unit = draft(course).manifest().units().getFirst().key();
        IdentityFixtures.signIn(IdentityFixtures.authentication(
                AccountId.next(), CoursesPermissions.EDIT, CoursesPermissions.VIEW_DRAFT));

        List<String> opened =
                AtOnce.run(PEOPLE, () -> lessons.open(course, unit).head());

        assertThat(opened).hasSize(PEOPLE);
        assertThat(lessons.versions(course, unit)).isEqualTo(1);
    }

    @AfterEach
    void signOut() {
        IdentityFixtures.signIn(null);
    }

    private Draft draft(CourseId course) {
        return system.call(
                Set.of(CoursesPermissions.VIEW_DRAFT), () -> drafts.find(course).orElseThrow());
    }
}
