package org.collegium.courses.review;

import java.time.Instant;

/**
 * A review in a list.
 *
 * @param stage name of the partner or body at whose stage it stands
 * @param open comments that nobody resolved
 */
public record ReviewListed(
        ReviewId id,
        String title,
        String partner,
        ReviewState state,
        int round,
        String stage,
        int open,
        Instant submittedAt) {}
