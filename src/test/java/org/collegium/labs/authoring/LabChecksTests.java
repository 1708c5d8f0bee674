package org.collegium.labs.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.activity.Readiness;
import org.collegium.activity.Readiness.Sentence;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.courses.CourseFilter;
import org.collegium.courses.CourseId;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.DraftCheck;
import org.collegium.courses.Drafts;
import org.collegium.courses.PublishResult;
import org.collegium.courses.Publishing;
import org.collegium.identity.SystemActor;
import org.collegium.labs.LabGrader;
import org.collegium.labs.sandbox.BubblewrapLauncher;
import org.collegium.labs.work.GradingHalts;
import org.collegium.labs.work.GradingTurns;
import org.collegium.labs.work.LabCourse;
import org.collegium.labs.work.ThisNode;
import org.collegium.partners.Partner;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RetriedTransactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Labs are tried when they come in, in the real sandbox, and only those that hold their promise are published. */
@Tag("module")
@FullApplicationTest
class LabChecksTests {

    private static final Set<String> AUTHORITY =
            Set.of(CoursesPermissions.VIEW_DRAFT, CoursesPermissions.PUBLISH, CoursesPermissions.EDIT);

    @Autowired
    private CheckingLabs checking;

    @Autowired
    private CheckRows rows;

    @Autowired
    private LabSources sources;

    @Autowired
    private LabNode node;

    @Autowired
    private GradingTurns turns;

    @Autowired
    private GradingHalts halts;

    @Autowired
    private ThisNode thisNode;

    @Autowired
    private RetriedTransactions transactions;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Publishing publishing;

    @Autowired
    private Courses courses;

    @Autowired
    private SystemActor system;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Partner partner;

    @BeforeEach
    void nothingWasTriedYet() {
        jdbc.sql("delete from lab_check").update();
        partner = CoursesFixtures.partner(beans);
    }

    @Test
    void aLabThatHoldsItsPromiseIsTriedAndThenPublished() {
        CourseId course = draft(LabCourse.NOTEBOOK);
        assertThat(readiness(course)).isInstanceOf(Readiness.Trying.class);
        assertThat(publish(course)).isInstanceOf(PublishResult.Blocked.class);

        checkAll();

        assertThat(readiness(course))
                .isEqualTo(new Readiness.Ready(
                        List.of(), List.of(Readiness.Sentence.of("labs.check.outcome", 2.0, 2.0, 0.0))));
        CheckResult result = AuthoringJson.result(
                jdbc.sql("select result from lab_check").query(String.class).single());
        assertThat(result.solutionPoints()).isEqualTo(2);
        assertThat(result.untouchedPoints()).isZero();
        assertThat(result.tookMillis()).isPositive();
        assertThat(result.peakKilobytes()).isBetween(5_000, 500_000);
        assertThat(publish(course)).isInstanceOf(PublishResult.Published.class);
    }

    @Test
    void aSolutionThatFailsATestKeepsTheCourseFromBeingPublishedUntilItIsMended() {
        CourseId course = draft(LabCourse.NOTEBOOK.replace("return [i**2 for", "return [i*2 for"));
        checkAll();

        assertThat(readiness(course))
                .isInstanceOfSatisfying(
                        Readiness.NotReady.class,
                        told -> assertThat(told.sentences()).singleElement().satisfies(sentence -> {
                            assertThat(sentence.key()).isEqualTo("labs.check.solution.said");
                            assertThat(sentence.arguments()).startsWith("test-squares", 0.0, 2.0);
                        }));
        assertThat(publish(course))
                .isInstanceOfSatisfying(
                        PublishResult.Blocked.class,
                        blocked -> assertThat(blocked.checks()).singleElement().isInstanceOf(DraftCheck.Tried.class));

        draft(LabCourse.NOTEBOOK);
        assertThat(readiness(course)).isInstanceOf(Readiness.Trying.class);
        checkAll();

        assertThat(publish(course)).isInstanceOf(PublishResult.Published.class);
    }

    @Test
    void aVersionThatEarnsPointsUntouchedIsToldWithThem() {
        CourseId course = draft(LabCourse.NOTEBOOK
                .replace("assert squares(2) == [1, 4]", "assert squares")
                .replace("assert squares(5) == [1, 4, 9, 16, 25]", "assert squares"));
        checkAll();

        assertThat(sentences(course)).contains(Sentence.of("labs.check.untouched", "test-squares", 2.0, 2.0));
    }

