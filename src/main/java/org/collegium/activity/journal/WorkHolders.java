package org.collegium.activity.journal;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.collegium.shared.Unguarded;
import org.springframework.stereotype.Component;

/** Whose work a ticket is for, so that other requests without a session can go by the same ticket. */
@Component
@Unguarded("the ticket is the authority")
public class WorkHolders {

    private final Tickets tickets;
    private final WorkRows works;
    private final Clock clock;

    WorkHolders(Tickets tickets, WorkRows works, Clock clock) {
        this.tickets = tickets;
        this.works = works;
        this.clock = clock;
    }

    /** @param subject what the work belongs to, an id of the module that owns the kind */
    public record Held(WorkId work, AccountId owner, String kind, UUID subject) {}

    /** The work that a ticket is for, also when it has ended; empty when the ticket is not good. One query. */
    public Optional<Held> of(String token) {
        return tickets.read(token, clock.instant())
                .flatMap(works::of)
                .map(work -> new Held(work.id(), work.owner(), work.kind(), work.subject()));
    }
}
