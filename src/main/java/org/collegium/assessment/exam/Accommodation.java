package org.collegium.assessment.exam;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * What a learner was given.
 *
 * @param givenBy the name of who gave it last; empty when they have no account any more
 */
public record Accommodation(UUID id, String name, String email, AccommodationData data, String givenBy, Instant givenAt)
        implements Serializable {}
