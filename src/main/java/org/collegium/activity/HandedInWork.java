package org.collegium.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.collegium.identity.AccountId;

/**
 * When that was handed in on which a score rests, for whoever judges whether it came in time; each module that grades a kind of
 * activity contributes a bean.
 */
public interface HandedInWork {

    /** The kind of activity, as the course format names it; every unit of it can get a score. */
    String kind();

    /**
     * All work on which the score of a unit may rest by the rules of its kind: every attempt where the best one counts, the last one
     * where that counts. At most one query.
     */
    List<HandedIn> of(UUID run, Collection<AccountId> learners);

    /** The units at which learners handed something in that is not graded yet, whatever else of theirs is; those alone who have some. One query. */
    Map<AccountId, Set<String>> waiting(UUID run, Collection<AccountId> learners);

    /**
     * Graded work.
     *
     * @param score 0 to 1
     * @param at when it was handed in, not when it was graded
     */
    record HandedIn(AccountId learner, String unitKey, double score, Instant at) {}
}
