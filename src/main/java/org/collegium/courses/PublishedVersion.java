package org.collegium.courses;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version in the history of its course.
 *
 * @param publishedBy id of an account, null when the platform did it
 * @param notes what its publisher says of it, in Markdown; null for nothing
 */
public record PublishedVersion(
        CourseVersionId id,
        int number,
        Instant publishedAt,
        @Nullable UUID publishedBy,
        @Nullable String notes) {}
