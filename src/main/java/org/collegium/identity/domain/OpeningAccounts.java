package org.collegium.identity.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.collegium.identity.AccountId;
import org.collegium.identity.NewAccount;
import org.collegium.identity.Role;
import org.collegium.identity.UserRegistered;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.RuleViolation;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes accounts, by sign-up or by an operator; runs in the caller's transaction. */
@Component
public class OpeningAccounts {

    private final AccountRepository accounts;
    private final PasswordRules passwords;
    private final PasswordEncoder encoder;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OpeningAccounts(
            AccountRepository accounts,
            PasswordRules passwords,
            PasswordEncoder encoder,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.encoder = encoder;
        this.events = events;
        this.clock = clock;
    }

    /** Every rule that these break, in this order; whether the address has an account already is not among them. */
    List<RuleViolation> faults(String name, String email, String password) {
        List<RuleViolation> faults = new ArrayList<>();
        note(faults, () -> new PersonName(name));
        note(faults, () -> new EmailAddress(email));
        note(faults, () -> passwords.check(password, name, email));
        return faults;
    }

    private static void note(List<RuleViolation> faults, Runnable check) {
        try {
            check.run();
        } catch (RuleViolation violation) {
            faults.add(violation);
        }
    }

    /** Opens an unconfirmed account for a person who agreed to the terms in this version. */
    public Account signUp(NewAccount data, String termsVersion) {
        Account account = make(data);
        account.agree("terms", termsVersion, clock.instant());
        return save(account);
    }

    /** Opens a confirmed account for somebody else. */
    public AccountId openFor(NewAccount data, Set<Role> roles) {
        Account account = make(data);
        account.confirm(clock.instant());
        roles.forEach(account::appoint);
        return save(account).id();
    }

    private Account make(NewAccount data) {
        PersonName name = new PersonName(data.name());
        passwords.check(data.password(), name.value(), data.email());
        if (accounts.existsByEmail(data.email().value())) {
            throw new RuleViolation("identity.email.taken");
        }
        Account account = Account.register(data.email(), name, data.locale(), clock.instant());
        account.protectBy(String.valueOf(encoder.encode(data.password())));
        return account;
    }

    private Account save(Account account) {
        Instant now = clock.instant();
        try {
            Account saved = accounts.saveAndFlush(account);
            events.publishEvent(new UserRegistered(saved.id(), now));
            return saved;
        } catch (DataIntegrityViolationException simultaneous) {
            throw new RuleViolation("identity.email.taken");
        }
    }
}
