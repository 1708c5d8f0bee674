package org.collegium.integrity.trace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened in an attempt, as it is kept. */
record TraceEvent(
        UUID key,
        EventKind kind,
        @Nullable String question,
        Instant at,
        Instant receivedAt,
        @Nullable Integer seconds,
        @Nullable Integer characters,
        @Nullable UUID window,
        int network) {}
