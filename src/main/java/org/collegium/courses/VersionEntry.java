package org.collegium.courses;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version in the history of its course, as staff see it.
 *
 * @param by name of who published it; null when the platform did, or the account is gone
 * @param notes what they said of it, in Markdown; null for nothing
 * @param runs how many runs have it now
 */
public record VersionEntry(
        CourseVersionId id,
        int number,
        Instant publishedAt,
        @Nullable String by,
        @Nullable String notes,
        int runs) {}
