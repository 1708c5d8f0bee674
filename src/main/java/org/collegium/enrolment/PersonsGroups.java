package org.collegium.enrolment;

import java.util.Set;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** In which groups a person is; they leave them with the run, and with the account. */
@Component
class PersonsGroups implements PersonalDataExport {

    private final RunGroupRows rows;
    private final ApplicationEventPublisher events;

    PersonsGroups(RunGroupRows rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    @Override
    public String name() {
        return "groups";
    }

    @Override
    public Set<String> tables() {
        return Set.of("run_group_member");
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

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(LearnerWithdrew left) {
        if (rows.removeFrom(left.run(), left.learner())) {
            events.publishEvent(new GroupMembersChanged(left.run(), Set.of(left.learner())));
        }
    }
}
