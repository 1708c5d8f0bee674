package org.collegium.labs.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.activity.ActivityPlace;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Drafts;
import org.collegium.courses.PlacedActivities;
import org.collegium.enrolment.StudyTest;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.SystemActor;
import org.collegium.labs.CellGrade;
import org.collegium.labs.GradeReport;
import org.collegium.labs.LabsPermissions;
import org.collegium.labs.work.GradingHalts;
import org.collegium.labs.work.GradingHindrance;
import org.collegium.labs.work.LabCourse;
import org.collegium.shared.RuleViolation;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** Authors see what a piece of work would get, in the real sandbox. */
@Tag("module")
class LabTrialsTests extends StudyTest {

    private static final String SEEMS_RIGHT = LabCourse.NOTEBOOK.replace("[i**2 for i in range(1, n+1)]", "[1, 4]");

    @Autowired
    private LabTrials trials;

    @Autowired
    private GradingTrials grading;

    @Autowired
    private GradingHalts halts;

    @Autowired
    private PersonsTrials persons;

    @Autowired
    private Drafts drafts;

    @Autowired
    private PlacedActivities places;

    @Autowired
    private SystemActor system;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private TransactionTemplate transaction;

    private AccountId author;
    private ActivityPlace place;

    @BeforeEach
    void anAuthorHasADraftWithALab() {
        author = fixtures.learner("Ada");
        CourseId course =
                CoursesFixtures.draft(beans, CoursesFixtures.partner(beans), LabCourse.accepted(LabCourse.NOTEBOOK));
        CourseManifest draft = system.call(Set.of(CoursesPermissions.VIEW_DRAFT), () -> drafts.find(course))
                .orElseThrow()
                .manifest();
        place = places.preview(author, draft, draft.unit(LabCourse.UNIT).orElseThrow())
                .orElseThrow();
        fixtures.signIn(author, LabsPermissions.TRY);
    }

    @Test
    void aNotebookThatWasBroughtIsGradedAndHiddenTestsSpeakToTheAuthor() {
        UUID id = trials.handIn(author, place, SourceFile.of("from-a-learner.ipynb", SEEMS_RIGHT));
        assertThat(latest().result()).isNull();

        assertThat(grading.grade(id)).isEmpty();

        assertThat(latest().origin()).isEqualTo("from-a-learner.ipynb");
        assertThat(result().points()).isZero();
        assertThat(result().cells()).singleElement().satisfies(cell -> {
            assertThat(cell.outcome()).isEqualTo(CellGrade.Outcome.FAILED_HIDDEN);
            assertThat(cell.message()).contains("squares(5)");
        });
    }

    @Test
    void whatWasTriedInThePreviewIsGraded() {
        assertThat(trials.open(author, place)).isPresent();

        grading.grade(trials.handIn(author, place));

        assertThat(latest().origin()).isEmpty();
        assertThat(result().points()).isZero();
    }

    @Test
    void whileGradingIsPausedATrialWaitsAndItsAuthorIsToldWhy() {
        UUID id = trials.handIn(author, place, SourceFile.of("mine.ipynb", SEEMS_RIGHT));
        Optional<String> everywhere = Optional.empty();
        halts.halt(everywhere, "Until nine.", null);
        try {
            assertThat(grading.grade(id)).as("it comes again").isPresent();

            assertThat(latest().result()).isNull();
            assertThat(latest().hindrance())
                    .hasValueSatisfying(hindrance -> assertThat(hindrance)
                            .isInstanceOfSatisfying(
                                    GradingHindrance.Paused.class,
                                    paused -> assertThat(paused.told()).isEqualTo("Until nine.")));
        } finally {
            halts.end(everywhere);
        }
        assertThat(latest().hindrance()).isEmpty();
        assertThat(grading.grade(id)).isEmpty();
        assertThat(result().points()).isZero();
    }

    @Test
    void theAuthorsOwnSolutionEarnsEverything() {
        grading.grade(trials.handIn(author, place, SourceFile.of("solution.ipynb", LabCourse.NOTEBOOK)));

        assertThat(result().points()).isEqualTo(2);
    }

    @Test
    void aLaterTrialTakesThePlaceOfTheEarlier() {
        UUID first = trials.handIn(author, place, SourceFile.of("first.ipynb", SEEMS_RIGHT));
        UUID second = trials.handIn(author, place, SourceFile.of("second.ipynb", SEEMS_RIGHT));

        assertThat(grading.grade(first)).as("the earlier one is done with").isEmpty();
        grading.grade(second);

        assertThat(latest().origin()).isEqualTo("second.ipynb");
        assertThat(latest().id()).isEqualTo(second);
    }

    @Test
    void whatIsNoNotebookIsRefusedWithASentence() {
        assertThatThrownBy(() -> trials.handIn(author, place, SourceFile.of("cat.ipynb", "{\"cells\": 7}")))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        violation -> assertThat(violation.code()).isEqualTo("labs.trial.no-notebook"));
    }

    @Test
    void nobodySeesTheTrialsOfOthersAndLearnersTryNothing() {
        trials.handIn(author, place, SourceFile.of("mine.ipynb", SEEMS_RIGHT));
        AccountId eve = fixtures.learner("Eve");
        fixtures.signIn(eve, LabsPermissions.TRY);
        assertThatThrownBy(() -> trials.latest(author, place)).isInstanceOf(AccessDeniedException.class);

        fixtures.signIn(eve);
        assertThatThrownBy(() -> trials.handIn(eve, place)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void trialsAreInTheExportAndGoWithTheAccount() {
        trials.handIn(author, place, SourceFile.of("mine.ipynb", SEEMS_RIGHT));
        assertThat(persons.dataOf(author).toString()).contains("mine.ipynb");

        transaction.executeWithoutResult(status -> publisher.publishEvent(new AccountErased(author, Instant.now())));

        assertThat(persons.dataOf(author)).isEqualTo(List.of());
    }

    private LabTrial latest() {
        return trials.latest(author, place).orElseThrow();
    }

    private GradeReport.Graded result() {
        return Objects.requireNonNull(latest().result());
    }
}
