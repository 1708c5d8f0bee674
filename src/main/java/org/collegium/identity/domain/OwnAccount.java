package org.collegium.identity.domain;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.collegium.identity.AccountId;
import org.collegium.identity.Accounts;
import org.collegium.identity.RolesChanged;
import org.collegium.identity.SecurityEvent;
import org.collegium.identity.SessionsEnded;
import org.collegium.identity.domain.AccountTokens.Purpose;
import org.collegium.identity.domain.AccountTokens.Redeemed;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.RuleViolation;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person may change about the own account. */
@Service
public class OwnAccount {

    private final Accounts all;
    private final AccountRepository accounts;
    private final AccountTokens tokens;
    private final AccountLinks links;
    private final PasswordRules passwords;
    private final PasswordEncoder encoder;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwnAccount(
            Accounts all,
            AccountRepository accounts,
            AccountTokens tokens,
            AccountLinks links,
            PasswordRules passwords,
            PasswordEncoder encoder,
            ApplicationEventPublisher events,
            Clock clock) {
        this.all = all;
        this.accounts = accounts;
        this.tokens = tokens;
        this.links = links;
        this.passwords = passwords;
        this.encoder = encoder;
        this.events = events;
        this.clock = clock;
    }

    /** Sets name and language. */
    @PreAuthorize("@access.is(#id)")
    @Transactional
    public void describe(AccountId id, String name, Locale language) {
        Account account = existing(id);
        account.rename(new PersonName(name));
        account.speak(language);
        events.publishEvent(new RolesChanged(id));
    }

    /**
     * Sets another password and ends all sessions.
     *
     * @throws RuleViolation {@code identity.password.wrong} when the current one is not right, others when the new one is
     *     not good enough
     */
    @PreAuthorize("@access.is(#id)")
    @Transactional
    public void changePassword(AccountId id, String current, String wanted) {
        Account account = existing(id);
        mustKnow(account, current);
        passwords.check(wanted, account.name(), account.email());
        account.changePassword(String.valueOf(encoder.encode(wanted)));
        tokens.revoke(id, Purpose.RESET);
        links.passwordChanged(account);
        events.publishEvent(new SessionsEnded(id));
        events.publishEvent(new SecurityEvent.PasswordChanged(id));
    }

    /**
     * Sends a link to another address; the account moves there when the link is used. An address that belongs to somebody
     * else gets none, and the caller cannot tell.
     *
     * @throws RuleViolation {@code identity.password.wrong} when the current password is not right
     */
    @PreAuthorize("@access.is(#id)")
    @Transactional
    public void requestMove(AccountId id, String current, EmailAddress wanted) {
        Account account = existing(id);
        mustKnow(account, current);
        if (!accounts.existsByEmail(wanted.value())) {
            links.confirmNewAddress(account, wanted);
        }
    }

    /** Whether a link to another address still works. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public boolean moveWorks(String token) {
        return tokens.look(token, Purpose.CHANGE_EMAIL).isPresent();
    }

    /** Moves the account to the address its link was sent to; says whether the link worked. */
    @PreAuthorize("permitAll()")
    @Transactional
    public boolean move(String token) {
        Optional<Redeemed> link = tokens.redeem(token, Purpose.CHANGE_EMAIL);
        Optional<EmailAddress> wanted = link.map(Redeemed::detail).map(EmailAddress::new);
        if (link.isEmpty()
                || wanted.isEmpty()
                || accounts.existsByEmail(wanted.get().value())) {
            return false;
        }
        Account account = existing(link.get().account());
        EmailAddress before = account.email();
        account.moveTo(wanted.get(), clock.instant());
        tokens.revoke(account.id(), Purpose.CONFIRM);
        tokens.revoke(account.id(), Purpose.RESET);
        links.addressChanged(account, before);
        events.publishEvent(new RolesChanged(account.id()));
        events.publishEvent(new SecurityEvent.EmailChanged(account.id()));
        return true;
    }

    /**
     * Erases the account.
     *
     * @throws RuleViolation {@code identity.password.wrong} when the password is not right
     */
    @PreAuthorize("@access.is(#id)")
    @Transactional
    public void erase(AccountId id, String current) {
        mustKnow(existing(id), current);
        all.erase(id);
    }

    private void mustKnow(Account account, String password) {
        String hash = account.passwordHash();
        if (hash == null || !encoder.matches(password, hash)) {
            throw new RuleViolation("identity.password.wrong");
        }
    }

    private Account existing(AccountId id) {
        return accounts.findById(id).orElseThrow(() -> new RuleViolation("identity.unknown"));
    }
}
