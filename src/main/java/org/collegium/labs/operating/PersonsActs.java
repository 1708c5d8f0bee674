package org.collegium.labs.operating;

import java.time.Instant;
import java.util.Set;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What an operator did to grading, for that operator; what was done stays known when the account goes, who did it does not. */
@Component
class PersonsActs implements PersonalDataExport {

    private final ActRows acts;

    PersonsActs(ActRows acts) {
        this.acts = acts;
    }

    @Override
    public String name() {
        return "labOperating";
    }

    @Override
    public Set<String> tables() {
        return Set.of("lab_act", "lab_halt");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return acts.of(account).stream()
                .map(act -> new Line(act.at(), act.kind(), act.subject(), act.words()))
                .toList();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        acts.forget(erased.account());
    }

    private record Line(Instant at, GradingAct.Kind kind, String subject, String words) {}
}
