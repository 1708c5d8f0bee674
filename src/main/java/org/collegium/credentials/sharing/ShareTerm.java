package org.collegium.credentials.sharing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a link shows something. */
public enum ShareTerm {
    WEEK(Duration.ofDays(7)),
    MONTH(Duration.ofDays(30)),
    YEAR(Duration.ofDays(365)),
    /** Until its owner ends it. */
    OPEN(null);

    private final @Nullable Duration length;

    ShareTerm(@Nullable Duration length) {
        this.length = length;
    }

    @Nullable
    Instant end(Instant from) {
        return length == null ? null : from.plus(length);
    }
}
