package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.collegium.CountedQueries;
import org.collegium.FullApplicationTest;
import org.collegium.courses.CourseFilter.Sort;
import org.collegium.identity.SystemActor;
import org.collegium.partners.Partner;
import org.collegium.shared.PageRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;

@Tag("module")
@FullApplicationTest
@Transactional
class CoursesTests {

    private static final PageRequest FIRST = new PageRequest(0, 50);

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private Courses courses;

    @Autowired
    private CourseVersions versions;

    @Autowired
    private CourseRuns runs;

    @Autowired
    private SystemActor system;

    @Autowired
    private EntityManagerFactory entities;

    @Autowired
    private EntityManager changes;

    @Test
    void staffSeeTheCoursesOfTheirOwnPartnerOnly() {
        Partner own = CoursesFixtures.partner(beans);
        CourseId mine = CoursesFixtures.draft(beans, own, CoursesFixtures.accepted("mine"));
        Partner other = CoursesFixtures.partner(beans);
        CoursesFixtures.draft(beans, other, CoursesFixtures.accepted("theirs"));

        List<CourseListItem> seen = asStaffOf(own, () -> courses.list(CourseFilter.ALL, FIRST));

        assertThat(seen).extracting(CourseListItem::id).containsExactly(mine);
        assertThat(asStaffOf(own, () -> courses.count(CourseFilter.ALL))).isEqualTo(1);
        CourseFilter foreign = new CourseFilter("", Optional.of(other.id()), Optional.empty(), Sort.LAST_CHANGED);
        assertThat(asStaffOf(own, () -> courses.list(foreign, FIRST))).isEmpty();
    }

    @Test
    void aListItemTellsWhereTheCourseStands() {
        Partner partner = CoursesFixtures.partner(beans);
        CoursesFixtures.draft(
                beans,
                partner,
                CoursesFixtures.accepted(
                        CoursesFixtures.metadata("blocked", "Blocked", ""),
                        CoursesFixtures.LESSON,
                        CoursesFixtures.QUIZ));
        CoursesFixtures.publish(beans, CoursesFixtures.draft(beans, partner, CoursesFixtures.accepted("published")));

        List<CourseListItem> seen = asStaffOf(
                partner,
                () -> courses.list(new CourseFilter("", Optional.empty(), Optional.empty(), Sort.BLOCKS), FIRST));

        assertThat(seen).hasSize(2);
        assertThat(seen.getFirst().key()).isEqualTo("blocked");
        assertThat(seen.getFirst().blocks()).isEqualTo(1);
        assertThat(seen.getFirst().state()).isEqualTo(CourseState.DRAFT);
        assertThat(seen.getFirst().unpublishedChanges()).isTrue();
        assertThat(seen.getLast().state()).isEqualTo(CourseState.PUBLISHED);
        assertThat(seen.getLast().publishedNumber()).isEqualTo(1);
        assertThat(seen.getLast().unpublishedChanges()).isFalse();
    }

    @Test
    void searchingIgnoresCaseAndAccentsAndTakesSignsLiterally() {
        Partner partner = CoursesFixtures.partner(beans);
        draftTitled(partner, "one", "Introducción a 100 % de los datos");
        draftTitled(partner, "two", "Statistics");

        assertThat(found(partner, "INTRODUCCION")).containsExactly("one");
        assertThat(found(partner, "100 %")).containsExactly("one");
        assertThat(found(partner, "%")).containsExactly("one");
        assertThat(found(partner, "_")).isEmpty();
        assertThat(found(partner, "tw")).containsExactly("two");
    }

    @Test
    void sortingAndPagingFollowTheTitle() {
        Partner partner = CoursesFixtures.partner(beans);
        draftTitled(partner, "c", "Charlie");
        draftTitled(partner, "a", "alpha");
        draftTitled(partner, "b", "Bravo");
        CourseFilter byTitle = new CourseFilter("", Optional.empty(), Optional.empty(), Sort.TITLE);

        assertThat(asStaffOf(partner, () -> courses.list(byTitle, new PageRequest(1, 2))))
                .extracting(CourseListItem::title)
                .containsExactly("Bravo", "Charlie");
    }

    @Test
    void aListTakesOneQueryHoweverLongItIs() {
        Partner partner = CoursesFixtures.partner(beans);
        for (int i = 0; i < 5; i++) {
            CoursesFixtures.publish(beans, CoursesFixtures.draft(beans, partner, CoursesFixtures.accepted("c" + i)));
        }

        changes.flush();
        long queries =
                CountedQueries.during(entities, () -> asStaffOf(partner, () -> courses.list(CourseFilter.ALL, FIRST)));

        assertThat(queries).isEqualTo(1);
    }

    @Test
    void readsForListsTakeAsManyQueriesForManyAsForOne() {
        List<CourseVersion> published = List.of(
                CoursesFixtures.publishedCourse(beans),
                CoursesFixtures.publishedCourse(beans),
                CoursesFixtures.publishedCourse(beans));
        List<CourseId> ids = published.stream().map(CourseVersion::course).toList();

        changes.flush();
        assertThat(CountedQueries.during(entities, () -> runs.openRuns(ids))).isEqualTo(1);
        assertThat(CountedQueries.during(entities, () -> versions.latest(ids))).isLessThanOrEqualTo(2);
        assertThat(runs.openRuns(ids)).hasSize(3);
        assertThat(versions.latest(ids)).hasSize(3);
    }

    @Test
    void aVersionIsReadFromTheDatabaseOnce() {
        CourseVersion version = CoursesFixtures.publishedCourse(beans);
        versions.find(version.id());

        assertThat(CountedQueries.during(entities, () -> versions.find(version.id())))
                .isZero();
    }

    @Test
    void whatIsPublishedIsFoundByPartnerAndKeyByAnybody() {
        CourseVersion version = CoursesFixtures.publishedCourse(beans);
        Partner partner = beans.getBean(org.collegium.partners.Partners.class)
                .find(version.partner())
                .orElseThrow();

        assertThat(system.call(
                        Set.of(), () -> courses.findPublished(partner.data().slug(), "fixture-course")))
                .map(CourseReference::latest)
                .contains(version.id());
    }

    @Test
    void aDraftIsNotFoundByThosePassingBy() {
        Partner partner = CoursesFixtures.partner(beans);
        CourseId draft = CoursesFixtures.draft(beans, partner, CoursesFixtures.accepted("hidden"));

        assertThat(system.call(
                        Set.of(), () -> courses.findPublished(partner.data().slug(), "hidden")))
                .isEmpty();
        assertThatThrownBy(() -> system.call(Set.of(), () -> courses.find(draft)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> system.call(Set.of(), () -> courses.list(CourseFilter.ALL, FIRST)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> system.call(Set.of(), () -> courses.count(CourseFilter.ALL)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private void draftTitled(Partner partner, String key, String title) {
        CoursesFixtures.draft(
                beans,
                partner,
                CoursesFixtures.accepted(
                        CoursesFixtures.metadata(key, title, "CC-BY-4.0"),
                        CoursesFixtures.LESSON,
                        CoursesFixtures.QUIZ));
    }

    private List<String> found(Partner partner, String text) {
        CourseFilter filter = new CourseFilter(text, Optional.empty(), Optional.empty(), Sort.TITLE);
        return asStaffOf(partner, () -> courses.list(filter, FIRST)).stream()
                .map(CourseListItem::key)
                .toList();
    }

    private <T> T asStaffOf(Partner partner, Supplier<T> work) {
        return system.call(Set.of(CoursesPermissions.VIEW_DRAFT + "@" + partner.id()), work);
    }
}
