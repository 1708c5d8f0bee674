package org.collegium.courses;

import java.time.Instant;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What the next version of a course will be.
 *
 * @param revision grows with each change; a change names the revision it was made on
 * @param hash of the manifest
 * @param edited whether somebody changed it in Studio since the last import
 * @param report of the last import
 * @param changedBy null when the platform did
 * @param origin the commit that the last import brought, null where it brought none
 */
public record Draft(
        CourseReference course,
        int revision,
        CourseManifest manifest,
        String hash,
        boolean edited,
        ImportReport report,
        Instant importedAt,
        Instant changedAt,
        @Nullable AccountId changedBy,
        @Nullable SourceOrigin origin) {}
