package org.collegium.activity.journal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RetriedTransactions;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people work on in their browsers, for the module that owns the kind of work. Whether somebody may begin is decided by
 * that module before it opens the work.
 */
@Service
public class WorkJournal {

    private static final String OWN = "@access.is(#owner)";

    private final WorkRows works;
    private final EntryRows entries;
    private final JournalSaving saving;
    private final Tickets tickets;
    private final RetriedTransactions transactions;
    private final Clock clock;

    WorkJournal(
            WorkRows works,
            EntryRows entries,
            JournalSaving saving,
            Tickets tickets,
            RetriedTransactions transactions,
            Clock clock) {
        this.works = works;
        this.entries = entries;
        this.saving = saving;
        this.tickets = tickets;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Opens a work, or the same one again, and gives the ticket with which the browser of the owner reaches it. */
    @PreAuthorize("@access.is(#work.owner())")
    public WorkTicket open(NewWork work) {
        return transactions.run(() -> {
            works.open(work, clock.instant());
            return tickets.issue(works.of(work), clock.instant());
        });
    }

    /** The ticket of a work that has ended, for what still waits in the owner's browser and is refused; empty when there is none. One query. */
    @PreAuthorize(OWN)
    @Transactional(readOnly = true)
    public Optional<WorkTicket> ended(AccountId owner, String kind, UUID subject) {
        return works.find(owner, kind, subject)
                .filter(work -> work.closedAt() != null)
                .map(work -> tickets.issue(work, clock.instant()));
    }

    /**
     * Keeps what was typed elsewhere than in a browser, as a browser would have it kept.
     *
     * @param ticket of the owner's work
     * @return an outcome for each, in the same order
     * @throws WorkClosed when the work has ended
     */
    @PreAuthorize(OWN)
    public List<SaveOutcome> save(AccountId owner, WorkTicket ticket, List<WorkSave> saves) {
        WorkId unused = theirs(owner, ticket.work());
        return saving.save(ticket.token(), saves).orElseThrow(WorkJournal::notTheirs);
    }

    /** The latest entry of each field, in the order of saving; two queries. */
    @PreAuthorize(OWN)
    @Transactional(readOnly = true)
    public List<WorkEntry> latest(AccountId owner, WorkId work) {
        return entries.latest(theirs(owner, work));
    }

    /** The entries of a field that are kept, the latest first; two queries. */
    @PreAuthorize(OWN)
    @Transactional(readOnly = true)
    public List<WorkEntry> history(AccountId owner, WorkId work, String field, PageRequest page) {
        return entries.history(theirs(owner, work), field, page);
    }

    /** An entry by its revision, empty when it was never there or has been dropped; two queries. */
    @PreAuthorize(OWN)
    @Transactional(readOnly = true)
    public Optional<WorkEntry> entry(AccountId owner, WorkId work, long revision) {
        return entries.ofRevision(theirs(owner, work), revision);
    }

    /**
     * Ends a work: nothing is kept any more. A save is either among the entries returned or was refused.
     *
     * @return the latest entry of each field
     */
    @PreAuthorize(OWN)
    public List<WorkEntry> close(AccountId owner, WorkId work) {
        return transactions.run(() -> {
            WorkId held = works.held(work)
                    .filter(found -> found.owner().equals(owner))
                    .map(WorkRows.Work::id)
                    .orElseThrow(WorkJournal::notTheirs);
            works.close(held, clock.instant());
            return entries.latest(held);
        });
    }

    private WorkId theirs(AccountId owner, WorkId work) {
        return works.of(work)
                .filter(found -> found.owner().equals(owner))
                .map(WorkRows.Work::id)
                .orElseThrow(WorkJournal::notTheirs);
    }

    private static AccessDeniedException notTheirs() {
        return new AccessDeniedException("Not the work of this person");
    }
}
