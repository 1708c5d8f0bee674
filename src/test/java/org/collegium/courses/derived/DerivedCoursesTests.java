package org.collegium.courses.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.collegium.FullApplicationTest;
import org.collegium.courses.CourseEdition;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Draft;
import org.collegium.courses.DraftCheck.Details;
import org.collegium.courses.DraftCheck.Missing;
import org.collegium.courses.Drafts;
import org.collegium.courses.EditedDetails;
import org.collegium.courses.ExportingCourses;
import org.collegium.courses.Retirement;
import org.collegium.courses.RetirementData;
import org.collegium.courses.Retirements;
import org.collegium.courses.TellingRetirementBegan;
import org.collegium.courses.VersionRetirement;
import org.collegium.courses.VersionRetirements;
import org.collegium.courses.merging.Conflict;
import org.collegium.courses.merging.Decision;
import org.collegium.identity.AccountId;
import org.collegium.identity.SystemActor;
import org.collegium.partners.Partner;
import org.collegium.shared.RuleViolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;

@Tag("module")
@FullApplicationTest
@Transactional
class DerivedCoursesTests {

    private static final Set<String> STAFF = Set.of(CoursesPermissions.VIEW_DRAFT, CoursesPermissions.EDIT);
    private static final String LESSON = "what-is-a-model";
    private static final String OWN = "# What a model is\n\nA model is a rule made from examples of trees.\n";
    private static final String NEWER =
            "# What a model is\n\nA model is a rule made from data.\n\nIt is judged on data it has not seen.\n";

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private DerivedCourses derived;

    @Autowired
    private TakingIn taking;

    @Autowired
    private Drafts drafts;

    @Autowired
    private ExportingCourses exporting;

    @Autowired
    private VersionRetirements retirements;

    @Autowired
    private Retirements ofCourses;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SystemActor system;

    private Partner theirs;
    private Partner ours;
    private CourseVersion upstream;

    @BeforeEach
    void anotherPartnerHasPublishedACourse() {
        theirs = CoursesFixtures.partner(beans);
        ours = CoursesFixtures.partner(beans);
        upstream = published("CC-BY-4.0", CoursesFixtures.LESSON);
    }

    @Test
    void aDerivedDraftIsOursAndSaysWhereItComesFrom() {
        CourseId course = derive("Models with trees");

        Draft draft = draft(course);
        assertThat(draft.course().partner()).isEqualTo(ours.id());
        assertThat(draft.manifest().metadata().partner())
                .isEqualTo(ours.data().slug().value());
        assertThat(draft.manifest().metadata().authors())
                .isEqualTo(upstream.manifest().metadata().authors());
        Provenance from = asStaff(() -> derived.of(course)).orElseThrow();
        assertThat(from.title()).isEqualTo("A first course");
        assertThat(from.partner().id()).isEqualTo(theirs.id());
        assertThat(from.upstream().number()).isEqualTo(1);
        assertThat(from.licence()).isEqualTo("CC-BY-4.0");
        assertThat(asStaff(() -> derived.news(course))).isEmpty();
        assertThat(asStaff(() -> taking.preview(course))).isEmpty();
    }

    @Test
    void keysOfQuestionsComeOnlyWhereTheyAreOffered() {
        assertThat(draft(derive("Without")).manifest().units())
                .extracting(CourseUnit::kind)
                .containsExactly("lesson");

        asStaff(() -> {
            derived.offer(upstream.course(), true);
            return derived.isOffered(upstream.course());
        });

        assertThat(draft(derive("With")).manifest().units())
                .extracting(CourseUnit::kind)
                .containsExactly("lesson", "quiz");
    }

    @Test
    void aLicenceThatForbidsItIsNamed() {
        upstream = published("CC-BY-ND-4.0", CoursesFixtures.LESSON);
        assertThatThrownBy(() -> derive("Never")).isInstanceOfSatisfying(RuleViolation.class, broken -> {
            assertThat(broken.code()).isEqualTo("courses.derive.licence.FORBIDDEN");
            assertThat(broken.arguments()).containsExactly("CC-BY-ND-4.0");
        });
    }

