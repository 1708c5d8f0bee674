package org.collegium.credentials.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long certificates hold; at most one of the two is given, and without either they do not expire.
 *
 * @param months from the day of issue, 1 to 240
 * @param until the last day, in UTC
 */
public record Validity(@Nullable Integer months, @Nullable LocalDate until) {

    /** They do not expire. */
    public static final Validity FOREVER = new Validity(null, null);

    /** The end of what is issued at this time; empty when there is none. */
    public Optional<Instant> end(Instant issuedAt) {
        if (months != null) {
            return Optional.of(
                    issuedAt.atZone(ZoneOffset.UTC).plusMonths(months).toInstant());
        }
        return Optional.ofNullable(until)
                .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
