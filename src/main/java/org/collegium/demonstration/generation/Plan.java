package org.collegium.demonstration.generation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/**
 * What everything that is generated rests on.
 *
 * @param passwordHash of everybody's password; the only thing that is another each time, since hashes are salted
 * @param tell takes lines that say how far it is
 */
record Plan(GenerationRequest request, Vocabulary words, String passwordHash, Consumer<String> tell) {

    private static final Duration LENGTH = Duration.ofDays(730);

    Chance chance(String kind, long number) {
        return Chance.of(request.seed(), kind, number);
    }

    Instant begin() {
        return end().minus(LENGTH);
    }

    Instant end() {
        return request.until().atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