    @Test
    void whatPythonOnTheServerLacksIsNamed() {
        CourseId course = CoursesFixtures.draft(
                beans, partner, LabCourse.accepted(LabCourse.NOTEBOOK, "packages: [a_package_that_nobody_has]\n"));
        checkAll();

        assertThat(sentences(course)).contains(Sentence.of("labs.check.missing", "a_package_that_nobody_has"));
    }

    @Test
    void aSolutionThatTakesTooLongBreaksALimitByName() {
        CourseId course = CoursesFixtures.draft(
                beans,
                partner,
                LabCourse.accepted(
                        LabCourse.NOTEBOOK.replace("return [i**2", "while True: pass\\n\", \"    return [i**2"),
                        "limits: {cellSeconds: 1, totalSeconds: 2}\n"));
        checkAll();

        assertThat(sentences(course))
                .anySatisfy(sentence -> assertThat(sentence.key()).startsWith("labs.check.broken."));
    }

    @Test
    void theSameLabIsNotTriedTwice() {
        CourseId course = draft(LabCourse.NOTEBOOK);
        checkAll();
        UUID tried = jdbc.sql("select id from lab_check").query(UUID.class).single();

        system.run(AUTHORITY, () -> drafts.haveTried(course));
        partner = CoursesFixtures.partner(beans);
        CourseId another = draft(LabCourse.NOTEBOOK);

        assertThat(jdbc.sql("select id from lab_check").query(UUID.class).list())
                .containsExactly(tried);
        assertThat(readiness(another)).isInstanceOf(Readiness.Ready.class);
    }

    @Test
    void withoutASandboxTheCheckWaitsAndSaysWhyAndGoesOnWhenThereIsOne() {
        CourseId course = draft(LabCourse.NOTEBOOK);
        UUID id = open().getFirst();
        try (LabGrader without = new LabGrader(() -> new BubblewrapLauncher(List::of, 64917), 0, clock)) {
            CheckingLabs elsewhere = new CheckingLabs(
                    turns, rows, sources, new AuthorsGrader(without), node, transactions, beans, clock);

            assertThat(elsewhere.check(id)).isPresent();
        }
        assertThat(readiness(course))
                .isInstanceOfSatisfying(
                        Readiness.Waiting.class,
                        waiting -> assertThat(waiting.sentences()
                                        .getFirst()
                                        .arguments()
                                        .toString())
                                .contains("apt-get install python3"));
        assertThat(publish(course)).isInstanceOf(PublishResult.Blocked.class);

        assertThat(checking.check(id)).isEmpty();

        assertThat(readiness(course)).isInstanceOf(Readiness.Ready.class);
    }

    @Test
    void whileGradingIsPausedTheCheckWaitsAsLearnersDoAndSaysSo() {
        CourseId course = draft(LabCourse.NOTEBOOK);
        UUID id = open().getFirst();
        Optional<String> everywhere = Optional.empty();
        halts.halt(everywhere, "New machines until nine.", null);
        try {
            assertThat(checking.check(id)).as("it comes again").isPresent();

            assertThat(readiness(course))
                    .isEqualTo(new Readiness.Waiting(List.of(
                            Sentence.of("labs.check.paused"),
                            Sentence.of("labs.check.paused.told", "New machines until nine."))));
            assertThat(publish(course)).isInstanceOf(PublishResult.Blocked.class);
        } finally {
            halts.end(everywhere);
        }
        assertThat(readiness(course)).isInstanceOf(Readiness.Trying.class);

        checkAll();

        assertThat(readiness(course)).isInstanceOf(Readiness.Ready.class);
    }

    @Test
    void aDrainedNodeLeavesChecksToOthers() {
        CourseId course = draft(LabCourse.NOTEBOOK);
        UUID id = open().getFirst();
        Optional<String> here = Optional.of(thisNode.name());
        halts.halt(here, "", null);
        try {
            assertThat(checking.check(id))
                    .as("it is put off so briefly that another node has it soon")
                    .hasValueSatisfying(pause -> assertThat(pause).isLessThanOrEqualTo(Duration.ofSeconds(2)));
            assertThat(readiness(course)).as("another node may take it").isNotInstanceOf(Readiness.Ready.class);
        } finally {
            halts.end(here);
        }
        checkAll();
        assertThat(readiness(course)).isInstanceOf(Readiness.Ready.class);
    }

