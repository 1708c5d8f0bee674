package org.collegium.activity.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a work stands.
 *
 * @param at the time of the server
 * @param ends when saving ends; null for no end
 * @param closed whether nothing is kept any more
 * @param revision of what was kept last, on any device; 0 before anything was
 */
record WorkTime(Instant at, @Nullable Instant ends, boolean closed, long revision) {}
