package org.collegium.courses;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was published, open to everybody. A version never changes, so those in use are kept in memory. */
@Service
public class CourseVersions {

    /** In units and files, of which each takes some hundred bytes. */
    private static final long HEAVIEST = 500_000;

    private final VersionRepository versions;
    private final CourseRepository courses;
    private final Cache<CourseVersionId, CourseVersion> known = Caffeine.newBuilder()
            .maximumWeight(HEAVIEST)
            .weigher((CourseVersionId id, CourseVersion version) -> weight(version))
            .build();

    CourseVersions(VersionRepository versions, CourseRepository courses) {
        this.versions = versions;
        this.courses = courses;
    }

    /** The version with this id, empty when there is none; at most one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<CourseVersion> find(CourseVersionId id) {
        return Optional.ofNullable(known.get(
                id, key -> versions.findById(key).map(VersionRecord::seen).orElse(null)));
    }

    /** The versions with these ids; at most one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Map<CourseVersionId, CourseVersion> find(Collection<CourseVersionId> ids) {
        Map<CourseVersionId, CourseVersion> found = new HashMap<>(known.getAllPresent(ids));
        Set<CourseVersionId> missing = new HashSet<>(ids);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            for (VersionRecord stored : versions.findByIdIn(missing)) {
                CourseVersion version = stored.seen();
                known.put(version.id(), version);
                found.put(version.id(), version);
            }
        }
        return found;
    }

    /** The newest version of a course, empty while nothing is published; at most two queries. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<CourseVersion> latest(CourseId course) {
        return Optional.ofNullable(latest(List.of(course)).get(course));
    }

    /** The newest versions of these courses; at most two queries. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Map<CourseId, CourseVersion> latest(Collection<CourseId> ofCourses) {
        if (ofCourses.isEmpty()) {
            return Map.of();
        }
        List<CourseVersionId> ids = courses.latestVersions(ofCourses).stream()
                .map(CourseVersionId::new)
                .toList();
        return find(ids).values().stream().collect(Collectors.toMap(CourseVersion::course, version -> version));
    }

    /** The newest version of a course that has a unit, empty when none has; one query, and one for each version that is looked at. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<CourseVersion> newestWith(CourseId course, String unitKey) {
        return versions.history(course).stream()
                .map(PublishedVersion::id)
                .map(this::find)
                .flatMap(Optional::stream)
                .filter(version -> version.manifest().unit(unitKey).isPresent())
                .findFirst();
    }

    /** All versions of a course for its staff, the newest first; one query. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    @Transactional(readOnly = true)
    public List<PublishedVersion> history(CourseId course) {
        return versions.history(course);
    }

    /**
     * The versions of a course of which something was said, the newest first; one query.
     *
     * @param after number behind which they come
     * @param last number of the last of them
     */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public List<PublishedVersion> notes(CourseId course, int after, int last) {
        return versions.noted(course, after, last);
    }

    private static int weight(CourseVersion version) {
        return version.manifest().units().size() + version.manifest().files().size() + 1;
    }
}
