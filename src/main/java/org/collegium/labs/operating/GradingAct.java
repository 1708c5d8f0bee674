package org.collegium.labs.operating;

import java.time.Instant;
import java.util.Optional;
import org.collegium.identity.AccountId;

/**
 * Something that was done to grading.
 *
 * @param by empty when the account is gone
 * @param subject the node or submission that it was done to; may be empty
 * @param words what learners were told; may be empty
 */
public record GradingAct(Instant at, Optional<AccountId> by, Kind kind, String subject, String words) {

    /** What was done. */
    public enum Kind {
        PAUSED,
        RESUMED,
        DRAINED,
        TAKES_AGAIN,
        TRIED_AGAIN,
        PUT_BACK,
        CALLED_OFF
    }
}
