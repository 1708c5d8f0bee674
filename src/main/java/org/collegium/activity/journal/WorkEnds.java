package org.collegium.activity.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.Unguarded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When works end, for the module that owns their kind: by its rules, and also while nobody is at them. */
@Component
@Unguarded("the module that owns the kind decides, inside what it permitted, or in its jobs")
public class WorkEnds {

    private final WorkRows works;
    private final EntryRows entries;
    private final RetriedTransactions transactions;
    private final Clock clock;

    WorkEnds(WorkRows works, EntryRows entries, RetriedTransactions transactions, Clock clock) {
        this.works = works;
        this.entries = entries;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Ends a work now, and also one that was never opened: nothing is kept any more. A save is either among the entries returned
     * or was refused.
     *
     * @return the latest entry of each field
     */
    public List<WorkEntry> close(NewWork work) {
        return transactions.run(() -> {
            works.open(work, clock.instant());
            WorkId held = works.held(works.of(work).id()).orElseThrow().id();
            works.close(held, clock.instant());
            return entries.latest(held);
        });
    }

    /** Has a work that was opened and is not closed end at another time, or never where that is null; one query. */
    public void move(AccountId owner, String kind, UUID subject, @Nullable Instant ends) {
        works.end(owner, kind, subject, ends);
    }

    /** Has a work that was opened and is not closed end so much later, if it ends at all; one query. */
    public void delay(AccountId owner, String kind, UUID subject, Duration time) {
        works.delay(owner, kind, subject, time);
    }
}
