package org.collegium.gradebook;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How an entry came out for the learners of a run. Excused learners are in none of these numbers.
 *
 * @param graded learners with a score
 * @param waiting learners without one whose work is not graded yet
 * @param missing learners of whom nothing is there
 * @param mean of the scores after what late work loses, 0 to 1; null without any
 * @param median likewise
 */
public record EntryStatistics(
        String key,
        int graded,
        int waiting,
        int missing,
        @Nullable Double mean,
        @Nullable Double median) implements Serializable {}
