package org.collegium.activity;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Scores that those who teach keep back from all learners of a run until they release them; the module where that is said contributes a
 * bean, and each kind of activity shows its own results by it.
 */
public interface HeldScores {

    /**
     * From when learners may see what came of the units that are kept back, or were, by unit key; {@link Instant#MAX} where nobody has said
     * when. One query.
     */
    Map<String, Instant> until(UUID run);
}
