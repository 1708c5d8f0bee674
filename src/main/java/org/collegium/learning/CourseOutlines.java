package org.collegium.learning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CourseVersions;
import org.springframework.stereotype.Component;

/** Published versions with their outlines, kept for a while: they never change. */
@Component
class CourseOutlines {

    private static final int MOST = 500;

    private final CourseVersions versions;
    private final Cache<CourseVersionId, Outlined> cache =
            Caffeine.newBuilder().maximumSize(MOST).build();

    CourseOutlines(CourseVersions versions) {
        this.versions = versions;
    }

    Optional<Outlined> find(CourseVersionId version) {
        Outlined cached = cache.getIfPresent(version);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<Outlined> found = versions.find(version)
                .map(published -> new Outlined(published, CourseOutline.of(published.manifest())));
        found.ifPresent(outlined -> cache.put(version, outlined));
        return found;
    }

    /** A version with its outline. */
    record Outlined(CourseVersion version, CourseOutline outline) {}
}
