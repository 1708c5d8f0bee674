package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.collegium.FullApplicationTest;
import org.collegium.courses.DraftCheck.Unkeyed;
import org.collegium.courses.ImportResult.Cancelled;
import org.collegium.courses.ImportResult.Conflicting;
import org.collegium.courses.ImportResult.Created;
import org.collegium.courses.ImportResult.Refused;
import org.collegium.courses.ImportResult.Unchanged;
import org.collegium.courses.ImportResult.Updated;
import org.collegium.identity.SystemActor;
import org.collegium.partners.Partner;
import org.collegium.shared.PageRequest;
import org.collegium.source.FaultSeverity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

@Tag("module")
@FullApplicationTest
class ImportingCoursesTests {

    private static final String UNKEYED = """
            format: collegium-quiz/1
            title: Check yourself
            questions:
              - key: q-true
                type: true-false
                stem: More data always help.
            """;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private ImportingCourses importing;

    @Autowired
    private Courses courses;

    @Autowired
    private Drafts drafts;

    @Autowired
    private SystemActor system;

    @TempDir
    private Path folder;

    private Partner partner;

    @BeforeEach
    void thereIsASource() throws IOException {
        partner = CoursesFixtures.partner(beans);
        write("course.yaml", course("A first course", "CC-BY-4.0"));
        write("lessons/one.md", "# One\n\nA lesson.\n");
        write("quizzes/one.yaml", CoursesFixtures.QUIZ);
    }

    @Test
    void aSourceBecomesADraftWithItsReport() {
        Created created = (Created) importFolder();

        Draft draft = draft(created.course());
        assertThat(draft.course().key()).isEqualTo("first-course");
        assertThat(draft.course().state()).isEqualTo(CourseState.DRAFT);
        assertThat(draft.manifest().units()).extracting(CourseUnit::key).containsExactly("one", "quiz-one");
        assertThat(draft.edited()).isFalse();
        assertThat(draft.report()).isEqualTo(created.report());
        assertThat(created.report().counts().activities().questions()).isEqualTo(2);
    }

    @Test
    void theSameImportTwiceChangesNothing() {
        Created created = (Created) importFolder();
        Draft before = draft(created.course());

        assertThat(importFolder()).isInstanceOf(Unchanged.class);

        assertThat(draft(created.course())).isEqualTo(before);
    }

    @Test
    void aChangedSourceUpdatesTheDraft() throws IOException {
        Created created = (Created) importFolder();
        write("lessons/one.md", "# One\n\nBetter said.\n");

        assertThat(importFolder())
                .isInstanceOfSatisfying(
                        Updated.class, updated -> assertThat(updated.replaced()).isEmpty());

        assertThat(draft(created.course()).revision()).isGreaterThan(0);
    }

    @Test
    void editsMadeInStudioOutliveAnImportThatChangesOtherThings() throws IOException {
        write("quizzes/one.yaml", UNKEYED);
        CourseId course = ((Created) importFolder()).course();
        assertThat(checks(course)).singleElement().isInstanceOf(Unkeyed.class);
        key(course);
        assertThat(checks(course)).isEmpty();
        describe(course, "Better summary.");
        write("lessons/one.md", "# One\n\nBetter said.\n");

        assertThat(importFolder()).isInstanceOf(Updated.class);

        Draft draft = draft(course);
        assertThat(draft.edited()).isTrue();
        assertThat(draft.manifest().metadata().summary()).isEqualTo("Better summary.");
        assertThat(checks(course)).isEmpty();
    }

    @Test
    void theSameSourceAfterEditsInStudioChangesNothing() throws IOException {
        write("quizzes/one.yaml", UNKEYED);
        CourseId course = ((Created) importFolder()).course();
        key(course);
        Draft edited = draft(course);

        assertThat(importFolder()).isInstanceOf(Unchanged.class);

        assertThat(draft(course)).isEqualTo(edited);
    }

    @Test
    void whereSourceAndStudioChangedTheSameNothingIsOverwrittenUnasked() throws IOException {
        write("quizzes/one.yaml", UNKEYED);
        CourseId course = ((Created) importFolder()).course();
        key(course);
        Draft edited = draft(course);
        write("quizzes/one.yaml", CoursesFixtures.QUIZ);

        assertThat(importFolder())
                .isInstanceOfSatisfying(
                        Conflicting.class,
                        conflict -> assertThat(conflict.things()).containsExactly("quizzes/one.yaml"));
        assertThat(draft(course)).isEqualTo(edited);

        assertThat(asAuthor(() -> importing.importPath(partner.id(), folder, EditedThings.REPLACE, ImportWatch.NOBODY)))
                .isInstanceOfSatisfying(
                        Updated.class, updated -> assertThat(updated.replaced()).containsExactly("quizzes/one.yaml"));
        assertThat(draft(course).edited()).isFalse();
    }

