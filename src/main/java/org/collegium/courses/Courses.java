package org.collegium.courses;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.courses.CourseListQuery.Scope;
import org.collegium.identity.Access;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.collegium.shared.PageRequest;
import org.collegium.shared.Slug;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The courses there are. */
@Service
public class Courses {

    private static final Scope EVERYWHERE = new Scope(true, Set.of());

    private final CourseRepository courses;
    private final CourseListQuery query;
    private final Partners partners;
    private final Access access;

    Courses(CourseRepository courses, CourseListQuery query, Partners partners, Access access) {
        this.courses = courses;
        this.query = query;
        this.partners = partners;
        this.access = access;
    }

    /** The courses that the current person may see in Studio; one query. */
    @PreAuthorize("@access.mayAnywhere('" + CoursesPermissions.VIEW_DRAFT + "')")
    @Transactional(readOnly = true)
    public List<CourseListItem> list(CourseFilter filter, PageRequest page) {
        return query.rows(scope(filter), filter, page);
    }

    /** How many courses {@link #list} has; one query. */
    @PreAuthorize("@access.mayAnywhere('" + CoursesPermissions.VIEW_DRAFT + "')")
    @Transactional(readOnly = true)
    public int count(CourseFilter filter) {
        return query.count(scope(filter), filter);
    }

    /** The course with this id for the staff of its partner, empty when there is none; one query. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    @Transactional(readOnly = true)
    public Optional<CourseReference> find(CourseId course) {
        return courses.findById(course).map(CourseRecord::reference);
    }

    /** The course of a partner with this key, if it was ever published; two queries. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<CourseReference> findPublished(Slug partner, String key) {
        return partners.find(partner)
                .flatMap(found -> courses.findByKey(found.id(), key))
                .filter(CourseRecord::everPublished)
                .map(CourseRecord::reference);
    }

    /** Published courses of all partners by title, the title or key of which has this text; one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public List<PublishedCourse> published(String text, PageRequest page) {
        return query.rows(EVERYWHERE, published(text), page).stream()
                .map(row -> new PublishedCourse(row.id(), row.partner(), row.key(), row.title(), row.language()))
                .toList();
    }

    /** How many courses {@link #published} has; one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public int countPublished(String text) {
        return query.count(EVERYWHERE, published(text));
    }

    private static CourseFilter published(String text) {
        return new CourseFilter(text, Optional.empty(), Optional.of(CourseState.PUBLISHED), CourseFilter.Sort.TITLE);
    }

    private Scope scope(CourseFilter filter) {
        boolean all = access.may(CoursesPermissions.VIEW_DRAFT);
        Set<UUID> held = access.partners(CoursesPermissions.VIEW_DRAFT);
        Optional<UUID> wanted = filter.partner().map(PartnerId::value);
        return wanted.map(partner -> new Scope(false, all || held.contains(partner) ? Set.of(partner) : Set.of()))
                .orElseGet(() -> new Scope(all, held));
    }
}
