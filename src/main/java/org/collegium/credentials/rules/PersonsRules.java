package org.collegium.credentials.rules;

import java.util.Set;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** That somebody's identity was seen, for their export; with the account it goes, and so do the names of those who wrote rules. */
@Component
class PersonsRules implements PersonalDataExport {

    private final EarningRuleRows rules;
    private final IdentityRows identities;

    PersonsRules(EarningRuleRows rules, IdentityRows identities) {
        this.rules = rules;
        this.identities = identities;
    }

    @Override
    public String name() {
        return "identity-check";
    }

    @Override
    public Set<String> tables() {
        return Set.of("earning_rule", "earning_rule_draft", "identity_check");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return identities.check(account).stream().toList();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        rules.forget(erased.account());
        identities.forget(erased.account());
    }
}
