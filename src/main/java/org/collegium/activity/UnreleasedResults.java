package org.collegium.activity;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.collegium.identity.AccountId;

/**
 * Results that a learner is to learn of later. Until then nothing that follows from such a result may tell it: neither that a unit is
 * complete, nor a certificate. A module whose results are released contributes a bean.
 */
public interface UnreleasedResults {

    /**
     * A result that waits.
     *
     * @param until when it is released; {@link Instant#MAX} where that depends on what somebody does
     * @param completes whether the unit is complete for those alone whose result is good enough
     */
    record Unreleased(Instant until, boolean completes) {}

    /** The results of a learner in a run that wait now, by unit key; at most two queries, and three for each unit whose results are shown later. */
    Map<String, Unreleased> of(AccountId learner, UUID run);
}
