package org.collegium.gradebook.rules;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether learners see the grades of an entry.
 *
 * @param held whether they are kept back
 * @param at from when they are seen although they were kept back; null until an instructor releases them
 */
public record Release(boolean held, @Nullable Instant at) implements Serializable {

    /** Seen as soon as they are there. */
    public static final Release AT_ONCE = new Release(false, null);

    public boolean seen(Instant now) {
        return !held || (at != null && !now.isBefore(at));
    }
}