    @Test
    void aLicenceThatWantsTheSameIsKept() {
        upstream = published("CC-BY-SA-4.0", CoursesFixtures.LESSON);
        CourseId course = derive("Alike");
        assertThat(asStaff(() -> drafts.checks(course))).isEmpty();

        describe(course, "CC-BY-4.0");

        assertThat(asStaff(() -> drafts.checks(course))).containsExactly(new Details(Missing.SHARE_ALIKE));
        assertThatThrownBy(() -> CoursesFixtures.publish(beans, course)).hasMessageContaining("Not published");
    }

    @Test
    void aKeyIsTakenOnce() {
        derive("Models");
        assertThatThrownBy(() -> derive("Models"))
                .isInstanceOfSatisfying(
                        RuleViolation.class, broken -> assertThat(broken.code()).isEqualTo("courses.derive.key.taken"));
    }

    @Test
    void whatIsNewComesWithWhatWasChangedHere() {
        CourseId course = derive("Models");
        describe(course, "CC-BY-4.0");
        published("CC-BY-4.0", NEWER.replace("data.", "examples."));

        Upstream preview = preview(course);
        assertThat(preview.conflicts()).isEmpty();
        assertThat(preview.newest().number()).isEqualTo(2);
        take(course, preview);

        assertThat(text(course)).contains("It is judged on data it has not seen.");
        assertThat(draft(course).manifest().metadata().summary()).isEqualTo("Ours.");
        assertThat(draft(course).manifest().metadata().title()).isEqualTo("Models");
        assertThat(asStaff(() -> derived.of(course)).orElseThrow().upstream().number())
                .isEqualTo(2);
        assertThat(asStaff(() -> taking.preview(course))).isEmpty();
    }

    @Test
    void whereBothChangedTheSameAPersonChoosesAndMayChooseAgain() {
        CourseId course = derive("Models");
        write(course, OWN);
        published("CC-BY-4.0", NEWER);

        Upstream preview = preview(course);
        Conflict conflict = preview.conflicts().getFirst();
        assertThat(preview.conflicts()).hasSize(1);
        assertThat(conflict.ours()).contains("A model is a rule made from examples of trees.");
        assertThat(conflict.theirs()).contains("A model is a rule made from data.");
        assertThatThrownBy(() -> take(course, preview))
                .isInstanceOfSatisfying(
                        RuleViolation.class, broken -> assertThat(broken.code()).isEqualTo("courses.upstream.open"));

        decide(course, conflict, new Decision.Theirs());
        assertThat(preview(course).open()).isZero();
        asStaff(() -> {
            taking.undecide(course, Set.of(conflict.id()));
            return course;
        });
        assertThat(preview(course).open()).isEqualTo(1);
        Set<String> rest = asStaff(() -> taking.decideRest(course, new Decision.Ours()));
        assertThat(rest).containsExactly(conflict.id());
        assertThat(preview(course).open()).isZero();
        assertThat(asStaff(() -> taking.decideRest(course, new Decision.Theirs())))
                .isEmpty();
        assertThatThrownBy(() -> asStaffOf(theirs, () -> taking.decideRest(course, new Decision.Ours())))
                .isInstanceOf(AccessDeniedException.class);
        decide(course, conflict, new Decision.Edited("A model is a rule made from data of trees."));
        take(course, preview(course));

        assertThat(text(course)).isEqualTo("""
                        # What a model is

                        A model is a rule made from data of trees.

                        It is judged on data it has not seen.
                        """);
    }

