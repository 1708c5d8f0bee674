package org.collegium.assessment.exam;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * What a learner was given.
 *
 * @param givenBy the name of who gave it last; empty when they have no account any more
 * @param group by which they have it; empty when it was given to them alone
 */
public record Accommodation(
        UUID id, String name, String email, AccommodationData data, String givenBy, Instant givenAt, String group)
        implements Serializable {}
