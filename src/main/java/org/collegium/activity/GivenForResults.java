package org.collegium.activity;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.collegium.identity.AccountId;

/**
 * Something that learners were given for their results in a run, and that stays when a result becomes another one, such as a
 * certificate; the module that gives it contributes a bean. Whoever changes results asks, and says so beforehand.
 */
public interface GivenForResults {

    /** Those of these learners who hold it for this run; at most one query. */
    Set<AccountId> holders(UUID run, Collection<AccountId> learners);
}
