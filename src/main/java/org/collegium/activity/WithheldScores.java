package org.collegium.activity;

import java.util.Set;
import java.util.UUID;
import org.collegium.identity.AccountId;

/**
 * Keeps scores for a while from the learners who earned them; a module that grades contributes a bean. Staff see every score at once. What
 * follows from a score waits by {@link UnreleasedResults}.
 */
public interface WithheldScores {

    /** Keys of the units of a run whose score this learner may not see yet; at most two queries. */
    Set<String> units(AccountId learner, UUID run);
}
