package org.collegium.courses.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.collegium.FullApplicationTest;
import org.collegium.courses.CourseEdition;
import org.collegium.courses.CourseExport;
import org.collegium.courses.CourseId;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Draft;
import org.collegium.courses.Drafts;
import org.collegium.courses.ExportingCourses;
import org.collegium.courses.authoring.KeepResult.Clashing;
import org.collegium.courses.authoring.KeepResult.Kept;
import org.collegium.courses.authoring.LessonVersion.Kind;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityFixtures;
import org.collegium.partners.Partner;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.source.PictureFixtures;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.AfterEach;
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
class LessonsTests {

    private static final String LESSON = "what-is-a-model";
    private static final PageRequest FIRST = new PageRequest(0, 20);
    private static final byte[] PICTURE = PictureFixtures.png(1);

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private Lessons lessons;

    @Autowired
    private LessonFiles files;

    @Autowired
    private PresentAuthors present;

    @Autowired
    private Drafts drafts;

    private Partner partner;
    private CourseId course;
    private AccountId ada;
    private AccountId ben;

    @BeforeEach
    void twoAuthorsHaveADraft() {
        partner = CoursesFixtures.partner(beans);
        course = CoursesFixtures.draft(beans, partner, CoursesFixtures.accepted("written-course"));
        ada = account("Ada Author");
        ben = account("Ben Author");
        as(ada);
    }

    @AfterEach
    void nobodyIsSignedIn() {
        IdentityFixtures.signIn(null);
    }

    @Test
    void whatIsWrittenIsInTheDraftAndItsChecksFollow() {
        OpenLesson open = lessons.open(course, LESSON);
        assertThat(open.text()).isEqualTo(CoursesFixtures.LESSON);

        KeepResult kept = lessons.keep(course, LESSON, open.head(), open.text() + "\n[Away](missing.md)\n");
        flush();

        assertThat(kept).isInstanceOf(Kept.class);
        assertThat(lessons.head(course, LESSON)).contains(kept.head());
        assertThat(text()).endsWith("[Away](missing.md)\n");
        assertThat(drafts.checks(course).toString()).contains("missing.md");
    }

    @Test
    void theSameTwiceChangesNothing() {
        OpenLesson open = lessons.open(course, LESSON);
        KeepResult once = lessons.keep(course, LESSON, open.head(), "# Anew\n");
        flush();
        int revision = draft().revision();

        assertThat(lessons.keep(course, LESSON, open.head(), "# Anew\n")).isEqualTo(once);
        flush();
        assertThat(draft().revision()).isEqualTo(revision);
    }

    @Test
    void twoWhoWriteInDifferentLinesBothHaveTheirs() {
        OpenLesson open = lessons.open(course, LESSON);
        KeepResult first = lessons.keep(course, LESSON, open.head(), open.text().replace("# What", "# Say what"));
        as(ben);
        KeepResult second = lessons.keep(course, LESSON, open.head(), open.text() + "More by Ben.\n");

        assertThat(first).isInstanceOf(Kept.class);
        assertThat(second)
                .isInstanceOfSatisfying(
                        Kept.class,
                        kept -> assertThat(kept.text()).startsWith("# Say what").endsWith("More by Ben.\n"));
        assertThat(text()).startsWith("# Say what").endsWith("More by Ben.\n");
        assertThat(lessons.history(course, LESSON, FIRST))
                .extracting(LessonVersion::kind, LessonVersion::author)
                .containsExactly(
                        tuple(Kind.MERGED, "Ben Author"), tuple(Kind.WRITTEN, "Ada Author"), tuple(Kind.BROUGHT, ""));
    }

