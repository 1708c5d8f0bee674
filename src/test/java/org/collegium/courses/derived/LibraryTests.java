package org.collegium.courses.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.collegium.FullApplicationTest;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Draft;
import org.collegium.courses.Drafts;
import org.collegium.courses.languages.Languages;
import org.collegium.courses.languages.Marked;
import org.collegium.courses.languages.TranslatedUnit;
import org.collegium.courses.languages.TranslatedUnit.State;
import org.collegium.courses.languages.Variant;
import org.collegium.identity.SystemActor;
import org.collegium.partners.Partner;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;

/** What may be taken from others, and the same course in several languages. */
@Tag("module")
@FullApplicationTest
@Transactional
class LibraryTests {

    private static final Set<String> STAFF = Set.of(CoursesPermissions.VIEW_DRAFT, CoursesPermissions.EDIT);
    private static final String LESSON = "what-is-a-model";

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private Library library;

    @Autowired
    private Languages languages;

    @Autowired
    private DerivedCourses derived;

    @Autowired
    private Drafts drafts;

    @Autowired
    private EntityManager entities;

    @Autowired
    private SystemActor system;

    private Partner theirs;
    private Partner ours;
    private CourseVersion source;
    private CourseId draft;

    @BeforeEach
    void anotherPartnerHasPublishedACourse() {
        theirs = CoursesFixtures.partner(beans);
        ours = CoursesFixtures.partner(beans);
        source = published("Zebras of the steppe", "CC-BY-4.0");
        draft = CoursesFixtures.draft(beans, ours, CoursesFixtures.accepted("mine"));
    }

    @Test
    void lessonsOfOpenCoursesAreThereForAllAndQuizzesOnceTheyAreOffered() {
        assertThat(kinds("Zebras")).containsExactly("course", "lesson");

        asStaffOf(theirs, () -> {
            derived.offer(source.course(), true);
            return source;
        });

        assertThat(kinds("Zebras")).containsExactly("course", "lesson", "quiz");
    }

