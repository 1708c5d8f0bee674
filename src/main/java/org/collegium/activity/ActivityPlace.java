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
 * @param draft what surrounds it in a preview of a draft, null elsewhere
 */
public record ActivityPlace(
        AccountId learner,
        @Nullable UUID run,
        @Nullable UUID version,
        String unitKey,
        String title,
        String sha256,
        @Nullable DraftSurroundings draft) {

    /** A place in a published version. */
    public ActivityPlace(
            AccountId learner,
            @Nullable UUID run,
            @Nullable UUID version,
            String unitKey,
            String title,
            String sha256) {
        this(learner, run, version, unitKey, title, sha256, null);
    }

    /** Whether an author tries the activity, so that nothing is recorded. */
    public boolean preview() {
        return run == null;
    }
}
