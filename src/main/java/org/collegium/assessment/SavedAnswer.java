package org.collegium.assessment;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is kept.
 *
 * @param revision in the work journal, 0 for an answer from before there was one
 * @param sha256 of the answer as the journal kept it, in hexadecimal digits; with the time it is the receipt. Null for an answer
 *     from before there was a journal
 */
public record SavedAnswer(
        Answer answer,
        long revision,
        Instant savedAt,
        @Nullable String sha256) implements Serializable {}
