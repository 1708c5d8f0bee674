package org.collegium.courses;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** When something of a section happens in a run: on a date, or so many days after the run opens or after a learner joined. */
public sealed interface SectionTime {

    /** Most days that a time lies behind what it counts from. */
    int MOST_DAYS = 1_000;

    /** On a date, for everybody alike. */
    record On(Instant at) implements SectionTime {}

    /** @param days 0 to 1,000 */
    record AfterStart(int days) implements SectionTime {
        public AfterStart {
            requireInRange(days);
        }
    }

    /** @param days 0 to 1,000 */
    record AfterJoining(int days) implements SectionTime {
        public AfterJoining {
            requireInRange(days);
        }
    }

    /** The time for a learner; empty when it counts from the opening of a run that has none. */
    default Optional<Instant> of(@Nullable Instant runOpens, Instant joined) {
        return switch (this) {
            case On(Instant at) -> Optional.of(at);
            case AfterStart(int days) -> Optional.ofNullable(runOpens).map(from -> from.plus(Duration.ofDays(days)));
            case AfterJoining(int days) -> {
                Instant from = runOpens != null && runOpens.isAfter(joined) ? runOpens : joined;
                yield Optional.of(from.plus(Duration.ofDays(days)));
            }
        };
    }

    /** The same in a run that opens so much later. */
    default SectionTime later(Duration by) {
        return this instanceof On(Instant at) ? new On(at.plus(by)) : this;
    }

    private static void requireInRange(int days) {
        if (days < 0 || days > MOST_DAYS) {
            throw new RuleViolation("courses.schedule.days.range", Objects.toString(days));
        }
    }
}