    @Test
    void whoTakesInWhatWasLookedAtBeforeAnotherChangeIsTold() {
        CourseId course = derive("Models");
        published("CC-BY-4.0", NEWER);
        Upstream seen = preview(course);
        write(course, OWN);

        assertThatThrownBy(() -> take(course, seen))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        broken -> assertThat(broken.code()).isEqualTo("courses.upstream.changed-meanwhile"));
        assertThat(preview(course).open()).isEqualTo(1);
    }

    @Test
    void whoMadeACourseFromAVersionIsToldWhenItIsRetired() {
        CourseId course = derive("Models");
        AccountId author = author();
        RetirementData said = new RetirementData(Instant.now().plus(Duration.ofDays(7)), "A key was wrong.", null);
        CourseVersionId first = upstream.id();
        assertThatThrownBy(() -> asPublisherOf(theirs, () -> announce(upstream, said)))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        broken -> assertThat(broken.code()).isEqualTo("courses.version-retirement.newest"));
        published("CC-BY-4.0", NEWER);
        assertThatThrownBy(() -> asPublisherOf(ours, () -> announce(upstream, said)))
                .isInstanceOf(AccessDeniedException.class);

        asPublisherOf(theirs, () -> announce(upstream, said));

        assertThat(asStaff(() -> derived.retirement(course)))
                .hasValueSatisfying(retirement -> assertThat(retirement)
                        .returns("A key was wrong.", VersionRetirement::message)
                        .returns(1, VersionRetirement::number)
                        .returns(false, VersionRetirement::done));
        assertThat(mailsTo(author)).as("it may still be taken back").isEmpty();
        beans.publishEvent(new TellingRetirementBegan(upstream.course(), Optional.of(first)));
        assertThat(mailsTo(author))
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .startsWith("What you made a course from is retired: Models")
                        .contains("comes from version 1 of", "A key was wrong.", "See what a newer version"));
        assertThatThrownBy(() -> asPublisherOf(ours, () -> retirements.takeBack(upstream.course(), first)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(asPublisherOf(theirs, () -> retirements.takeBack(upstream.course(), first)))
                .isTrue();
        assertThat(asStaff(() -> derived.retirement(course))).isEmpty();
    }

    @Test
    void whoMadeACourseFromOneThatIsRetiredIsToldByMailAndOnItsPage() {
        CourseId course = derive("Models");
        AccountId author = author();
        assertThat(asStaff(() -> derived.upstreamRetirement(course))).isEmpty();

        asPublisherOf(theirs, () -> {
            ofCourses.atOnce(upstream.course(), "We teach something else.", null);
            beans.publishEvent(new TellingRetirementBegan(upstream.course(), Optional.empty()));
            return course;
        });

        assertThat(asStaff(() -> derived.upstreamRetirement(course)))
                .hasValueSatisfying(said -> assertThat(said)
                        .returns(true, Retirement::done)
                        .returns("We teach something else.", Retirement::message));
        assertThat(mailsTo(author))
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains("nobody can join that one any more", "We teach something else.")
                        .contains("/studio/courses/" + course + "/reuse")
                        .doesNotContain("version", "{"));
        assertThatThrownBy(() -> asPublisherOf(theirs, () -> derived.upstreamRetirement(course)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private List<String> mailsTo(AccountId author) {
        return jdbc.sql("select concat(subject, '\n', text) from mail where account_id = ?")
                .param(author.value())
                .query(String.class)
                .list();
    }

    private CourseVersion announce(CourseVersion version, RetirementData said) {
        retirements.announce(version.course(), version.id(), said);
        return version;
    }

    private <T> T asPublisherOf(Partner partner, Supplier<T> deed) {
        return system.call(Set.of(CoursesPermissions.PUBLISH + "@" + partner.id()), deed);
    }

    private AccountId author() {
        AccountId account = AccountId.next();
        jdbc.sql("""
                insert into account (id, version, email, name, locale, created_at, confirmed_at, session_epoch)
                values (?, 0, ?, 'Ada', 'en', now(6), now(6), 0)
                """).params(account.value(), account + "@example.org").update();
        jdbc.sql("insert into partner_staff (partner_id, account_id, role) values (?, ?, 'AUTHOR')")
                .params(ours.id().value(), account.value())
                .update();
        return account;
    }

    @Test
    void anExportNamesTheSource() throws IOException {
        CourseId course = derive("Models");
        asStaff(() -> {
            derived.say(course, "Trees instead of flowers");
            return course;
        });

        String text = attribution(course);

        assertThat(text)
                .contains(
                        "A first course", theirs.data().name(), "CC-BY-4.0", "Ada Example", "Trees instead of flowers");
    }

    @Test
    void othersMayNeitherDeriveForUsNorSeeOrChangeWhatWeTakeIn() {
        CourseId course = derive("Models");
        assertThatThrownBy(() -> asStaffOf(theirs, () -> derived.of(course))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> asStaffOf(theirs, () -> taking.preview(course)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> asStaffOf(theirs, () -> {
                    taking.decide(course, "x", new Decision.Ours());
                    return course;
                }))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> asStaffOf(
                        theirs,
                        () -> derived.derive(ours.id(), upstream.course(), new DerivingData("Other", "other", ""))))
                .isInstanceOf(AccessDeniedException.class);
    }

    private CourseVersion published(String licence, String lesson) {
        CourseId course = CoursesFixtures.draft(
                beans,
                theirs,
                CoursesFixtures.accepted(
                        CoursesFixtures.metadata("first-course", "A first course", licence),
                        lesson,
                        CoursesFixtures.QUIZ));
        return CoursesFixtures.publish(beans, course);
    }

    private CourseId derive(String title) {
        String key = title.toLowerCase(Locale.ROOT).replace(' ', '-');
        return asStaff(() -> derived.derive(ours.id(), upstream.course(), new DerivingData(title, key, "")));
    }

    private void describe(CourseId course, String licence) {
        Draft draft = draft(course);
        asStaff(() -> {
            drafts.describe(
                    course,
                    draft.revision(),
                    EditedDetails.of(draft).summary("Ours.").licence(licence).build());
            return course;
        });
    }

    private void write(CourseId course, String text) {
        asStaff(() -> {
            drafts.replaceFile(course, draft(course).revision(), LESSON, text.getBytes(StandardCharsets.UTF_8));
            return course;
        });
    }

    private void decide(CourseId course, Conflict conflict, Decision decision) {
        asStaff(() -> {
            taking.decide(course, conflict.id(), decision);
            return course;
        });
    }

    private void take(CourseId course, Upstream preview) {
        asStaff(() -> {
            taking.take(course, preview.revision(), preview.newest().id());
            return course;
        });
    }

    private Upstream preview(CourseId course) {
        return asStaff(() -> taking.preview(course)).orElseThrow();
    }

    private Draft draft(CourseId course) {
        return asStaff(() -> drafts.find(course)).orElseThrow();
    }

    private String text(CourseId course) {
        CourseFile file = draft(course)
                .manifest()
                .unit(LESSON)
                .flatMap(draft(course).manifest()::file)
                .orElseThrow();
        return asStaff(() -> drafts.file(course, file.path()))
                .flatMap(found -> found.text(fault -> {}))
                .orElseThrow();
    }

    private String attribution(CourseId course) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        asStaff(() -> exporting.find(course, new CourseEdition.OfDraft()))
                .orElseThrow()
                .writeZip(zip);
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files.getOrDefault("ATTRIBUTION.md", "");
    }

    private <T> T asStaff(Supplier<T> deed) {
        return system.call(STAFF, deed);
    }

    private <T> T asStaffOf(Partner partner, Supplier<T> deed) {
        Set<String> held = STAFF.stream()
                .map(permission -> permission + "@" + partner.id())
                .collect(Collectors.toSet());
        return system.call(held, deed);
    }
}
