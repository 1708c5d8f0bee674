package org.collegium.assessment.marking;

import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Which mark counts. A single mark counts as it is. Of two that differ by no more than is stated their mean counts; of two that differ
 * by more neither, until somebody has decided; then that counts.
 */
final class MarkingRules {

    private static final double EXACT = 1e-9;

    private MarkingRules() {}

    /** The points that marks in force give; null where there is no such mark. */
    record Given(
            @Nullable Double first,
            @Nullable Double second,
            @Nullable Double moderation) {}

    /** @param points that count; null while the answer is not settled */
    record Outcome(MarkingState state, @Nullable Double points) {}

    /**
     * @param secondWanted whether a second mark is wanted
     * @param possible points of the question
     */
    static Outcome outcome(Given given, boolean secondWanted, double possible, int differingPercent) {
        if (given.moderation() != null) {
            return new Outcome(MarkingState.MARKED, given.moderation());
        }
        Double first = given.first();
        if (first == null) {
            return new Outcome(MarkingState.WAITING, null);
        }
        Double second = given.second();
        if (second == null) {
            return secondWanted ? new Outcome(MarkingState.SECOND, null) : new Outcome(MarkingState.MARKED, first);
        }
        return Math.abs(first - second) > possible * differingPercent / 100 + EXACT
                ? new Outcome(MarkingState.MODERATION, null)
                : new Outcome(MarkingState.MARKED, (first + second) / 2);
    }

    /** Whether an answer is among those that are marked twice; always the same for the same answer, and growing with the share. */
    static boolean wantsSecond(UUID marking, int percent) {
        return Math.floorMod(mixed(marking.getMostSignificantBits() ^ marking.getLeastSignificantBits()), 100)
                < percent;
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014): ids that follow one another fall apart. */
    private static long mixed(long seed) {
        long z = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /**
     * What a marker may do.
     *
     * @param first who gave the first mark; null for nobody and for who is forgotten
     * @param second who gave the second one, likewise
     * @param single whether the first mark is the only one in force
     * @param others whether somebody who gave none of the two could decide; asked only where that matters
     */
    static MarkingTask task(
            MarkingState state,
            AccountId marker,
            @Nullable AccountId first,
            @Nullable AccountId second,
            boolean single,
            BooleanSupplier others) {
        boolean decides = state == MarkingState.MODERATION || (state == MarkingState.MARKED && !single);
        if (decides && second != null && ofTwo(marker, first, second) && others.getAsBoolean()) {
            return MarkingTask.ASIDE;
        }
        return switch (state) {
            case WAITING -> MarkingTask.FIRST;
            case SECOND -> marker.equals(first) ? MarkingTask.CHANGE : MarkingTask.SECOND;
            case MODERATION -> MarkingTask.DECIDE;
            case MARKED -> single && marker.equals(first) ? MarkingTask.CHANGE : MarkingTask.OVERRULE;
        };
    }

    /** Whether a marker gave one of the two marks between which somebody else is to decide. */
    static boolean ofTwo(AccountId marker, @Nullable AccountId first, @Nullable AccountId second) {
        return marker.equals(first) || marker.equals(second);
    }
}