    @Test
    void whatTwoWroteInTheSameLineIsKeptOfBothAndOverwritesNothing() {
        OpenLesson open = lessons.open(course, LESSON);
        lessons.keep(course, LESSON, open.head(), "# Ada's title\n");
        as(ben);
        KeepResult clashing = lessons.keep(course, LESSON, open.head(), "# Ben's title\n");

        assertThat(clashing).isInstanceOfSatisfying(Clashing.class, clash -> {
            assertThat(clash.author()).isEqualTo("Ada Author");
            assertThat(clash.parts()).contains(new LineMerge.Part.Clash("# Ben's title", "# Ada's title"));
        });
        assertThat(text()).isEqualTo("# Ada's title\n");
        LessonVersion aside = lessons.history(course, LESSON, FIRST).getFirst();
        assertThat(aside.kind()).isEqualTo(Kind.ASIDE);
        assertThat(lessons.text(course, LESSON, aside.number())).contains("# Ben's title\n");

        assertThat(lessons.keep(course, LESSON, clashing.head(), "# Both titles\n"))
                .isInstanceOf(Kept.class);
        assertThat(text()).isEqualTo("# Both titles\n");
    }

    @Test
    void aSittingIsOneVersionAndAnEarlierOneComesBack() {
        OpenLesson open = lessons.open(course, LESSON);
        KeepResult one = lessons.keep(course, LESSON, open.head(), "# One\n");
        lessons.keep(course, LESSON, one.head(), "# Two\n");
        List<LessonVersion> history = lessons.history(course, LESSON, FIRST);
        assertThat(history).hasSize(2);
        assertThat(lessons.versions(course, LESSON)).isEqualTo(2);

        int before = lessons.restore(course, LESSON, history.getLast().number());
        assertThat(text()).isEqualTo(CoursesFixtures.LESSON);
        lessons.restore(course, LESSON, before);
        assertThat(text()).isEqualTo("# Two\n");
    }

    @Test
    void aTextOnAnythingElseIsRefused() {
        String other = SourceFile.of("other", CoursesFixtures.QUIZ).sha256();
        OpenLesson open = lessons.open(course, LESSON);
        lessons.keep(course, LESSON, open.head(), "# Changed\n");

        assertThatThrownBy(() -> lessons.keep(course, LESSON, other, "# Mine\n"))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("base-unknown");
        assertThatThrownBy(() -> lessons.open(course, "quiz-models")).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> lessons.keep(course, LESSON, open.head(), "x".repeat(1_000_001)))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void aPictureComesInOnceAndGoesOutAgain() {
        AddedFile added = files.add(course, LESSON, "C:\\Pictures\\Tree of Depth.PNG", PICTURE);
        flush();
        assertThat(added.reference()).isEqualTo("../assets/tree-of-depth.png");
        assertThat(added.picture()).isTrue();
        assertThat(files.add(course, LESSON, "tree of depth.png", PICTURE)).isEqualTo(added);
        assertThat(files.add(course, LESSON, "tree of depth.png", PictureFixtures.png(2))
                        .reference())
                .isEqualTo("../assets/tree-of-depth-2.png");
        flush();

        OpenLesson open = lessons.open(course, LESSON);
        lessons.keep(course, LESSON, open.head(), open.text() + "\n![A tree](../assets/tree-of-depth.png)\n");
        flush();
        CourseExport export = beans.getBean(ExportingCourses.class)
                .find(course, new CourseEdition.OfDraft())
                .orElseThrow();
        assertThat(export.exact()).isTrue();
        assertThat(export.paths()).contains("assets/tree-of-depth.png");
    }

