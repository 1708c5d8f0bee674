package org.collegium.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.collegium.identity.AccountId;

/** When activities of a kind close in a run; a module whose activities close before their run contributes a bean. */
public interface ClosingTimes {

    /** The kind of activity, as the course format names it. */
    String kind();

    /** When units close for everybody, by unit key; those alone for which a time is set. One query. */
    Map<String, Instant> ofEverybody(UUID run);

    /**
     * When units close for learners who were given a time of their own; those alone. At most one query.
     *
     * @param units keys of all units of the kind that the run has
     */
    Map<AccountId, Map<String, Instant>> ofLearners(UUID run, Collection<AccountId> learners, Set<String> units);
}
