package org.collegium.learning;

import java.time.Instant;
import java.util.Optional;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseVersion;
import org.collegium.partners.Partner;

/**
 * A course that a learner is in, as they see it among theirs.
 *
 * @param next the unit to go on with: where they stopped, unless that is complete; empty when nothing is left
 * @param lastAt when they last did something, or joined
 */
public record CourseOnMyDesk(
        CourseRun run,
        CourseVersion version,
        Optional<Partner> partner,
        ProgressSummary progress,
        int total,
        Optional<CourseOutline.Step> next,
        Instant lastAt) {

    public String title() {
        return version.manifest().metadata().title();
    }

    /** The part that is done, 0 to 1. */
    public double fraction() {
        return total == 0 ? 0 : (double) progress.done() / total;
    }

    public boolean completed() {
        return progress.completedAt().isPresent();
    }

    public boolean begun() {
        return progress.lastActivityAt().isPresent();
    }
}
