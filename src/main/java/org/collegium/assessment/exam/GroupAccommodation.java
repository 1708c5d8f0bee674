package org.collegium.assessment.exam;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.collegium.enrolment.RunGroup;

/**
 * What the learners of a group were given.
 *
 * @param data what each of them has by it; its learner is nobody
 * @param givenBy the name of who gave it last; empty when they have no account any more
 */
public record GroupAccommodation(UUID id, RunGroup group, AccommodationData data, String givenBy, Instant givenAt)
        implements Serializable {}
