package org.collegium.identity;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.collegium.identity.domain.Account;
import org.collegium.identity.domain.AccountRepository;
import org.collegium.identity.domain.OpeningAccounts;
import org.collegium.identity.domain.PeopleQuery;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of the platform: who is who, and what an operator may do with them. */
@Service
public class Accounts {

    private static final int AT_ONCE = 500;

    private final AccountRepository accounts;
    private final PeopleQuery people;
    private final OpeningAccounts opening;
    private final ErasingOnceMore onceMore;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Accounts(
            AccountRepository accounts,
            PeopleQuery people,
            OpeningAccounts opening,
            ErasingOnceMore onceMore,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.people = people;
        this.opening = opening;
        this.onceMore = onceMore;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** The account with this id, empty when there is none: one's own, or anybody's for those who may see people. */
    @PreAuthorize("@access.is(#id) or @access.mayAnywhere('" + IdentityPermissions.PEOPLE + "')")
    @Transactional(readOnly = true)
    public Optional<AccountReference> find(AccountId id) {
        return accounts.findById(id).map(Account::reference);
    }

    /** The account with this e-mail address, empty when there is none. */
    @PreAuthorize("@access.mayAnywhere('" + IdentityPermissions.PEOPLE + "')")
    @Transactional(readOnly = true)
    public Optional<AccountReference> find(EmailAddress email) {
        return accounts.findByEmail(email.value()).map(Account::reference);
    }

    /** The accounts with these e-mail addresses; one query for each five hundred of them. */
    @PreAuthorize("@access.mayAnywhere('" + IdentityPermissions.PEOPLE + "')")
    @Transactional(readOnly = true)
    public Map<EmailAddress, AccountReference> find(Set<EmailAddress> emails) {
        List<String> all = emails.stream().map(EmailAddress::value).toList();
        Map<EmailAddress, AccountReference> found = new HashMap<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            accounts.findByEmailIn(all.subList(from, Math.min(all.size(), from + AT_ONCE))).stream()
                    .map(Account::reference)
                    .forEach(account -> found.put(new EmailAddress(account.email()), account));
        }
        return found;
    }

    /** The accounts with these ids, without those that are gone; one query for each five hundred of them. */
    @PreAuthorize("@access.mayAnywhere('" + IdentityPermissions.PEOPLE + "')")
    @Transactional(readOnly = true)
    public Map<AccountId, AccountReference> these(Collection<AccountId> ids) {
        List<AccountId> all = ids.stream().distinct().toList();
        Map<AccountId, AccountReference> found = new HashMap<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            accounts.findByIdIn(all.subList(from, Math.min(all.size(), from + AT_ONCE))).stream()
                    .map(Account::reference)
                    .forEach(account -> found.put(account.id(), account));
        }
        return found;
    }

    /** The roles an account holds on the platform; those held for partners are their modules' to tell. */
    @PreAuthorize("@access.is(#id) or @access.mayAnywhere('" + IdentityPermissions.PEOPLE + "')")
    @Transactional(readOnly = true)
    public Set<Role> roles(AccountId id) {
        return accounts.findWithRoles(id).map(Account::roles).orElse(Set.of());
    }

    /** People by name; two queries. */
    @PreAuthorize("@access.mayAnywhere('" + IdentityPermissions.PEOPLE + "')")
    @Transactional(readOnly = true)
    public List<PersonListItem> search(PeopleFilter filter, PageRequest page) {
        return people.list(filter, page);
    }

    /** How many people the filter matches; one query. */
    @PreAuthorize("@access.mayAnywhere('" + IdentityPermissions.PEOPLE + "')")
    @Transactional(readOnly = true)
    public int count(PeopleFilter filter) {
        return people.count(filter);
    }

    /**
     * Opens a confirmed account for somebody else, who then signs in with the password given here.
     *
     * @param roles roles on the platform beside that of a learner
     * @throws RuleViolation when name or password are not good enough or the address is taken
     */
    @PreAuthorize("@access.may('" + IdentityPermissions.ROLES + "')")
    @Transactional
    public AccountId open(NewAccount account, Set<Role> roles) {
        return opening.openFor(account, roles);
    }

    /** Gives a person a role on the platform; nothing changes when they hold it already. */
    @PreAuthorize("@access.may('" + IdentityPermissions.ROLES + "')")
    @Transactional
    public void appoint(AccountId id, Role role) {
        existing(id).appoint(role);
        events.publishEvent(new RolesChanged(id));
        events.publishEvent(new SecurityEvent.RoleChanged(id, role, true, access.actor()));
    }

    /**
     * Takes a role on the platform from a person.
     *
     * @throws RuleViolation when nobody would be left to give it back
     */
    @PreAuthorize("@access.may('" + IdentityPermissions.ROLES + "')")
    @Transactional
    public void dismiss(AccountId id, Role role) {
        Account account = existing(id);
        keepAnOperator(account, role);
        account.dismiss(role);
        events.publishEvent(new RolesChanged(id));
        events.publishEvent(new SecurityEvent.RoleChanged(id, role, false, access.actor()));
    }

    /** Ends all sessions of a person, at the latest with their next request. */
    @PreAuthorize("@access.is(#id) or @access.may('" + IdentityPermissions.ROLES + "')")
    @Transactional
    public void signOutEverywhere(AccountId id) {
        existing(id).signOutEverywhere();
        events.publishEvent(new SessionsEnded(id));
        events.publishEvent(new SecurityEvent.SignedOutEverywhere(id, access.actor()));
    }

    /**
     * Erases an account and, through {@link AccountErased}, what other modules keep about the person; some minutes later once more, for what
     * was under way.
     *
     * @throws RuleViolation when it is the last operator's
     */
    @PreAuthorize("@access.is(#id) or @access.may('" + IdentityPermissions.ERASE + "')")
    @Transactional
    public void erase(AccountId id) {
        Account account = existing(id);
        if (account.roles().contains(Role.OPERATOR)) {
            keepAnOperator(account, Role.OPERATOR);
        }
        events.publishEvent(new AccountErased(id, clock.instant()));
        events.publishEvent(new SessionsEnded(id));
        events.publishEvent(new SecurityEvent.Erased(id, access.actor()));
        accounts.delete(account);
        onceMore.schedule(id);
    }

    private void keepAnOperator(Account account, Role role) {
        if (role == Role.OPERATOR && account.roles().contains(role) && accounts.countWith(role) < 2) {
            throw new RuleViolation("identity.role.last-operator");
        }
    }

    private Account existing(AccountId id) {
        return accounts.findById(id).orElseThrow(() -> new RuleViolation("identity.unknown"));
    }
}
