package org.collegium.courses;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.collegium.identity.Access;
import org.collegium.partners.PartnerId;
import org.springframework.stereotype.Component;

/**
 * Answers whether the current person may do something with a course: by the partner that owns it. Services ask in
 * {@code @PreAuthorize("@courseAccess.may('…', #course)")}. For what does not exist the permission anywhere is enough,
 * so that the service can say that there is nothing.
 */
@Component("courseAccess")
class CourseAccess {

    private static final int REMEMBERED = 50_000;

    private final Access access;
    private final CourseRepository courses;
    private final RunRepository runs;

    /** A course never changes its partner, nor a run its course. */
    private final Cache<CourseId, PartnerId> partners =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private final Cache<CourseRunId, CourseId> coursesOfRuns =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    CourseAccess(Access access, CourseRepository courses, RunRepository runs) {
        this.access = access;
        this.courses = courses;
        this.runs = runs;
    }

    public boolean may(String permission, CourseId course) {
        return partnerOf(course)
                .map(partner -> access.mayFor(permission, partner.value()))
                .orElseGet(() -> access.mayAnywhere(permission));
    }

    public boolean may(String permission, CourseRunId run) {
        return Optional.ofNullable(
                        coursesOfRuns.get(run, key -> runs.courseOf(key).orElse(null)))
                .map(course -> may(permission, course))
                .orElseGet(() -> access.mayAnywhere(permission));
    }

    private Optional<PartnerId> partnerOf(CourseId course) {
        return Optional.ofNullable(
                partners.get(course, key -> courses.partnerOf(key).orElse(null)));
    }
}