    @Test
    void whatThePlatformBringsItselfIsPublishedWhileItIsBeingTriedButNotWhenItFails() {
        CourseId course = draft(LabCourse.NOTEBOOK);
        assertThat(publishUntried(course)).isInstanceOf(PublishResult.Published.class);

        partner = CoursesFixtures.partner(beans);
        CourseId broken = draft(LabCourse.NOTEBOOK.replace("return [i**2 for", "return [i*3 for"));
        checkAll();
        assertThat(publishUntried(broken)).isInstanceOf(PublishResult.Blocked.class);
    }

    @Test
    void theListOfCoursesCountsALabUntilItPassed() {
        draft(LabCourse.NOTEBOOK);
        assertThat(blocks()).isEqualTo(1);

        checkAll();

        assertThat(blocks()).isZero();
    }

    @Test
    void codeThatAQuizAsksForIsTriedAsALabIs() {
        CourseId course = quiz(AssessmentFixtures.CODE.replace("/ len(values) if values else 0", "/ len(values)"));
        assertThat(readiness(course)).isInstanceOf(Readiness.Trying.class);
        assertThat(publish(course)).isInstanceOf(PublishResult.Blocked.class);
        checkAll();
        assertThat(sentences(course)).startsWith(Sentence.of("labs.check.question", "mean"));
        assertThat(sentences(course).getLast().arguments()).startsWith("empty");

        quiz(AssessmentFixtures.CODE);
        checkAll();
        assertThat(readiness(course)).isEqualTo(new Readiness.Ready(List.of()));
        assertThat(publish(course)).isInstanceOf(PublishResult.Published.class);

        partner = CoursesFixtures.partner(beans);
        CourseId earned = quiz(AssessmentFixtures.CODE.replace("code: assert mean([]) == 0", "code: assert mean"));
        checkAll();
        assertThat(sentences(earned)).contains(Sentence.of("labs.check.untouched", "empty", 1.0, 1.0));
    }

    @Test
    void aQuizWithoutCodeHasNothingToTry() {
        CourseId course = quiz(AssessmentFixtures.QUIZ);

        assertThat(system.call(AUTHORITY, () -> drafts.checks(course))).noneMatch(DraftCheck.Tried.class::isInstance);
    }

    private CourseId quiz(String quiz) {
        return CoursesFixtures.draft(
                beans,
                partner,
                CoursesFixtures.accepted(CoursesFixtures.metadata("fixture-course"), CoursesFixtures.LESSON, quiz));
    }

    private int blocks() {
        return system.call(
                AUTHORITY,
                () -> courses.list(CourseFilter.ALL, new PageRequest(0, 500)).stream()
                        .filter(item -> item.partner().equals(partner.id()))
                        .findFirst()
                        .orElseThrow()
                        .blocks());
    }

    private CourseId draft(String notebook) {
        return CoursesFixtures.draft(beans, partner, LabCourse.accepted(notebook));
    }

    private PublishResult publish(CourseId course) {
        return system.call(AUTHORITY, () -> publishing.publish(course));
    }

    private PublishResult publishUntried(CourseId course) {
        return system.call(
                Set.of(CoursesPermissions.PUBLISH, CoursesPermissions.PUBLISH_UNTRIED),
                () -> publishing.publish(course));
    }

    private Readiness readiness(CourseId course) {
        return system.call(AUTHORITY, () -> drafts.checks(course)).stream()
                .filter(DraftCheck.Tried.class::isInstance)
                .map(check -> ((DraftCheck.Tried) check).readiness())
                .findFirst()
                .orElseThrow();
    }

    private List<Sentence> sentences(CourseId course) {
        return readiness(course).sentences();
    }

    private List<UUID> open() {
        return jdbc.sql("select id from lab_check where result is null")
                .query(UUID.class)
                .list();
    }

    private void checkAll() {
        open().forEach(id -> assertThat(checking.check(id)).isEqualTo(Optional.empty()));
    }
}
