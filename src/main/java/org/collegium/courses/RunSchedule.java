package org.collegium.courses;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the sections of a run open and are due, by their keys; sections without dates are missing. A run without any goes at everybody's
 * own pace.
 */
public record RunSchedule(Map<String, SectionDates> sections) {

    /** Everybody goes at their own pace. */
    public static final RunSchedule OWN_PACE = new RunSchedule(Map.of());

    public RunSchedule {
        Map<String, SectionDates> said = new HashMap<>(sections);
        said.values().removeIf(SectionDates.NONE::equals);
        sections = Map.copyOf(said);
    }

    /** Whether no section has dates. */
    public boolean isOwnPace() {
        return sections.isEmpty();
    }

    /**
     * The same for one learner.
     *
     * @param runOpens null when the run is open from the beginning
     */
    public OwnDates own(@Nullable Instant runOpens, Instant joined) {
        Map<String, Instant> opens = new HashMap<>();
        Map<String, Instant> due = new HashMap<>();
        sections.forEach((section, dates) -> {
            Optional.ofNullable(dates.opens())
                    .flatMap(time -> time.of(runOpens, joined))
                    .ifPresent(time -> opens.put(section, time));
            Optional.ofNullable(dates.due())
                    .flatMap(time -> time.of(runOpens, joined))
                    .ifPresent(time -> due.put(section, time));
        });
        return new OwnDates(opens, due);
    }
}
