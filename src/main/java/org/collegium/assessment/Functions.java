package org.collegium.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The functions that formulas may use; angles are in radians. What comes of computing in binary is not taken for a part of the number: whatever is
 * rounded is first brought to fifteen digits, all that a double holds for sure, as PHP does and therefore Moodle. So {@code round(1.005, 2)} is 1.01, and
 * {@code floor(0.29 * 100)} is 29.
 */
enum Functions {
    ABS(1, 1),
    SQRT(1, 1),
    EXP(1, 1),
    LN(1, 1),
    LOG2(1, 1),
    LOG10(1, 1),
    SIN(1, 1),
    COS(1, 1),
    TAN(1, 1),
    ATAN(1, 1),
    FLOOR(1, 1),
    CEIL(1, 1),
    /** To whole numbers, or to so many decimals; halves go up. */
    ROUND(1, 2),
    MIN(1, 20),
    MAX(1, 20);

    private static final MathContext SURE = new MathContext(15);

    private final int least;
    private final int most;

    Functions(int least, int most) {
        this.least = least;
        this.most = most;
    }

    static Optional<Functions> named(String name) {
        return Arrays.stream(values())
                .filter(function -> function.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    boolean takes(int arguments) {
        return arguments >= least && arguments <= most;
    }

    double of(double[] x) {
        return switch (this) {
            case ABS -> Math.abs(x[0]);
            case SQRT -> StrictMath.sqrt(x[0]);
            case EXP -> StrictMath.exp(x[0]);
            case LN -> StrictMath.log(x[0]);
            case LOG2 -> sure(StrictMath.log(x[0]) / StrictMath.log(2));
            case LOG10 -> StrictMath.log10(x[0]);
            case SIN -> StrictMath.sin(x[0]);
            case COS -> StrictMath.cos(x[0]);
            case TAN -> StrictMath.tan(x[0]);
            case ATAN -> StrictMath.atan(x[0]);
            case FLOOR -> StrictMath.floor(sure(x[0]));
            case CEIL -> StrictMath.ceil(sure(x[0]));
            case ROUND -> rounded(x[0], x.length == 1 ? 0 : StrictMath.rint(x[1]));
            case MIN -> Arrays.stream(x).min().orElse(Double.NaN);
            case MAX -> Arrays.stream(x).max().orElse(Double.NaN);
        };
    }

    private static double rounded(double value, double decimals) {
        double factor = StrictMath.pow(10, decimals);
        return StrictMath.floor(sure(sure(value * factor) + 0.5)) / factor;
    }

    private static double sure(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(SURE).doubleValue() : value;
    }
}
