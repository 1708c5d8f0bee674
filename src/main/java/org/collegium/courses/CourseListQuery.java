package org.collegium.courses;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.collegium.shared.LikePattern;
import org.collegium.shared.PageRequest;
import org.springframework.stereotype.Component;

/** Reads the list of courses for Studio: one query for the rows, one for their number. */
@Component
class CourseListQuery {

    private static final String ROWS = """
            select new org.collegium.courses.CourseListItem(course.id, course.partner, course.courseKey, course.title,
                course.language, course.state, course.publishedNumber,
                case when draft.manifestHash is null then false else true end,
                case when draft.manifestHash is null or draft.manifestHash = course.publishedHash then false
                    else true end,
                coalesce(draft.blocks, 0), course.changedAt)
            """;

    private static final String MATCHING = """
            from Course course left join Draft draft on draft.course = course.id
            where (:everywhere = true or course.partner.value in :partners)
            and (:state is null or course.state = :state)
            and (:text = '' or course.title like :pattern escape '!' or course.courseKey like :pattern escape '!')
            """;

    private final EntityManager entities;

    CourseListQuery(EntityManager entities) {
        this.entities = entities;
    }

    List<CourseListItem> rows(Scope scope, CourseFilter filter, PageRequest page) {
        return bound(entities.createQuery(ROWS + MATCHING + order(filter.sort()), CourseListItem.class), scope, filter)
                .setFirstResult(page.offset())
                .setMaxResults(page.limit())
                .getResultList();
    }

    int count(Scope scope, CourseFilter filter) {
        return Math.toIntExact(
                bound(entities.createQuery("select count(course.id) " + MATCHING, Long.class), scope, filter)
                        .getSingleResult());
    }

    private static <T> TypedQuery<T> bound(TypedQuery<T> query, Scope scope, CourseFilter filter) {
        String text = filter.text().strip();
        return query.setParameter("everywhere", scope.everywhere())
                .setParameter("partners", scope.partners())
                .setParameter("state", filter.state().orElse(null))
                .setParameter("text", text)
                .setParameter("pattern", LikePattern.anywhere(text));
    }

    private static String order(CourseFilter.Sort sort) {
        return switch (sort) {
            case LAST_CHANGED -> " order by course.changedAt desc, course.id desc";
            case TITLE -> " order by course.title, course.id";
            case BLOCKS -> " order by coalesce(draft.blocks, 0) desc, course.title, course.id";
        };
    }

    /** Whose courses may be seen. */
    record Scope(boolean everywhere, Set<UUID> partners) {}
}
