package org.collegium.courses.languages;

import java.util.Map;
import java.util.Optional;

/**
 * That translations were said to be current.
 *
 * @param before by the keys of units the hashes of the sources that were looked at before
 */
public record Marked(Map<String, Optional<String>> before) {

    public Marked {
        before = Map.copyOf(before);
    }
}
