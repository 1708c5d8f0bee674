package org.collegium.courses;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step in the history of the versions of a run.
 *
 * @param from number of the version that it had
 * @param to number of the version that it got
 * @param by name of who did it; null when the platform did, or the account is gone
 */
public record RunMove(
        CourseRunId run,
        String runTitle,
        int from,
        int to,
        Instant at,
        @Nullable String by) {}
