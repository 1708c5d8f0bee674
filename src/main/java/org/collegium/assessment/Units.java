package org.collegium.assessment;

import java.math.BigDecimal;
import java.util.List;

/**
 * The units in which a number may be given.
 *
 * @param base that of the answer; may be empty
 * @param others that are taken too
 * @param required whether a number without a unit is wrong
 */
public record Units(String base, List<Other> others, boolean required) {

    public static final Units NONE = only("");

    /**
     * Another unit.
     *
     * @param factor how many of the base one of it is; above 0
     */
    public record Other(String unit, BigDecimal factor) {}

    public Units {
        others = List.copyOf(others);
    }

    /** One unit, which may be left out. */
    public static Units only(String base) {
        return new Units(base, List.of(), false);
    }
}
