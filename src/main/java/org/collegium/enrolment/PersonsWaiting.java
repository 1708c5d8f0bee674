package org.collegium.enrolment;

import java.util.Set;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** For what a person waits, and its end with the account; a place that was kept for them goes to the next. */
@Component
class PersonsWaiting implements PersonalDataExport {

    private final WaitingRows rows;

    PersonsWaiting(WaitingRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "waiting-lists";
    }

    @Override
    public Set<String> tables() {
        return Set.of("run_waiting");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return rows.ofLearner(account);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        rows.removeAll(erased.account());
    }
}
