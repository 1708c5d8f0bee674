package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.collegium.FullApplicationTest;
import org.collegium.content.BlobGrant.Granted;
import org.collegium.content.BlobId;
import org.collegium.courses.DraftCheck.Details;
import org.collegium.courses.DraftCheck.Missing;
import org.collegium.courses.DraftCheck.Unkeyed;
import org.collegium.identity.SystemActor;
import org.collegium.partners.Partner;
import org.collegium.shared.RuleViolation;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;

@Tag("module")
@FullApplicationTest
@Transactional
class DraftsTests {

    private static final String UNKEYED =
            CoursesFixtures.QUIZ.replace("        correct: true\n", "").replace("    answer: false\n", "");

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private Drafts drafts;

    @Autowired
    private CourseRuns runs;

    @Autowired
    private Courses courses;

    @Autowired
    private CourseVersions versions;

    @Autowired
    private DraftFiles draftFiles;

    @Autowired
    private SystemActor system;

    private Partner partner;
    private CourseId course;

    @BeforeEach
    void thereIsADraft() {
        partner = CoursesFixtures.partner(beans);
        course = CoursesFixtures.draft(
                beans,
                partner,
                CoursesFixtures.accepted(
                        CoursesFixtures.metadata("first-course", "A first course", ""),
                        CoursesFixtures.LESSON,
                        UNKEYED));
    }

    @Test
    void whatIsMissingIsAListToWorkOff() {
        assertThat(checks()).hasSize(2);
        assertThat(checks().getFirst()).isEqualTo(new Details(Missing.LICENCE));
        assertThat(checks().getLast()).isInstanceOfSatisfying(Unkeyed.class, quiz -> {
            assertThat(quiz.unit().key()).isEqualTo("quiz-models");
            assertThat(quiz.questions()).isEqualTo(2);
        });
    }

    @Test
    void theListGetsShorterAsOneWorks() {
        describe(details().licence("CC-BY-4.0"));
        assertThat(checks()).singleElement().isInstanceOf(Unkeyed.class);

        replaceQuiz(CoursesFixtures.QUIZ);

        assertThat(checks()).isEmpty();
        assertThat(draft().edited()).isTrue();
    }

    @Test
    void anUnknownLicenceBlocksToo() {
        describe(details().licence("Do-What-You-Like"));

        assertThat(checks()).contains(new Details(Missing.KNOWN_LICENCE));
    }

    @Test
    void theTitleOfAnUnpublishedCourseFollowsItsDraft() {
        describe(details().title("Models, first"));

        assertThat(asStaff(() -> courses.find(course)))
                .map(CourseReference::title)
                .contains("Models, first");
    }

    @Test
    void theTitleOfAPublishedCourseStaysUntilTheNextVersion() {
        CourseVersion version = CoursesFixtures.publishedCourse(beans);
        course = version.course();

        describe(details().title("Models, second edition"));

        assertThat(asStaff(() -> courses.find(course)))
                .map(CourseReference::title)
                .contains("A first course");
    }

    @Test
    void whatCannotBeReadAsAQuizIsRefusedAndNothingChanges() {
        Draft before = draft();

        assertThatThrownBy(() -> replaceQuiz("format: collegium-quiz/1\ntitle: [\n"))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("file-broken");
        assertThat(draft()).isEqualTo(before);
    }

    @Test
    void filesThatComeAlongAreThereTogetherOrNotAtAll() {
        SourceFile picture = SourceFile.of("assets/new.svg", "<svg xmlns='http://www.w3.org/2000/svg' id='new'/>");
        replaceQuiz(CoursesFixtures.QUIZ, picture);
        assertThat(draft().manifest().files()).containsKey("assets/new.svg");
        assertThat(asStaff(() -> draftFiles.of(new BlobId(picture.sha256()))))
                .contains(new Granted("image/svg+xml", false));
        Draft before = draft();

        assertThatThrownBy(() -> replaceQuiz(
                        CoursesFixtures.QUIZ.replace("passMark", "attempts: 3\npassMark"),
                        SourceFile.of("assets/new.svg", "<svg/>")))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("changed-meanwhile");
        assertThat(draft()).isEqualTo(before);
    }

