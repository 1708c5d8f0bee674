package org.collegium.labs.operating;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How grading goes.
 *
 * @param waiting how many wait, those that are being graded apart
 * @param oldest since when the one waits that has waited longest
 * @param grading how many are being graded
 * @param tried how many of those that wait or are being graded were tried before
 * @param cancelled how many were called off in the last seven days
 * @param perMinute how many were graded in each of the last 60 minutes, the current one last
 * @param perDay how many were graded in each of the last 30 times 24 hours, the current one last
 * @param median of the time from handing in to the verdict, over the last hour; empty when there was none
 * @param percentile95 below which 95 of 100 of these times are
 */
public record GradingFigures(
        int waiting,
        Optional<Instant> oldest,
        int grading,
        int tried,
        int cancelled,
        List<Integer> perMinute,
        List<Integer> perDay,
        Optional<Duration> median,
        Optional<Duration> percentile95) {

    public GradingFigures {
        perMinute = List.copyOf(perMinute);
        perDay = List.copyOf(perDay);
    }

    /** How many were graded in the last hour. */
    public int graded() {
        return sum(perMinute);
    }

    /** How many were graded in the last 30 days. */
    public int gradedLately() {
        return sum(perDay);
    }

    private static int sum(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }
}