    @Test
    void filesThatLessonsDoNotOfferAreRefused() {
        for (String name : List.of("lesson.md", "course.yaml", "page.html", "run.exe", "nothing")) {
            assertThatThrownBy(() -> files.add(course, LESSON, name, PICTURE))
                    .as(name)
                    .isInstanceOf(RuleViolation.class);
        }
        assertThatThrownBy(() -> files.add(course, LESSON, "empty.png", new byte[0]))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> files.add(course, LESSON, "broken.png", Arrays.copyOf(PICTURE, PICTURE.length - 20)))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        broken -> assertThat(broken.code()).isEqualTo("courses.lesson.file.broken"));
        assertThatThrownBy(() -> files.add(course, LESSON, "talk.vtt", PICTURE)).isInstanceOf(RuleViolation.class);
    }

    @Test
    void authorsSeeWhoElseIsThereAndWhere() {
        UUID tabOfAda = UUID.randomUUID();
        UUID tabOfBen = UUID.randomUUID();
        assertThat(present.here(course, LESSON, tabOfAda)).isEmpty();
        as(ben);
        assertThat(present.here(course, "", tabOfBen)).containsExactly(new PresentAuthor("Ada Author", LESSON, false));
        assertThat(present.here(course, "", UUID.randomUUID())).contains(new PresentAuthor("Ben Author", "", true));
        as(ada);
        present.gone(course, tabOfAda);
        as(ben);
        assertThat(present.here(course, "", tabOfBen))
                .noneMatch(author -> author.name().equals("Ada Author"));
    }

    @Test
    void withAnAccountTheNameGoesAndTheTextStays() {
        OpenLesson open = lessons.open(course, LESSON);
        lessons.keep(course, LESSON, open.head(), "# Ada's\n");
        present.here(course, LESSON, UUID.randomUUID());
        AuthorTraces traces = beans.getBean(AuthorTraces.class);
        assertThat(traces.dataOf(ada).toString()).contains("A first course", LESSON, "wrote version", "was there");

        beans.publishEvent(new AccountErased(ada, Instant.now()));

        assertThat(traces.dataOf(ada)).isEqualTo(List.of());
        assertThat(lessons.history(course, LESSON, FIRST).getFirst().author()).isEmpty();
        assertThat(text()).isEqualTo("# Ada's\n");
    }

    @Test
    void othersNeitherReadNorWrite() {
        List<Supplier<?>> acts = List.of(
                () -> lessons.open(course, LESSON),
                () -> lessons.keep(course, LESSON, "", ""),
                () -> lessons.restore(course, LESSON, 1),
                () -> files.add(course, LESSON, "a.png", PICTURE),
                () -> present.here(course, "", UUID.randomUUID()));
        List<Supplier<?>> seeing = List.of(
                () -> lessons.history(course, LESSON, FIRST),
                () -> lessons.text(course, LESSON, 1),
                () -> lessons.head(course, LESSON));
        signIn(
                ada,
                CoursesPermissions.EDIT + "@" + CoursesFixtures.partner(beans).id());
        acts.forEach(act -> assertThatThrownBy(act::get).isInstanceOf(AccessDeniedException.class));
        seeing.forEach(act -> assertThatThrownBy(act::get).isInstanceOf(AccessDeniedException.class));
        signIn(ada, CoursesPermissions.VIEW_DRAFT + "@" + partner.id());
        acts.forEach(act -> assertThatThrownBy(act::get).isInstanceOf(AccessDeniedException.class));
    }

    private AccountId account(String name) {
        return IdentityFixtures.opened(
                beans.getBean(Accounts.class), IdentityFixtures.person(name, UUID.randomUUID() + "@example.org"));
    }

    private void as(AccountId author) {
        signIn(
                author,
                CoursesPermissions.EDIT + "@" + partner.id(),
                CoursesPermissions.VIEW_DRAFT + "@" + partner.id());
    }

    private static void signIn(AccountId author, String... permissions) {
        IdentityFixtures.signIn(IdentityFixtures.authentication(author, permissions));
    }

    private Draft draft() {
        return drafts.find(course).orElseThrow();
    }

    private String text() {
        flush();
        return drafts.file(course, "lessons/what-is-a-model.md")
                .flatMap(file -> file.text(fault -> {}))
                .orElseThrow();
    }

    private void flush() {
        beans.getBean(EntityManager.class).flush();
    }
}
