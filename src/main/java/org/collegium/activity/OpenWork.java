package org.collegium.activity;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.collegium.identity.AccountId;

/**
 * Work that learners have begun and that is not graded yet, for whoever changes a course under it; each module that grades a kind of
 * activity contributes a bean. Such work ends by the version with which it began.
 */
public interface OpenWork {

    /** The work of these learners in a run; at most one query. */
    List<Open> of(UUID run, Collection<AccountId> learners);

    /** One learner works at one unit. */
    record Open(AccountId learner, String unitKey) {}
}
