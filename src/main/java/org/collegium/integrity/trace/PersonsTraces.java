package org.collegium.integrity.trace;

import java.util.Set;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a person may take with them of the traces of their attempts; all of it goes with the account. */
@Component
class PersonsTraces implements PersonalDataExport {

    private final TraceRows rows;

    PersonsTraces(TraceRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "quizTraces";
    }

    @Override
    public Set<String> tables() {
        return Set.of("integrity_event");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return rows.of(account);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        rows.erase(erased.account());
    }
}
