package org.collegium.demonstration.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** What looks like chance and is the same every time: one stream of numbers for each thing that is generated. */
final class Chance {

    private static final String CODE_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CODE_LENGTH = 12;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    private Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The chance of the thing with this number among those of its kind. */
    static Chance of(long seed, String kind, long number) {
        return new Chance((seed * MIX) ^ ((long) kind.hashCode() << 32) ^ (number * MIX + number));
    }

    /** 0 to {@code bound}, without it. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** 0 to 1, without it. */
    double share() {
        return random.nextDouble();
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** One of the first {@code size} numbers, low ones much more often: a few courses have most of the learners. */
    int popular(int size) {
        return (int) (size * Math.pow(random.nextDouble(), 2.5));
    }

    /** Whole seconds from {@code start}, before {@code end}; {@code start} when nothing lies between. */
    Instant between(Instant start, Instant end) {
        long seconds = Duration.between(start, end).toSeconds();
        return seconds <= 0 ? start : start.plusSeconds(random.nextLong(seconds));
    }

    /** A UUID of version 7 as it would have been made then. */
    UUID id(Instant at) {
        long high = (at.toEpochMilli() << 16) | 0x7000L | random.nextInt(0x1000);
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** A code for a certificate. */
    String code() {
        StringBuilder code = new StringBuilder(CODE_LENGTH);
        for (int digit = 0; digit < CODE_LENGTH; digit++) {
            code.append(CODE_DIGITS.charAt(random.nextInt(CODE_DIGITS.length())));
        }
        return code.toString();
    }
}
