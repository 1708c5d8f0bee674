package org.collegium.identity.domain;

import java.time.Clock;
import java.util.List;
import org.collegium.identity.AccountId;
import org.collegium.identity.NewAccount;
import org.collegium.identity.RolesChanged;
import org.collegium.identity.domain.AccountTokens.Purpose;
import org.collegium.identity.domain.AccountTokens.Redeemed;
import org.collegium.shared.RuleViolation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a person gets an account and shows that the e-mail address is theirs. */
@Service
public class SigningUp {

    private static final String NOT_AGREED = "identity.terms.missing";

    private final OpeningAccounts opening;
    private final AccountRepository accounts;
    private final AccountTokens tokens;
    private final AccountLinks links;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final String termsVersion;

    SigningUp(
            OpeningAccounts opening,
            AccountRepository accounts,
            AccountTokens tokens,
            AccountLinks links,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${collegium.terms-version}") String termsVersion) {
        this.opening = opening;
        this.accounts = accounts;
        this.tokens = tokens;
        this.links = links;
        this.events = events;
        this.clock = clock;
        this.termsVersion = termsVersion;
    }

    /** Every rule that what was typed breaks, in the order of the fields; an address with an account shows at registering. */
    @PreAuthorize("permitAll()")
    public List<RuleViolation> faults(String name, String email, String password, boolean agreed) {
        List<RuleViolation> faults = opening.faults(name, email, password);
        if (!agreed) {
            faults.add(new RuleViolation(NOT_AGREED));
        }
        return faults;
    }

    /**
     * Opens an account and sends the link that confirms its address.
     *
     * @param agreed whether the person agreed to the terms; their version and the time are kept
     * @throws RuleViolation with a code that begins with {@code identity.name}, {@code .email}, {@code .password} or
     *     {@code .terms}
     */
    @PreAuthorize("permitAll()")
    @Transactional
    public AccountId register(NewAccount data, boolean agreed) {
        if (!agreed) {
            throw new RuleViolation(NOT_AGREED);
        }
        Account account = opening.signUp(data, termsVersion);
        links.confirmAddress(account);
        return account.id();
    }

    /** Sends the confirming link once more; nothing happens when the address is confirmed already. */
    @PreAuthorize("@access.is(#id)")
    @Transactional
    public void sendAgain(AccountId id) {
        accounts.findById(id).filter(account -> account.confirmedAt() == null).ifPresent(links::confirmAddress);
    }

    /** Whether a confirming link still works. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public boolean works(String token) {
        return tokens.look(token, Purpose.CONFIRM).isPresent();
    }

    /** Uses a confirming link; says whether it worked. */
    @PreAuthorize("permitAll()")
    @Transactional
    public boolean confirm(String token) {
        return tokens.redeem(token, Purpose.CONFIRM)
                .map(Redeemed::account)
                .flatMap(accounts::findById)
                .map(this::confirm)
                .isPresent();
    }

    private Account confirm(Account account) {
        account.confirm(clock.instant());
        events.publishEvent(new RolesChanged(account.id()));
        return account;
    }
}
