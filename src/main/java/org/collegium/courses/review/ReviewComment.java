package org.collegium.courses.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something said about a part of what was submitted, with the answers to it.
 *
 * @param round in which it was said
 * @param unit key; null for the course as a whole
 * @param block which of the unit's, from 0; null for the unit as a whole
 * @param blockText the words of the block as it is now, or was when it went
 * @param outdated whether the block is gone
 * @param changed whether the block reads otherwise than when it was said
 * @param by name; null when that person has no account any more
 * @param resolved whether it is settled
 * @param mayResolve whether the current person may settle it: the course's authors, and whoever said it
 */
public record ReviewComment(
        UUID id,
        int round,
        @Nullable String unit,
        @Nullable Integer block,
        @Nullable String blockText,
        boolean outdated,
        boolean changed,
        String words,
        @Nullable String by,
        Instant at,
        boolean resolved,
        boolean mayResolve,
        List<Answer> answers) {

    public ReviewComment {
        answers = List.copyOf(answers);
    }

    /** An answer to a comment. */
    public record Answer(String words, @Nullable String by, Instant at) {}
}
