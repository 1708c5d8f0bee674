package org.collegium.courses.review;

import java.time.Instant;
import org.collegium.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may know of an approval that a version had before it was published.
 *
 * @param name of the partner or body
 * @param role which of the partner's people approved; null for a body
 * @param person who approved, where they agreed to be named; else null
 */
public record VersionReview(
        String name, @Nullable Role role, @Nullable String person, Instant at) {}
