package org.collegium.integrity.trace;

import org.collegium.assessment.AttemptId;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the browser of an attempt tells what happens. */
@Component
public class TraceAddress {

    private final TraceKeeping keeping;

    TraceAddress(TraceKeeping keeping) {
        this.keeping = keeping;
    }

    /**
     * The page of an attempt is given to its learner, which is kept; from then on its browser tells the rest.
     *
     * @param network the address that the request came from; null when it is not known
     * @return where to, with the ticket of the attempt's work
     */
    public String opened(AccountId learner, AttemptId attempt, @Nullable String network) {
        keeping.opened(learner, attempt, network);
        return TraceEndpoint.ADDRESS;
    }
}
