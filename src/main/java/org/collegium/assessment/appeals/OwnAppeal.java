package org.collegium.assessment.appeals;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An appeal as the learner sees it who made it.
 *
 * @param reply empty while it waits
 * @param granted the points that the answer has since; null where it was not granted
 */
public record OwnAppeal(
        String question,
        String text,
        AppealState state,
        Instant appealedAt,
        Instant replyDue,
        String reply,
        @Nullable Double granted,
        @Nullable Instant repliedAt)
        implements Serializable {}
