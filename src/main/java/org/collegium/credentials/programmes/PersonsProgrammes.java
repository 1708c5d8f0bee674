package org.collegium.credentials.programmes;

import java.util.List;
import java.util.Set;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Programmes say of nobody but who wrote them and who agreed for a partner; that is forgotten with the account. */
@Component
class PersonsProgrammes implements PersonalDataExport {

    private final ProgrammeRows programmes;
    private final EndorsementRows endorsements;

    PersonsProgrammes(ProgrammeRows programmes, EndorsementRows endorsements) {
        this.programmes = programmes;
        this.endorsements = endorsements;
    }

    @Override
    public String name() {
        return "programmes";
    }

    @Override
    public Set<String> tables() {
        return Set.of("programme", "programme_endorsement");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return List.of();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        programmes.forget(erased.account());
        endorsements.forget(erased.account());
    }
}