    @Test
    void twoPeopleDoNotOverwriteEachOther() {
        int seen = draft().revision();

        assertThatThrownBy(() -> asStaff(() -> {
                    drafts.describe(course, seen + 1, details().licence("MIT").build());
                    return true;
                }))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("changed-meanwhile");
        assertThatThrownBy(() -> asStaff(() -> drafts.discard(course, seen + 1)))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void anUnpublishedCourseGoesWithItsDraft() {
        boolean gone = asStaff(() -> drafts.discard(course, draft().revision()));

        assertThat(gone).isTrue();
        assertThat(asStaff(() -> courses.find(course))).isEmpty();
    }

    @Test
    void aPublishedCourseOutlivesItsDraft() {
        course = CoursesFixtures.publishedCourse(beans).course();

        boolean gone = asStaff(() -> drafts.discard(course, draft().revision()));

        assertThat(gone).isFalse();
        assertThat(asStaff(() -> drafts.find(course))).isEmpty();
        assertThat(versions.latest(course)).isPresent();
    }

    @Test
    void picturesOfADraftAreForItsStaffAndUnitFilesForNobody() {
        SourceFile picture = SourceFile.of("assets/tree.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        ImportOutcome.Accepted plain = CoursesFixtures.accepted("with-picture");
        TreeMap<String, CourseFile> files = new TreeMap<>(plain.manifest().files());
        files.put(picture.path(), new CourseFile(picture.path(), picture.sha256(), picture.size(), "image/svg+xml"));
        TreeMap<String, SourceFile> sources = new TreeMap<>(plain.files());
        sources.put(picture.path(), picture);
        CoursesFixtures.draft(
                beans,
                partner,
                new ImportOutcome.Accepted(
                        new CourseManifest(
                                plain.manifest().metadata(), plain.manifest().sections(), files),
                        sources,
                        plain.report()));
        BlobId drawing = new BlobId(picture.sha256());
        BlobId quiz = new BlobId(SourceFile.of("quiz", CoursesFixtures.QUIZ).sha256());

        assertThat(asStaff(() -> draftFiles.of(drawing))).contains(new Granted("image/svg+xml", false));
        assertThat(asStaff(() -> draftFiles.of(quiz))).isEmpty();
        assertThat(system.call(Set.of(), () -> draftFiles.of(drawing))).isEmpty();
        String elsewhere = CoursesPermissions.VIEW_DRAFT + "@"
                + CoursesFixtures.partner(beans).id();
        assertThat(system.call(Set.of(elsewhere), () -> draftFiles.of(drawing))).isEmpty();
    }

    @Test
    void othersNeitherSeeNorChangeADraft() {
        CourseDetails details = details().build();
        CourseRunData data = CourseRunData.open("Autumn");
        String elsewhere = CoursesFixtures.partner(beans).id().toString();
        Map<String, List<Supplier<?>>> acts = Map.of(
                CoursesPermissions.VIEW_DRAFT,
                List.of(
                        () -> drafts.find(course),
                        () -> drafts.checks(course),
                        () -> versions.history(course),
                        () -> runs.ofCourse(course)),
                CoursesPermissions.EDIT,
                List.of(
                        () -> {
                            drafts.describe(course, 0, details);
                            return true;
                        },
                        () -> {
                            drafts.replaceFile(course, 0, "quiz-models", new byte[0]);
                            return true;
                        },
                        () -> {
                            drafts.replaceFile(course, 0, "quiz-models", new byte[0], List.of());
                            return true;
                        },
                        () -> drafts.discard(course, 0)),
                CoursesPermissions.RUNS,
                List.of(() -> runs.open(course, data)));
        acts.forEach((permission, refused) -> refused.forEach(act -> {
            for (Set<String> held : List.of(
                    Set.<String>of(), Set.of(permission + "@" + elsewhere), others(acts.keySet(), permission))) {
                assertThatThrownBy(() -> system.call(held, act::get))
                        .as(permission)
                        .isInstanceOf(AccessDeniedException.class);
            }
        }));
    }

    @Test
    void aRunIsChangedByThoseWhoMayOnly() {
        CourseVersion version = CoursesFixtures.publishedCourse(beans);
        CourseRunId run = runs.openRuns(version.course()).getFirst().id();
        CourseRunData few = new CourseRunData("Autumn", null, null, false, 12);

        assertThatThrownBy(() -> system.call(Set.of(CoursesPermissions.EDIT), () -> {
                    runs.change(run, few);
                    return true;
                }))
                .isInstanceOf(AccessDeniedException.class);
        system.run(Set.of(CoursesPermissions.RUNS + "@" + version.partner()), () -> runs.change(run, few));

        assertThat(runs.find(run).orElseThrow().capacity()).isEqualTo(12);
        assertThat(runs.find(run).orElseThrow().selfEnrolment()).isFalse();
    }

    @Test
    void anotherRunHasTheNewestVersion() {
        CourseVersion version = CoursesFixtures.publishedCourse(beans);
        CourseRunId run = system.call(
                Set.of(CoursesPermissions.RUNS), () -> runs.open(version.course(), CourseRunData.open("Autumn")));

        assertThat(runs.find(run).orElseThrow().version()).isEqualTo(version.id());
        assertThat(runs.openRuns(version.course())).hasSize(2);
    }

    private static Set<String> others(Set<String> all, String but) {
        return all.stream().filter(permission -> !permission.equals(but)).collect(java.util.stream.Collectors.toSet());
    }

    private EditedDetails details() {
        return EditedDetails.of(draft());
    }

    private void describe(EditedDetails details) {
        int revision = draft().revision();
        asStaff(() -> {
            drafts.describe(course, revision, details.build());
            return true;
        });
        beans.getBean(jakarta.persistence.EntityManager.class).flush();
    }

    private void replaceQuiz(String quiz, SourceFile... more) {
        int revision = draft().revision();
        asStaff(() -> {
            drafts.replaceFile(course, revision, "quiz-models", quiz.getBytes(StandardCharsets.UTF_8), List.of(more));
            return true;
        });
        beans.getBean(jakarta.persistence.EntityManager.class).flush();
    }

    private List<DraftCheck> checks() {
        return asStaff(() -> drafts.checks(course));
    }

    private Draft draft() {
        return asStaff(() -> drafts.find(course)).orElseThrow();
    }

    private <T> T asStaff(Supplier<T> work) {
        return system.call(Set.of(CoursesPermissions.VIEW_DRAFT, CoursesPermissions.EDIT), work);
    }
}
