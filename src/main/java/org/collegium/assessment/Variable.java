package org.collegium.assessment;

import java.math.BigDecimal;
import java.util.List;

/**
 * A value that is drawn for each attempt, every one as likely as the others.
 *
 * @param values that can be drawn; at least one, none for a range
 * @param from the lowest value of the range
 * @param to the range goes no further
 * @param step from one value of the range to the next; above 0
 */
public record Variable(String name, List<BigDecimal> values, BigDecimal from, BigDecimal to, BigDecimal step) {

    /** The most values that a range may have. */
    static final int MOST = 1_000_000;

    public Variable {
        values = List.copyOf(values);
    }

    static Variable of(String name, List<BigDecimal> values) {
        return new Variable(name, values, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ONE);
    }

    static Variable range(String name, BigDecimal from, BigDecimal to, BigDecimal step) {
        return new Variable(name, List.of(), from, to, step);
    }

    /** How many values there are; 0 where a range has none, and for one that has too many. */
    public int count() {
        if (!values.isEmpty()) {
            return values.size();
        }
        BigDecimal span = to.subtract(from);
        BigDecimal steps = span.divideToIntegralValue(step);
        return span.signum() < 0 || steps.compareTo(BigDecimal.valueOf(MOST)) >= 0 ? 0 : steps.intValue() + 1;
    }

    /** The value with this number from 0. */
    public BigDecimal value(int number) {
        return values.isEmpty() ? from.add(step.multiply(BigDecimal.valueOf(number))) : values.get(number);
    }
}
