package org.collegium.assessment.appeals;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.collegium.assessment.AttemptId;
import org.collegium.content.BlobId;
import org.jspecify.annotations.Nullable;

/**
 * An appeal as staff see it.
 *
 * @param number of the attempt
 * @param points that the answer had when the learner appealed
 * @param reply empty while it waits
 * @param granted the points that the answer has since; null where it was not granted
 * @param repliedBy the name; empty while it waits, and when the account is gone
 * @param asked the file of the quiz by which the attempt was asked
 */
public record Appeal(
        UUID id,
        AttemptId attempt,
        String unitKey,
        String question,
        String name,
        String email,
        int number,
        String text,
        double points,
        AppealState state,
        Instant appealedAt,
        Instant replyDue,
        String reply,
        @Nullable Double granted,
        String repliedBy,
        @Nullable Instant repliedAt,
        BlobId asked)
        implements Serializable {

    public boolean waits() {
        return state == AppealState.WAITING;
    }

    /** Whether it waits longer than was promised. */
    public boolean overdue(Instant now) {
        return waits() && replyDue.isBefore(now);
    }
}
