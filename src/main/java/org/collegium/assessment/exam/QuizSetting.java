package org.collegium.assessment.exam;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.collegium.shared.Rules;
import org.jspecify.annotations.Nullable;

/**
 * What instructors set for a quiz of a run.
 *
 * @param opens between the years 2000 and 2200; null when it is open from the beginning
 * @param closes after {@code opens}; null when it stays open
 * @param minutes that an attempt takes at most, 0 for no limit, at most a week; null for what the quiz itself says
 * @param attempts that a learner has, 0 for as many as they like, at most 1,000; null for what the quiz itself says
 */
public record QuizSetting(
        @Nullable Instant opens,
        @Nullable Instant closes,
        @Nullable Integer minutes,
        @Nullable Integer attempts) implements Serializable {

    /** As the quiz itself says. */
    public static final QuizSetting USUAL = new QuizSetting(null, null, null, null);

    static final int LONGEST_PASSWORD = 100;

    private static final int SHORTEST_PASSWORD = 4;
    private static final int MOST_MINUTES = 7 * 24 * 60;
    private static final int MOST_ATTEMPTS = 1_000;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    public QuizSetting {
        dates(new Rules(), opens, closes)
                .that(
                        isBetween(minutes, 0, MOST_MINUTES),
                        "assessment.times.minutes.range",
                        Objects.toString(minutes),
                        MOST_MINUTES)
                .that(
                        isBetween(attempts, 0, MOST_ATTEMPTS),
                        "assessment.times.attempts.range",
                        Objects.toString(attempts),
                        MOST_ATTEMPTS)
                .hold();
    }

    static Rules dates(Rules rules, @Nullable Instant opens, @Nullable Instant closes) {
        return rules.that(!isFarOff(opens), "assessment.times.opens.range")
                .that(!isFarOff(closes), "assessment.times.closes.range")
                .that(opens == null || closes == null || closes.isAfter(opens), "assessment.times.closes.order");
    }

    static boolean isBetween(@Nullable Integer number, int least, int most) {
        return number == null || (number >= least && number <= most);
    }

    /** @param password empty for none */
    static void check(String password) {
        new Rules()
                .that(
                        password.isEmpty()
                                || (password.length() >= SHORTEST_PASSWORD && password.length() <= LONGEST_PASSWORD),
                        "assessment.times.password.length",
                        password.length(),
                        SHORTEST_PASSWORD,
                        LONGEST_PASSWORD)
                .hold();
    }

    private static boolean isFarOff(@Nullable Instant time) {
        return time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST));
    }
}
