package org.collegium.integrity.cases;

import java.util.List;
import org.collegium.identity.AccountId;

/** A case was opened that concerns these learners. */
public record CaseOpened(List<AccountId> learners) {

    public CaseOpened {
        learners = List.copyOf(learners);
    }
}
