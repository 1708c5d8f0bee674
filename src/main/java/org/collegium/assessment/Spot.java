package org.collegium.assessment;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a picture, in fractions of its width and of its height from the left upper corner, both from 0 to 1. */
public record Spot(double x, double y) implements Serializable {

    private static final Pattern TEXT = Pattern.compile("(\\d(?:\\.\\d{1,6})?+),(\\d(?:\\.\\d{1,6})?+)");
    private static final int DECIMALS = 4;

    /** What a browser sent, such as {@code 0.25,0.5}; empty when it is no place in a picture. */
    public static Optional<Spot> read(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Spot spot = new Spot(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)));
        return spot.x <= 1 && spot.y <= 1 ? Optional.of(spot) : Optional.empty();
    }

    /** As a browser sends it. */
    public String text() {
        return rounded(x) + "," + rounded(y);
    }

    private static String rounded(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
