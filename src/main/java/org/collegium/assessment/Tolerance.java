package org.collegium.assessment;

import java.math.BigDecimal;

/**
 * How far off a number may be. Where both are given the larger counts, as with {@code isclose} of Python (PEP 485).
 *
 * @param absolute in the unit of the answer; 0 or more
 * @param percent of the right answer; 0 or more
 */
public record Tolerance(BigDecimal absolute, BigDecimal percent) {

    public static final Tolerance NONE = absolute(BigDecimal.ZERO);

    /** A tolerance that does not depend on the answer. */
    public static Tolerance absolute(BigDecimal absolute) {
        return new Tolerance(absolute, BigDecimal.ZERO);
    }

    /** How far off the right answer an answer may be, in its unit. */
    public BigDecimal margin(BigDecimal right) {
        return absolute.max(right.abs().multiply(percent).movePointLeft(2));
    }

    boolean admits(BigDecimal right, BigDecimal given) {
        return given.subtract(right).abs().compareTo(margin(right)) <= 0;
    }
}
