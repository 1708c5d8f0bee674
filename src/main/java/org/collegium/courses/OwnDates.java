package org.collegium.courses;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * When the sections of a run open for one learner and are due for them, by their keys; sections that open with the run, and those that
 * are never due, are missing.
 */
public record OwnDates(Map<String, Instant> opens, Map<String, Instant> due) {

    public OwnDates {
        opens = Map.copyOf(opens);
        due = Map.copyOf(due);
    }

    /** When a section opens that is closed at this time; empty when it is open. */
    public Optional<Instant> closedUntil(String section, Instant now) {
        return Optional.ofNullable(opens.get(section)).filter(now::isBefore);
    }
}
