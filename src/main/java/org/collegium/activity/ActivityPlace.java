package org.collegium.activity;

import java.util.UUID;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Where a learner meets an activity.
 *
 * @param run id of the course run, null in an author's preview, where nothing is recorded
 * @param version id of the published version, null in a preview of a draft
 * @param unitKey stable key of the unit
 * @param sha256 content hash of the unit's file in the blob store
 * @param course the version or draft in which it stands
 */
public record ActivityPlace(
        AccountId learner,
        @Nullable UUID run,
        @Nullable UUID version,
        String unitKey,
        String title,
        String sha256,
        ActivityCourse course) {

    /** Whether an author tries the activity, so that nothing is recorded. */
    public boolean preview() {
        return run == null;
    }
}