    @Test
    void aRefusedImportLeavesNothing() throws IOException {
        write("course.yaml", course("A first course", "CC-BY-4.0").replace("lessons/one.md", "lessons/two.md"));

        assertThat(importFolder())
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.report().count(FaultSeverity.ERROR))
                                .isPositive());
        assertThat(coursesOfPartner()).isEmpty();
    }

    @Test
    void aCourseOfAnotherPartnerIsRefused() throws IOException {
        write("course.yaml", course("A first course", "CC-BY-4.0") + "partner: somebody-else\n");

        assertThat(importFolder()).isInstanceOf(Refused.class);
        assertThat(coursesOfPartner()).isEmpty();
    }

    @Test
    void whatEndsTheImportBetweenFilesAndDraftLeavesNothingHalf() {
        ImportWatch killed = (file, done, total) -> {
            if (file.isEmpty()) {
                throw new IllegalStateException("killed");
            }
            return true;
        };

        assertThatThrownBy(() -> asAuthor(() -> importing.importPath(partner.id(), folder, EditedThings.KEEP, killed)))
                .hasMessage("killed");

        assertThat(coursesOfPartner()).isEmpty();
        assertThat(importFolder()).isInstanceOf(Created.class);
    }

    @Test
    void whatFailsInsideTheTransactionLeavesNothingHalf() {
        KeepingImports keeping = beans.getBean(KeepingImports.class);
        CourseMetadata tooLong = CoursesFixtures.metadata("too-long", "x".repeat(301), "CC-BY-4.0");

        assertThatThrownBy(() -> asAuthor(() -> keeping.keep(
                        partner.id(),
                        CoursesFixtures.accepted(tooLong, CoursesFixtures.LESSON, CoursesFixtures.QUIZ),
                        EditedThings.KEEP,
                        null)))
                .isInstanceOf(RuntimeException.class);

        assertThat(coursesOfPartner()).isEmpty();
    }

    @Test
    void anImportCanBeFollowedAndEnded() {
        AtomicInteger asked = new AtomicInteger();
        ImportWatch impatient = (file, done, total) -> asked.incrementAndGet() < 3;

        assertThat(asAuthor(() -> importing.importPath(partner.id(), folder, EditedThings.KEEP, impatient)))
                .isInstanceOf(Cancelled.class);
        assertThat(coursesOfPartner()).isEmpty();
        assertThat(asked.get()).isEqualTo(3);
    }

    @Test
    void onlyThoseWhoMayEditForThePartnerImport() {
        String other = CoursesFixtures.partner(beans).id().toString();
        for (Set<String> held : List.of(
                Set.<String>of(),
                Set.of(CoursesPermissions.VIEW_DRAFT),
                Set.of(CoursesPermissions.EDIT + "@" + other))) {
            assertThatThrownBy(() -> system.call(
                            held,
                            () -> importing.importZip(
                                    partner.id(), folder.resolve("c.zip"), EditedThings.KEEP, ImportWatch.NOBODY)))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void aFolderOfTheServerIsForOperatorsOnly() {
        assertThatThrownBy(() -> system.call(
                        Set.of(CoursesPermissions.EDIT),
                        () -> importing.importPath(partner.id(), folder, EditedThings.KEEP, ImportWatch.NOBODY)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> system.call(
                        Set.of(CoursesPermissions.EDIT),
                        () -> importing.importZip(partner.id(), folder, EditedThings.KEEP, ImportWatch.NOBODY)))
                .hasMessageContaining("no-zip");
    }

    private void key(CourseId course) {
        Draft draft = draft(course);
        asAuthor(() -> {
            drafts.replaceFile(
                    course,
                    draft.revision(),
                    "quiz-one",
                    (UNKEYED + "    answer: false\n").getBytes(StandardCharsets.UTF_8));
            return true;
        });
    }

    private void describe(CourseId course, String summary) {
        Draft draft = draft(course);
        asAuthor(() -> {
            drafts.describe(
                    course,
                    draft.revision(),
                    EditedDetails.of(draft).summary(summary).build());
            return true;
        });
    }

    private List<DraftCheck> checks(CourseId course) {
        return asAuthor(() -> drafts.checks(course));
    }

    private Draft draft(CourseId course) {
        return asAuthor(() -> drafts.find(course)).orElseThrow();
    }

    private List<CourseListItem> coursesOfPartner() {
        return system.call(
                Set.of(CoursesPermissions.VIEW_DRAFT + "@" + partner.id()),
                () -> courses.list(CourseFilter.ALL, new PageRequest(0, 50)));
    }

    private ImportResult importFolder() {
        return asAuthor(() -> importing.importPath(partner.id(), folder, EditedThings.KEEP, ImportWatch.NOBODY));
    }

    private <T> T asAuthor(Supplier<T> work) {
        return system.call(
                Set.of(CoursesPermissions.EDIT, CoursesPermissions.VIEW_DRAFT, CoursesPermissions.IMPORT_FOLDER), work);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String course(String title, String licence) {
        return """
                format: collegium-course/1
                key: first-course
                title: %s
                summary: Learn what a model is.
                outcomes: [Explain what a model is.]
                authors: [{ name: Ada Example }]
                language: en
                level: introductory
                audience: [students]
                effortHours: 1
                licence: %s
                sections:
                  - key: start
                    title: Start
                    units:
                      - key: one
                        lesson: lessons/one.md
                        sample: true
                      - key: quiz-one
                        quiz: quizzes/one.yaml
                """.formatted(title, licence);
    }
}
