package org.collegium.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The time of the platform: the system's, in UTC, unless this thread replays what happened at another time. */
public final class PlatformClock extends Clock {

    private static final ThreadLocal<@Nullable Instant> REPLAYED = new ThreadLocal<>();

    /** Does work as if it were {@code time}; for this thread only. */
    public static void at(Instant time, Runnable work) {
        REPLAYED.set(time);
        try {
            work.run();
        } finally {
            REPLAYED.remove();
        }
    }

    @Override
    public Instant instant() {
        Instant replayed = REPLAYED.get();
        return replayed != null ? replayed : Clock.systemUTC().instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.system(zone);
    }
}
