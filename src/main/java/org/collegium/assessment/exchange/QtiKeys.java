package org.collegium.assessment.exchange;

import java.util.HashMap;
import java.util.Map;

/** The keys of one question for the identifiers of an item. */
final class QtiKeys {

    private final ItemKeys keys = new ItemKeys();
    private final Map<String, String> byIdentifier = new HashMap<>();

    String of(String identifier) {
        return byIdentifier.computeIfAbsent(identifier, wanted -> keys.unique(wanted, "c" + (byIdentifier.size() + 1)));
    }
}
