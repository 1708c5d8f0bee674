package org.collegium.courses;

import java.util.List;
import java.util.Optional;

/**
 * What publishing a draft would do.
 *
 * @param revision of the draft that was looked at
 * @param number of the version it would become
 * @param title of the draft
 * @param nothingNew whether the draft is what the newest version is already
 * @param reviewed whether it was approved as it is, or need not be
 * @param checks what to look at before, what blocks first
 * @param difference to the newest version, empty for a first version
 * @param runs of the course, the newest first
 */
public record PublishingPlan(
        int revision,
        int number,
        String title,
        boolean nothingNew,
        boolean reviewed,
        List<DraftCheck> checks,
        Optional<VersionDifference> difference,
        List<CourseRun> runs) {

    /** What must be mended first. */
    public List<DraftCheck> blocks() {
        return checks.stream().filter(DraftCheck::blocks).toList();
    }

    /** What asks for a look although it does not block. */
    public List<DraftCheck> warnings() {
        return checks.stream().filter(DraftCheck::warns).toList();
    }
}
