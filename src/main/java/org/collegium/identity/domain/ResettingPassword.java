package org.collegium.identity.domain;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
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

/** How somebody who forgot the password gets in again: by a link that only the owner of the address can read. */
@Service
public class ResettingPassword {

    private final AccountRepository accounts;
    private final AccountTokens tokens;
    private final AccountLinks links;
    private final PasswordRules passwords;
    private final PasswordEncoder encoder;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ResettingPassword(
            AccountRepository accounts,
            AccountTokens tokens,
            AccountLinks links,
            PasswordRules passwords,
            PasswordEncoder encoder,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.links = links;
        this.passwords = passwords;
        this.encoder = encoder;
        this.events = events;
        this.clock = clock;
    }

    /** Sends a link when there is an account with this address; the caller cannot tell whether there is. */
    @PreAuthorize("permitAll()")
    @Transactional
    public void request(String email) {
        accounts.findByEmail(email.strip().toLowerCase(Locale.ROOT)).ifPresent(links::resetPassword);
    }

    /** Whether a link still works. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public boolean works(String token) {
        return tokens.look(token, Purpose.RESET).isPresent();
    }

    /**
     * Sets another password, confirms the address and ends all sessions.
     *
     * @return the e-mail address of the account, empty when the link does not work any more
     * @throws RuleViolation when the password is not good enough; the link keeps working
     */
    @PreAuthorize("permitAll()")
    @Transactional
    public Optional<EmailAddress> reset(String token, String password) {
        return tokens.redeem(token, Purpose.RESET)
                .map(Redeemed::account)
                .flatMap(accounts::findById)
                .map(account -> reset(account, password));
    }

    private EmailAddress reset(Account account, String password) {
        passwords.check(password, account.name(), account.email());
        account.changePassword(String.valueOf(encoder.encode(password)));
        account.confirm(clock.instant());
        tokens.revoke(account.id(), Purpose.CONFIRM);
        tokens.revoke(account.id(), Purpose.CHANGE_EMAIL);
        links.passwordChanged(account);
        events.publishEvent(new SessionsEnded(account.id()));
        events.publishEvent(new SecurityEvent.PasswordReset(account.id()));
        return account.email();
    }
}
