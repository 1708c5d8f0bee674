package org.collegium.activity;

import java.util.Collection;
import java.util.Map;
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

    /** The same of many learners, without those who may see everything; at most two queries, and one for each unit that holds scores back by itself. */
    Map<AccountId, Set<String>> units(Collection<AccountId> learners, UUID run);
}
