package org.collegium.assessment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The functions that formulas may use; angles are in radians. */
enum Functions {
    ABS(1, 1, x -> Math.abs(x[0])),
    SQRT(1, 1, x -> StrictMath.sqrt(x[0])),
    EXP(1, 1, x -> StrictMath.exp(x[0])),
    LN(1, 1, x -> StrictMath.log(x[0])),
    LOG2(1, 1, x -> StrictMath.log(x[0]) / StrictMath.log(2)),
    LOG10(1, 1, x -> StrictMath.log10(x[0])),
    SIN(1, 1, x -> StrictMath.sin(x[0])),
    COS(1, 1, x -> StrictMath.cos(x[0])),
    TAN(1, 1, x -> StrictMath.tan(x[0])),
    ATAN(1, 1, x -> StrictMath.atan(x[0])),
    FLOOR(1, 1, x -> StrictMath.floor(x[0])),
    CEIL(1, 1, x -> StrictMath.ceil(x[0])),
    /** To whole numbers, or to so many decimals; halves go up. */
    ROUND(1, 2, x -> {
        double factor = x.length == 1 ? 1 : StrictMath.pow(10, StrictMath.rint(x[1]));
        return StrictMath.floor(x[0] * factor + 0.5) / factor;
    }),
    MIN(1, 20, x -> Arrays.stream(x).min().orElse(Double.NaN)),
    MAX(1, 20, x -> Arrays.stream(x).max().orElse(Double.NaN));

    private final int least;
    private final int most;
    private final ToDoubleFunction<double[]> rule;

    Functions(int least, int most, ToDoubleFunction<double[]> rule) {
        this.least = least;
        this.most = most;
        this.rule = rule;
    }

    static Optional<Functions> named(String name) {
        return Arrays.stream(values())
                .filter(function -> function.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    boolean takes(int arguments) {
        return arguments >= least && arguments <= most;
    }

    double of(double[] arguments) {
        return rule.applyAsDouble(arguments);
    }
}
