package org.collegium.assessment.exchange;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads numbers that people and programs wrote, none of them beyond measure. */
final class Numbers {

    private static final int LONGEST = 60;
    private static final int LARGEST = 300;

    private Numbers() {}

    static Optional<BigDecimal> of(String text) {
        String plain = text.strip();
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(plain);
            boolean modest = Math.abs((long) number.precision() - number.scale()) <= LARGEST
                    && Math.abs((long) number.scale()) <= LARGEST;
            return modest ? Optional.of(plainly(number)) : Optional.empty();
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** Without needless zeros behind the point, and whole numbers without an exponent. */
    static BigDecimal plainly(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static double share(String percent, double otherwise) {
        return of(percent).map(number -> number.doubleValue() / 100).orElse(otherwise);
    }
}
