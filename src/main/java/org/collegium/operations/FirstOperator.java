package org.collegium.operations;

import java.util.Set;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.PeopleFilter;
import org.collegium.identity.Role;
import org.collegium.identity.SystemActor;
import org.collegium.shared.EmailAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Makes one person an operator at a start while the platform has none, so that a new installation can be taken over: whoever
 * holds the address in the settings, once they have signed up and confirmed it.
 */
@Component
class FirstOperator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstOperator.class);

    private final Accounts accounts;
    private final SystemActor system;
    private final String address;

    FirstOperator(Accounts accounts, SystemActor system, @Value("${collegium.first-operator}") String address) {
        this.accounts = accounts;
        this.system = system;
        this.address = address;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!address.isBlank()) {
            appoint(new EmailAddress(address));
        }
    }

    /** Whether the person holding this address is an operator now and was none before. */
    boolean appoint(EmailAddress email) {
        return system.call(Set.of(IdentityPermissions.PEOPLE, IdentityPermissions.ROLES), () -> {
            if (accounts.count(new PeopleFilter("", Role.OPERATOR)) > 0) {
                return false;
            }
            return accounts.find(email)
                    .filter(AccountReference::confirmed)
                    .map(account -> {
                        accounts.appoint(account.id(), Role.OPERATOR);
                        LOG.info("{} is the first operator", email.value());
                        return true;
                    })
                    .orElseGet(() -> {
                        LOG.warn("Nobody is an operator yet: sign up as {}, confirm, and start again", email.value());
                        return false;
                    });
        });
    }
}
