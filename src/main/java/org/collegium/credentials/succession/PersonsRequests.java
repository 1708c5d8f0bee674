package org.collegium.credentials.succession;

import java.util.Set;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.collegium.shared.PageRequest;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What somebody asked of registrars, for their export; it goes with the account. */
@Component
class PersonsRequests implements PersonalDataExport {

    private final RequestRows rows;

    PersonsRequests(RequestRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "certificate-requests";
    }

    @Override
    public Set<String> tables() {
        return Set.of("certificate_request");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return rows.of(account, new PageRequest(0, 500));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        rows.forget(erased.account());
    }
}
