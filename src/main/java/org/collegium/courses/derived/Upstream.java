package org.collegium.courses.derived;

import java.util.List;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.UnitDifference;
import org.collegium.courses.merging.Conflict;

/**
 * What a newer version of the course from which a draft comes would change in it.
 *
 * @param revision of the draft
 * @param taken the version that is in the draft
 * @param newest the one that comes
 * @param merged the draft as it would be
 * @param changes what differs from the draft as it is
 * @param details whether what the course says about itself differs
 * @param conflicts where both sides changed the same, also those that are decided
 */
public record Upstream(
        int revision,
        CourseVersion taken,
        CourseVersion newest,
        CourseManifest merged,
        List<UnitDifference> changes,
        boolean details,
        List<Conflict> conflicts) {

    /** How many conflicts nobody has decided. */
    public int open() {
        return (int) conflicts.stream().filter(Conflict::open).count();
    }
}
