package org.collegium.activity.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a work.
 *
 * @param at the time of the server
 * @param ends when saving ends; null for no end
 * @param closed whether nothing is kept any more
 */
record WorkTime(Instant at, @Nullable Instant ends, boolean closed) {}
