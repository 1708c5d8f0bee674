package org.collegium.learning.rollout;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.collegium.courses.PublishedVersion;
import org.collegium.courses.UnitDifference;
import org.collegium.learning.rollout.Effect.Share;

/**
 * What a learner is told of another version of their course.
 *
 * @param from number of the version they had
 * @param to number of the version they have
 * @param completed whether the course is complete for them
 * @param units that differ
 * @param notes what was said of the versions that are new to them, the newest first
 */
public record VersionNotice(
        UUID rollOut,
        int from,
        int to,
        Instant at,
        Share before,
        Share after,
        boolean completed,
        List<UnitDifference> units,
        List<PublishedVersion> notes) {

    public VersionNotice {
        units = List.copyOf(units);
        notes = List.copyOf(notes);
    }
}
