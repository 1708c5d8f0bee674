package org.collegium.assessment.bank;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item in the list of a bank.
 *
 * @param key unique within the partner
 * @param kind as in the course format, such as {@code single}
 * @param title the first words of the question
 * @param version number of the current one, from 1
 */
public record ItemListed(
        String key,
        String kind,
        String title,
        List<String> tags,
        @Nullable String difficulty,
        @Nullable String courseKey,
        int version,
        ItemState state,
        Instant changedAt) {

    public ItemListed {
        tags = List.copyOf(tags);
    }
}
