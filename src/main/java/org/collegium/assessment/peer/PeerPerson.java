package org.collegium.assessment.peer;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes part, for whoever teaches.
 *
 * @param text id of their answer
 * @param given of the reviews of others that are theirs to give
 * @param due how many these are
 * @param practised examples that they reviewed
 * @param examples how many these are
 * @param received reviews of their answer
 * @param lowest share that these give; null without any
 * @param highest share that these give; null without any
 * @param share of the points that peers gave in the end; null before
 * @param marking of their answer, where a teacher marks it otherwise; null where it does not wait for marks
 */
public record PeerPerson(
        UUID text,
        String name,
        String email,
        int given,
        int due,
        int practised,
        int examples,
        int received,
        @Nullable Double lowest,
        @Nullable Double highest,
        @Nullable Double share,
        @Nullable UUID marking)
        implements Serializable {}
