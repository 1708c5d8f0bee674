package org.collegium.courses;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version in the history of its course.
 *
 * @param publishedBy id of an account, null when the platform did it
 * @param notes what its publisher says of it, in Markdown; null for nothing
 * @param origin the commit from which its draft was imported, null where it was from none
 * @param originEdited whether the draft was edited after that, null where there is no commit
 */
public record PublishedVersion(
        CourseVersionId id,
        int number,
        Instant publishedAt,
        @Nullable UUID publishedBy,
        @Nullable String notes,
        @Nullable SourceOrigin origin,
        @Nullable Boolean originEdited) {}