    @Test
    void unitsAndSkillsAreOfferedWhereTheyAreNeeded() {
        assertThat(asStaffOf(ours, () -> library.units("zebras model", new PageRequest(0, 10))))
                .singleElement()
                .satisfies(item -> assertThat(item.kind()).isEqualTo("lesson"));
        assertThat(asStaffOf(ours, () -> library.units("zebras", new PageRequest(1, 10))))
                .isEmpty();
        assertThat(asStaffOf(ours, library::skills))
                .extracting(CourseMetadata.CourseSkill::key)
                .doesNotHaveDuplicates()
                .containsAll(source.manifest().metadata().skills().stream()
                        .map(CourseMetadata.CourseSkill::key)
                        .toList());
        assertThatThrownBy(() -> system.call(Set.of(), library::skills)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> system.call(Set.of(), () -> library.units("", new PageRequest(0, 1))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whatMayNotBeAdaptedIsThereForItsOwnPartnerOnly() {
        published("Secret gnus", "CC-BY-ND-4.0");

        assertThat(kinds("gnus")).isEmpty();
        assertThat(asStaffOf(
                        theirs,
                        () -> find(new LibraryFilter("gnus", "", "", "", "")).all()))
                .isEqualTo(3);
    }

    @Test
    void oneLooksByKindLanguageAndLicence() {
        assertThat(ours(new LibraryFilter("zebras", "lesson", "", "en", "CC-BY-4.0"))
                        .items())
                .singleElement()
                .satisfies(item -> assertThat(item.title()).isEqualTo("What is a model?"));
        assertThat(ours(new LibraryFilter("zebras", "", "", "fi", "")).all()).isZero();
        assertThat(ours(new LibraryFilter("zebras", "", "", "", "MIT")).all()).isZero();
        assertThat(ours(new LibraryFilter("zebras", "", "nothing", "", "")).all())
                .isZero();
    }

    @Test
    void aLessonComesIntoADraftWithItsFileAndItsSource() {
        String key = asStaffOf(ours, () -> insert(LESSON));

        CourseManifest now = manifest();
        CourseUnit copy = now.unit(key).orElseThrow();
        assertThat(key).isEqualTo(LESSON + "-2");
        assertThat(copy.file()).startsWith("from/").endsWith("lessons/what-is-a-model.md");
        assertThat(now.file(copy)).isPresent();
        assertThat(asStaffOf(ours, () -> library.borrowed(draft))).containsExactly(new Library.Borrowed(key, source));
    }

    @Test
    void aLicenceThatWantsTheSameIsNotMixedIn() {
        source = published("Zebras alike", "CC-BY-SA-4.0");
        assertThatThrownBy(() -> asStaffOf(ours, () -> insert(LESSON)))
                .isInstanceOfSatisfying(
                        RuleViolation.class, broken -> assertThat(broken.code()).isEqualTo("courses.library.licence"));
    }

    @Test
    void whatIsNotOfferedCannotBeTakenAndOthersCannotPutAnythingIntoOurDraft() {
        assertThatThrownBy(() -> asStaffOf(ours, () -> insert("quiz-models")))
                .isInstanceOfSatisfying(
                        RuleViolation.class, broken -> assertThat(broken.code()).isEqualTo("courses.library.gone"));
        assertThatThrownBy(() -> asStaffOf(theirs, () -> library.insert(draft, 0, "start", source.course(), LESSON)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> system.call(Set.of(), () -> find(new LibraryFilter("", "", "", "", ""))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aTranslationIsBehindWhenItsSourceChanges() {
        CourseVersion original =
                publishedBy(ours, "original", CoursesFixtures.metadata("original"), CoursesFixtures.LESSON);
        asStaffOf(ours, () -> {
            assertThatThrownBy(() -> languages.link(draft, revision(), "original"))
                    .isInstanceOfSatisfying(
                            RuleViolation.class,
                            broken -> assertThat(broken.code()).isEqualTo("courses.languages.source.language"));
            return draft;
        });
        draft = CoursesFixtures.draft(
                beans,
                ours,
                CoursesFixtures.accepted(
                        CoursesFixtures.inLanguage(CoursesFixtures.metadata("suomeksi", "Mallit", "CC-BY-4.0"), "fi"),
                        "# Mikä on malli\n\nMalli on sääntö.\n",
                        CoursesFixtures.QUIZ));
        asStaffOf(ours, () -> {
            languages.link(draft, revision(), "original");
            return draft;
        });
        assertThat(states()).containsExactly(State.UNCHECKED, State.UNCHECKED);

        mark(original);
        assertThat(states()).containsExactly(State.CURRENT, State.UNCHECKED);

        CourseVersion newer = publishedBy(
                ours, "original", CoursesFixtures.metadata("original"), "# What a model is\n\nA model is a guess.\n");
        assertThat(states()).containsExactly(State.OUT_OF_DATE, State.UNCHECKED);
        assertThat(asStaffOf(ours, () -> languages.change(draft, LESSON)).orElseThrow())
                .satisfies(change -> {
                    assertThat(change.before()).isEqualTo(CoursesFixtures.LESSON);
                    assertThat(change.now()).contains("A model is a guess.");
                });
        assertThatThrownBy(() -> mark(original))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        broken -> assertThat(broken.code()).isEqualTo("courses.languages.changed-meanwhile"));
        Marked both = asStaffOf(ours, () -> languages.markCurrent(draft, newer.id(), keys()));
        assertThat(states()).containsOnly(State.CURRENT);
        asStaffOf(ours, () -> {
            languages.takeBack(draft, both);
            return draft;
        });
        assertThat(states()).containsExactly(State.OUT_OF_DATE, State.UNCHECKED);
        assertThatThrownBy(() -> asStaffOf(theirs, () -> languages.markCurrent(draft, newer.id(), Set.of(LESSON))))
                .isInstanceOf(AccessDeniedException.class);
        mark(newer);
        assertThat(states()).containsExactly(State.CURRENT, State.UNCHECKED);

        CourseVersion translated = CoursesFixtures.publish(beans, draft);
        entities.flush();
        assertThat(languages.others(newer.id())).extracting(Variant::language).containsExactly("fi");
        assertThat(languages.others(translated.id()))
                .singleElement()
                .matches(variant -> variant.has(LESSON) && variant.key().equals("original"));
        assertThat(asStaffOf(ours, () -> languages.translations(newer.course())))
                .singleElement()
                .matches(translation -> translation.course().id().equals(draft)
                        && translation.count(State.CURRENT) == 1
                        && translation.count(State.UNCHECKED) == 1);
        assertThat(asStaffOf(ours, () -> languages.translations(draft))).isEmpty();
        assertThatThrownBy(() -> asStaffOf(theirs, () -> languages.translations(newer.course())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> asStaffOf(theirs, () -> languages.of(draft)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private void mark(CourseVersion version) {
        asStaffOf(ours, () -> {
            languages.markCurrent(draft, version.id(), Set.of(LESSON));
            return draft;
        });
    }

    private Set<String> keys() {
        return asStaffOf(ours, () -> drafts.find(draft)).orElseThrow().manifest().units().stream()
                .map(CourseUnit::key)
                .collect(Collectors.toSet());
    }

    private List<State> states() {
        return asStaffOf(ours, () -> languages.of(draft)).orElseThrow().units().stream()
                .map(TranslatedUnit::state)
                .toList();
    }

    private CourseVersion published(String title, String licence) {
        String key = title.toLowerCase(Locale.ROOT).replace(' ', '-');
        return publishedBy(theirs, key, CoursesFixtures.metadata(key, title, licence), CoursesFixtures.LESSON);
    }

    private CourseVersion publishedBy(Partner partner, String key, CourseMetadata metadata, String lesson) {
        return CoursesFixtures.publish(
                beans,
                CoursesFixtures.draft(
                        beans, partner, CoursesFixtures.accepted(metadata, lesson, CoursesFixtures.QUIZ)));
    }

    private String insert(String unit) {
        return library.insert(draft, revision(), "start", source.course(), unit);
    }

    private int revision() {
        return drafts.find(draft).map(Draft::revision).orElseThrow();
    }

    private CourseManifest manifest() {
        return asStaffOf(ours, () -> drafts.find(draft)).orElseThrow().manifest();
    }

    private List<String> kinds(String text) {
        return ours(new LibraryFilter(text, "", "", "", "")).items().stream()
                .map(LibraryItem::kind)
                .toList();
    }

    private LibraryPage ours(LibraryFilter filter) {
        return asStaffOf(ours, () -> find(filter));
    }

    private LibraryPage find(LibraryFilter filter) {
        return library.find(filter, new PageRequest(0, 20));
    }

    private <T> T asStaffOf(Partner partner, Supplier<T> deed) {
        Set<String> held = STAFF.stream()
                .map(permission -> permission + "@" + partner.id())
                .collect(Collectors.toSet());
        return system.call(held, deed);
    }
}
