package org.collegium.assessment.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares of the points as Moodle writes them: in percent, with the five decimals that its own list has. */
final class MoodleShares {

    private MoodleShares() {}

    static String of(double share) {
        return Numbers.plainly(BigDecimal.valueOf(share * 100).setScale(5, RoundingMode.HALF_UP))
                .toPlainString();
    }
}
