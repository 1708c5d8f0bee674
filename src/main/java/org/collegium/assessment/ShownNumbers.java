package org.collegium.assessment;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as they are shown: decimals that nobody needs are left out. */
public final class ShownNumbers {

    private static final int DIGITS = 6;
    private static final int EXACT = 12;

    private ShownNumbers() {}

    /** The number with at most six digits that count, and with all of those before the point. */
    public static String of(BigDecimal number) {
        int whole = number.precision() - number.scale();
        BigDecimal rounded =
                number.precision() <= DIGITS ? number : number.round(new MathContext(Math.max(DIGITS, whole)));
        return (rounded.precision() < number.precision() ? rounded.stripTrailingZeros() : rounded).toPlainString();
    }

    /** A result without what comes of computing in binary: {@code 0.3} for {@code 0.1 + 0.2}. */
    static BigDecimal exact(double result) {
        BigDecimal number = new BigDecimal(result).round(new MathContext(EXACT)).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
