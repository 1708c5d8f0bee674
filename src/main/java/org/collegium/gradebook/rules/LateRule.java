package org.collegium.gradebook.rules;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.collegium.shared.Rules;
import org.jspecify.annotations.Nullable;

/**
 * What late work loses. Days are counted from the due date, and one that has begun counts whole. The stored score is not changed.
 *
 * @param percentPerDay of what the work earned, 0 to 100
 * @param most that it loses in all, in percent, 0 to 100
 * @param graceMinutes so long after the due date it is not late, 0 to 10,080
 * @param closesAfterDays after so many days it earns nothing, 0 to 365; null when it always earns something
 */
public record LateRule(
        double percentPerDay,
        double most,
        int graceMinutes,
        @Nullable Integer closesAfterDays) implements Serializable {

    /** Late work loses nothing. */
    public static final LateRule NONE = new LateRule(0, 100, 0, null);

    private static final int ALL = 100;
    private static final int LONGEST_GRACE = 7 * 24 * 60;
    private static final int MOST_DAYS = 365;

    public LateRule {
        new Rules()
                .that(percentPerDay >= 0 && percentPerDay <= ALL, "gradebook.late.percent.range", percentPerDay)
                .that(most >= 0 && most <= ALL, "gradebook.late.most.range", most)
                .that(
                        graceMinutes >= 0 && graceMinutes <= LONGEST_GRACE,
                        "gradebook.late.grace.range",
                        graceMinutes,
                        LONGEST_GRACE)
                .that(
                        closesAfterDays == null || (closesAfterDays >= 0 && closesAfterDays <= MOST_DAYS),
                        "gradebook.late.closes.range",
                        String.valueOf(closesAfterDays),
                        MOST_DAYS)
                .hold();
    }

    /** Whether nothing is ever lost by it. */
    public boolean harmless() {
        return closesAfterDays == null && (percentPerDay == 0 || most == 0);
    }

    /** How late work is that was handed in at a time, and what it loses. */
    public Lateness of(Instant due, Instant at) {
        if (!at.isAfter(due.plus(Duration.ofMinutes(graceMinutes)))) {
            return Lateness.NONE;
        }
        Duration late = Duration.between(due, at);
        long whole = late.toDays();
        int days = Math.toIntExact(late.equals(Duration.ofDays(whole)) ? whole : whole + 1);
        boolean closed = closesAfterDays != null && days > closesAfterDays;
        return new Lateness(days, closed ? 1 : Math.min(days * percentPerDay, most) / ALL, closed);
    }

    /**
     * How late something is.
     *
     * @param days that have begun since the due date; 0 when it is not late
     * @param reduction the part of what it earned that is lost, 0 to 1
     * @param closed whether it came so late that it earns nothing
     */
    public record Lateness(int days, double reduction, boolean closed) implements Serializable {

        public static final Lateness NONE = new Lateness(0, 0, false);

        public boolean late() {
            return days > 0;
        }
    }
}
