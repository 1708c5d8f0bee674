package org.collegium.activity.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a person may take with them of the journal: the latest state of each work. All of it goes with the account. */
@Component
class PersonsWork implements PersonalDataExport {

    private final WorkRows works;
    private final EntryRows entries;

    PersonsWork(WorkRows works, EntryRows entries) {
        this.works = works;
        this.entries = entries;
    }

    @Override
    public String name() {
        return "work";
    }

    @Override
    public Set<String> tables() {
        return Set.of("work_journal");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return works.of(account).stream().map(this::line).toList();
    }

    /** The entries go with their works. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        works.erase(erased.account());
    }

    private Line line(WorkRows.Work work) {
        List<WorkEntry> latest = entries.latest(work.id());
        return new Line(
                work.kind(),
                work.subject(),
                work.openedAt(),
                latest.stream().collect(Collectors.toMap(WorkEntry::field, WorkEntry::content)));
    }

    private record Line(String kind, UUID subject, Instant openedAt, Map<String, String> fields) {}
}
