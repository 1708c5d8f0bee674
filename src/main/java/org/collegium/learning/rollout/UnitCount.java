package org.collegium.learning.rollout;

/**
 * How many learners a change of one unit concerns.
 *
 * @param completed who have completed it
 * @param open who have work at it that is not graded yet
 */
public record UnitCount(int completed, int open) {

    /** Nobody. */
    public static final UnitCount NONE = new UnitCount(0, 0);

    UnitCount plus(UnitCount other) {
        return new UnitCount(completed + other.completed, open + other.open);
    }
}
