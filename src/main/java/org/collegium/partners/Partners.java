package org.collegium.partners;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.Role;
import org.collegium.identity.RolesChanged;
import org.collegium.identity.SystemActor;
import org.collegium.partners.PartnerRepository.StaffRole;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.LikePattern;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Slug;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The member organisations. */
@Service
public class Partners {

    /** Words that stand where addresses name a partner, and mean something else there (decision 58). */
    private static final Set<String> RESERVED = Set.of("alliance");

    private final PartnerRepository partners;
    private final Access access;
    private final Accounts accounts;
    private final SystemActor system;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Partners(
            PartnerRepository partners,
            Access access,
            Accounts accounts,
            SystemActor system,
            ApplicationEventPublisher events,
            Clock clock) {
        this.partners = partners;
        this.access = access;
        this.accounts = accounts;
        this.system = system;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Partners by name; one query.
     *
     * @param text in the name, the short name or the key; empty for all
     */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public List<Partner> search(String text, PageRequest page) {
        return seen(partners.search(LikePattern.anywhere(text.strip()), page.limit(), page.offset()));
    }

    /** How many partners {@link #search} finds; one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public int count(String text) {
        return partners.count(LikePattern.anywhere(text.strip()));
    }

    /** Every partner by name, for those who hold all of them in memory; one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public List<Partner> all() {
        return seen(partners.all());
    }

    /** Those of these partners that there are, by name; one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public List<Partner> find(Collection<PartnerId> ids) {
        return ids.isEmpty() ? List.of() : seen(partners.findAmong(ids));
    }

    private static List<Partner> seen(List<PartnerRecord> records) {
        return records.stream().map(PartnerRecord::seen).toList();
    }

    /** The partner with this slug, empty when there is none. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<Partner> find(Slug slug) {
        return partners.findBySlug(slug.value()).map(PartnerRecord::seen);
    }

    /** The partner with this id, empty when there is none. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<Partner> find(PartnerId id) {
        return partners.findById(id).map(PartnerRecord::seen);
    }

    /**
     * Admits a member organisation.
     *
     * @throws RuleViolation when the slug is taken, or names something else in addresses
     */
    @PreAuthorize("@access.may('" + PartnersPermissions.ADMIT + "')")
    @Transactional
    public PartnerId admit(PartnerData data) {
        if (RESERVED.contains(data.slug().value())) {
            throw new RuleViolation("partners.slug.reserved", data.slug());
        }
        if (partners.findBySlug(data.slug().value()).isPresent()) {
            throw new RuleViolation("partners.slug.taken", data.slug());
        }
        return partners.save(PartnerRecord.admit(data, clock.instant())).id();
    }

    /**
     * Keeps what a partner says of itself.
     *
     * @throws RuleViolation when something is not well formed
     */
    @PreAuthorize("@access.mayFor('" + PartnersPermissions.DESCRIBE + "', #partner.value())")
    @Transactional
    public void describe(PartnerId partner, PartnerProfile profile) {
        PartnerRecord known = existing(partner);
        known.describe(profile.in(known.seen().data()));
        events.publishEvent(new PartnerDescribed(partner));
    }

    /** Who works for a partner, by name; one query. */
    @PreAuthorize("@access.mayFor('" + PartnersPermissions.STAFF + "', #partner.value())")
    @Transactional(readOnly = true)
    public List<StaffMember> staff(PartnerId partner) {
        Map<AccountId, List<StaffRole>> byPerson = partners.staffOf(partner).stream()
                .collect(Collectors.groupingBy(
                        held -> new AccountId(held.getAccount()), LinkedHashMap::new, Collectors.toList()));
        return byPerson.entrySet().stream()
                .map(person -> member(person.getKey(), person.getValue()))
                .toList();
    }

    private static StaffMember member(AccountId account, List<StaffRole> held) {
        return new StaffMember(
                account,
                held.getFirst().getName(),
                held.getFirst().getEmail(),
                held.stream().map(StaffRole::getRole).collect(Collectors.toSet()));
    }

    /**
     * Gives the person with this address a role at a partner. Returns who it is.
     *
     * @throws RuleViolation when nobody has an account with the address
     */
    @PreAuthorize("@access.mayFor('" + PartnersPermissions.STAFF + "', #partner.value())")
    @Transactional
    public AccountReference appoint(PartnerId partner, EmailAddress email, Role role) {
        AccountReference person = system.call(Set.of(IdentityPermissions.PEOPLE), () -> accounts.find(email))
                .orElseThrow(() -> new RuleViolation("partners.staff.nobody", email));
        appoint(partner, person.id(), role);
        return person;
    }

    /** Gives a person a role at a partner; nothing changes when they hold it already. */
    @PreAuthorize("@access.mayFor('" + PartnersPermissions.STAFF + "', #partner.value())")
    @Transactional
    public void appoint(PartnerId partner, AccountId account, Role role) {
        existing(partner).appoint(account, role);
        events.publishEvent(new RolesChanged(account));
    }

    /**
     * Takes a role at a partner from a person.
     *
     * @throws RuleViolation when partner administrators would take their own administration away
     */
    @PreAuthorize("@access.mayFor('" + PartnersPermissions.STAFF + "', #partner.value())")
    @Transactional
    public void dismiss(PartnerId partner, AccountId account, Role role) {
        PartnerRecord known = existing(partner);
        if (role == Role.PARTNER_ADMINISTRATOR && access.is(account) && !access.may(PartnersPermissions.STAFF)) {
            throw new RuleViolation("partners.staff.own-administration");
        }
        known.dismiss(account, role);
        events.publishEvent(new RolesChanged(account));
    }

    /** The roles a person holds at partners, by partner; those only at which one may appoint. One query. */
    @PreAuthorize("@access.mayAnywhere('" + PartnersPermissions.STAFF + "')")
    @Transactional(readOnly = true)
    public List<Appointment> appointmentsOf(AccountId account) {
        return partners.appointmentsOf(account.value()).stream()
                .filter(held -> access.mayFor(PartnersPermissions.STAFF, held.getPartner()))
                .map(held -> new Appointment(new PartnerId(held.getPartner()), held.getName(), held.getRole()))
                .toList();
    }

    private PartnerRecord existing(PartnerId partner) {
        return partners.findById(partner).orElseThrow(() -> new RuleViolation("partners.unknown", partner));
    }
}
