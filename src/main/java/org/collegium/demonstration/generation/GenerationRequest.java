package org.collegium.demonstration.generation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How much is generated. The same request gives the same data.
 *
 * @param courses 1 to 100,000
 * @param learners 0 to 1,000,000
 * @param seed any number
 * @param until the day on which the plan ends
 */
record GenerationRequest(int courses, int learners, long seed, LocalDate until) {

    private static final int MOST_COURSES = 100_000;
    private static final int MOST_LEARNERS = 1_000_000;
    private static final Set<String> NAMES = Set.of("courses", "learners", "seed", "until");

    GenerationRequest {
        within("courses", courses, 1, MOST_COURSES);
        within("learners", learners, 0, MOST_LEARNERS);
    }

    /**
     * Reads {@code courses=10000,learners=100000,seed=1,until=2026-11-01}; what is left out is 1,000 courses, 10,000
     * learners, seed 1 and {@code today}.
     *
     * @throws IllegalArgumentException when it cannot be read; the message says what is wrong
     */
    static GenerationRequest parse(String text, LocalDate today) {
        Map<String, String> given = new HashMap<>();
        for (String part : text.split(",", -1)) {
            String[] sides = part.strip().split("=", 2);
            if (sides.length != 2 || !NAMES.contains(sides[0])) {
                throw new IllegalArgumentException("--generate does not know \"" + part.strip()
                        + "\"; write courses=10000,learners=100000,seed=1,until=2026-11-01");
            }
            given.put(sides[0], sides[1]);
        }
        try {
            return new GenerationRequest(
                    Integer.parseInt(given.getOrDefault("courses", "1000")),
                    Integer.parseInt(given.getOrDefault("learners", "10000")),
                    Long.parseLong(given.getOrDefault("seed", "1")),
                    given.containsKey("until") ? LocalDate.parse(given.get("until")) : today);
        } catch (NumberFormatException | DateTimeException unreadable) {
            throw new IllegalArgumentException(
                    "--generate " + text + " holds something that is no number or no date", unreadable);
        }
    }

    @Override
    public String toString() {
        return "courses=" + courses + ",learners=" + learners + ",seed=" + seed + ",until=" + until;
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "--generate takes " + name + " from " + least + " to " + most + ", not " + value);
        }
    }
}
