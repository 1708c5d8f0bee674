package org.collegium.courses;

import java.time.Instant;
import java.util.Optional;

/**
 * How much of a draft was looked at.
 *
 * @param looked units whose content, as it is now, was looked at
 * @param all units
 * @param pictures that are still to be looked at, among those that the looked-at units show
 * @param last when a content of it was looked at last
 */
public record CheckProgress(int looked, int all, int pictures, Optional<Instant> last) {

    /** Whether something is still to be looked at. */
    public boolean goesOn() {
        return looked < all || pictures > 0;
    }
}
